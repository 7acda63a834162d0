import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ProofNode } from '../contract.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import { define } from './signals.js';

/**
 * A proof as nested lists that fold: each condition with its mark, its status in words, and the clause's own words.
 *
 * @property node the root of the proof; an entitlement is left out, since its outcome stands above
 * @csspart node one condition
 */
export class PolicyProof extends LitElement {
  @property({ attribute: false }) node?: ProofNode;

  static override styles = [
    base,
    css`
      :host { display: block; line-height: 1.5; }
      ul { padding-inline-start: 1.1em; border-inline-start: 2px solid var(--pa-line); }
      .root { border: 0; padding: 0; }
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
      .status { font-size: .8125em; white-space: nowrap; }
      blockquote { margin-inline-start: 1.6em; color: var(--pa-text-2); font-size: .875em; }
    `,
  ];

  override render() {
    if (!this.node) return nothing;
    const { kind, children } = this.node;
    const steps = kind === 'entitlement' && children?.length ? children : [this.node];
    return html`<ul class="root">${steps.map((step) => this.step(step, 0))}</ul>`;
  }

  private step(node: ProofNode, depth: number): TemplateResult {
    const children = node.children ?? [];
    if (!children.length) return html`<li part="node"><div class="line">${this.line(node)}</div>${this.words(node)}</li>`;
    const open = depth < 2 || node.status !== 'true';
    return html`<li part="node">
      <details ?open=${open}>
        <summary>${this.line(node)}</summary>
        ${this.words(node)}
        <ul>${children.map((child) => this.step(child, depth + 1))}</ul>
      </details>
    </li>`;
  }

  private line({ status, text }: ProofNode): TemplateResult {
    return html`<span class="mark ${status}" aria-hidden="true">${messages.nodeMark[status]}</span>
      <span class="wrap">${text} <span class="status ${status}">${messages.nodeStatus[status]}</span></span>`;
  }

  private words({ quote, text }: ProofNode): TemplateResult | typeof nothing {
    if (!quote || text.includes(quote)) return nothing;
    return html`<blockquote class="wrap">${messages.clauseWords}：“${quote}”</blockquote>`;
  }
}

define('policy-proof', PolicyProof);
