import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { FactView, ProofNode } from '../contract.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import { valueText } from '../text/facts.js';
import { opens, stepText, verdict } from '../text/proof.js';
import { define } from './signals.js';

/**
 * A proof as nested lists that fold: each condition with its mark, its status in words, the clause's own words, and the
 * user's.
 *
 * @property node the root of the proof; an entitlement is left out, since its outcome stands above
 * @property facts known facts, for the user's words
 * @csspart node one condition
 */
export class PolicyProof extends LitElement {
  @property({ attribute: false }) node?: ProofNode;
  @property({ attribute: false }) facts: Record<string, Partial<FactView>> = {};

  static override styles = [
    base,
    css`
      :host { display: block; line-height: 1.5; }
      ul ul { padding-inline-start: .9em; margin-inline-start: .5em; border-inline-start: 2px solid var(--pa-line); }
      li { padding: .2em 0; }
      summary { cursor: pointer; min-height: var(--pa-target, 44px); display: flex; align-items: center; gap: .4em; }
      summary::before { content: '▸'; color: var(--pa-text-2); }
      details[open] > summary::before { content: '▾'; }
      summary::-webkit-details-marker { display: none; }
      .line { display: flex; gap: .4em; align-items: baseline; }
      .mark { font-weight: 700; flex: none; width: 1.2em; text-align: center; }
      .true { color: var(--pa-met); }
      .false { color: var(--pa-not); }
      .unknown { color: var(--pa-open); }
      .idle { color: var(--pa-text-2); }
      .status { font-size: .8125em; white-space: nowrap; }
      .words { margin-inline-start: 1.6em; color: var(--pa-text-2); font-size: .875em; }
    `,
  ];

  override render() {
    if (!this.node) return nothing;
    const { kind, children } = this.node;
    const steps = kind === 'entitlement' && children?.length ? children : [this.node];
    return html`<ul>${steps.map((step) => this.step(step))}</ul>`;
  }

  private step(node: ProofNode, parent?: ProofNode): TemplateResult {
    const children = node.children ?? [];
    const line = this.line(node, parent);
    if (!children.length) return html`<li part="node"><div class="line">${line}</div>${this.words(node, parent)}</li>`;
    return html`<li part="node">
      <details ?open=${opens(node, parent)}>
        <summary>${line}</summary>
        ${this.words(node, parent)}
        <ul>${children.map((child) => this.step(child, node))}</ul>
      </details>
    </li>`;
  }

  private line(node: ProofNode, parent?: ProofNode): TemplateResult {
    const { tone, words } = verdict(node, parent);
    return html`<span class="mark ${tone}" aria-hidden="true">${messages.nodeMark[tone]}</span>
      <span class="wrap">${stepText(node, parent)} <span class="status ${tone}">${words}</span></span>`;
  }

  private words({ quote, text, fact, value }: ProofNode, parent?: ProofNode): (TemplateResult | typeof nothing)[] {
    const said = fact ? this.facts[fact] : undefined;
    const known = value === null || value === undefined ? '' : (said?.display ?? valueText(value));
    return [
      quote && !text.includes(quote) && quote !== parent?.quote ? html`<p class="words wrap">${messages.clauseWords}：“${quote}”</p>` : nothing,
      fact && known ? html`<p class="words wrap">${messages.yourCase}：${known}${said?.quote ? `（“${said.quote}”）` : ''}</p>` : nothing,
    ];
  }
}

define('policy-proof', PolicyProof);
