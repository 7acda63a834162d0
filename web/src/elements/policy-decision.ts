import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Block, Citation, Decision, FactView } from '../contract.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import { blockStyle, citeStyle } from './answer-style.js';
import { blockText } from './answer-text.js';
import './policy-proof.js';
import { define, signal } from './signals.js';

/**
 * One decision: the outcome first, in words, with a mark and a colour; then what it says, and folded away the proof.
 *
 * @property decision what was decided
 * @property blocks the sentences of the answer that speak of it
 * @property citations of the answer, for the numbers in the sentences
 * @property facts known facts, for their labels
 * @attr hypothetical whether it is only supposed
 * @fires policy-cite when the clause or a number is tapped
 * @csspart card @csspart outcome
 */
export class PolicyDecision extends LitElement {
  @property({ attribute: false }) decision?: Decision;
  @property({ attribute: false }) blocks: Block[] = [];
  @property({ attribute: false }) citations: Citation[] = [];
  @property({ attribute: false }) facts: Record<string, Partial<FactView>> = {};
  @property({ type: Boolean }) hypothetical = false;

  static override styles = [
    base,
    citeStyle,
    blockStyle,
    css`
      :host { display: block; }
      article { border: 1px solid var(--pa-line); border-radius: 10px; overflow: hidden; background: var(--pa-surface); }
      header { padding: .65em .8em .75em; display: grid; grid-template-columns: 1fr auto; gap: .45em .6em; align-items: center; }
      .badge { justify-self: start; white-space: nowrap; font-weight: 700; border: 2px solid currentColor; border-radius: 6px; padding: .05em .5em; }
      h3 { font-size: 1.0625em; line-height: 1.45; grid-column: 1 / -1; }
      .met header { background: var(--pa-met-soft); } .met .badge { color: var(--pa-met); }
      .not_met header { background: var(--pa-not-soft); } .not_met .badge { color: var(--pa-not); }
      .needs_facts header { background: var(--pa-open-soft); } .needs_facts .badge { color: var(--pa-open); }
      .needs_determination header { background: var(--pa-person-soft); } .needs_determination .badge { color: var(--pa-person); }
      .divergent header { background: var(--pa-divergent-soft); } .divergent .badge { color: var(--pa-divergent); }
      .body { padding: .6em .8em; display: grid; gap: .4em; line-height: 1.6; }
      .body:empty { display: none; }
      .foot { border-top: 1px solid var(--pa-line); padding: 0 .8em; }
      .foot > details > summary { cursor: pointer; min-height: var(--pa-target, 44px); display: flex; align-items: center; color: var(--pa-link); }
      .foot policy-proof { padding-bottom: .6em; }
      dl { display: grid; grid-template-columns: auto 1fr; gap: .2em .8em; font-size: .9375em; }
      dt { color: var(--pa-text-2); }
    `,
  ];

  override render() {
    const { decision } = this;
    if (!decision) return nothing;
    const { outcome, label, clause } = decision;
    return html`<article class=${outcome} part="card">
      <header>
        <span class="badge" part="outcome"><span aria-hidden="true">${messages.outcomeMark[outcome]} </span>${messages.outcome[outcome]}</span>
        <button class="cite wide" @click=${() => signal(this, 'policy-cite', { clause })}>${messages.clause(clause.number)}</button>
        <h3 class="wrap">${label}${this.hypothetical ? html`<br /><span class="small">${messages.hypothetical}</span>` : nothing}</h3>
      </header>
      <div class="body">${this.blocks.map((block) => blockText(bare(block), this.citations, this))}${this.blocks.length ? nothing : this.particulars(decision)}</div>
      <div class="foot">
        <details>
          <summary>${outcome === 'needs_facts' ? messages.proofSoFar : messages.proof}</summary>
          <policy-proof .node=${decision.proof} .facts=${this.facts}></policy-proof>
        </details>
      </div>
    </article>`;
  }

  private particulars({ determinations, earliest, short_by }: Decision): TemplateResult | typeof nothing {
    const rows: [string, string][] = [
      ...(determinations.length ? [[messages.decides, determinations.map(({ label, by }) => `${label}（${by}）`).join('；')] as [string, string]] : []),
      ...short_by.map(({ fact, have, need, unit }): [string, string] => [
        messages.shortBy,
        `${this.facts[fact]?.label ?? fact} ${round(need - have)} ${unit}`,
      ]),
      ...(earliest ? [[messages.earliest, earliest.date] as [string, string]] : []),
    ];
    return rows.length ? html`<dl>${rows.map(([name, text]) => html`<dt>${name}</dt><dd class="wrap">${text}</dd>`)}</dl>` : nothing;
  }
}

/** A sentence without the word that the card's outcome stands for already. */
function bare(block: Block): Block {
  const prefixed = block.kind === 'conclusion' && block.text.startsWith(messages.conclusionPrefix);
  return prefixed ? { ...block, text: block.text.slice(messages.conclusionPrefix.length) } : block;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

define('policy-decision', PolicyDecision);
