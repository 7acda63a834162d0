import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Decision, Outcome } from '../contract.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import { words } from '../workbench/words.js';
import { define } from './signals.js';

/**
 * Every entitlement as it stands, grouped: met, needs a person, open, ruled out.
 *
 * @property decisions all of them @property chosen the one that is open
 * @fires workbench-open {clause, entitlement}
 */
export class WorkbenchOutcomes extends LitElement {
  @property({ attribute: false }) decisions: Decision[] = [];
  @property() chosen = '';

  static override styles = [
    base,
    css`
      :host { display: grid; gap: 14px; }
      h2 { font-size: .875em; display: flex; justify-content: space-between; padding-bottom: 4px; border-bottom: 2px solid currentColor; }
      .met h2 { color: var(--pa-met); } .person h2 { color: var(--pa-person); } .open h2 { color: var(--pa-open); } .ruled-out h2 { color: var(--pa-not); }
      li button { width: 100%; min-height: 36px; text-align: start; border-radius: 6px; padding: .25em .5em; line-height: 1.4; display: flex; gap: .5em; }
      li button:hover { background: var(--pa-accent-soft); }
      li button[aria-current='true'] { background: var(--pa-accent); color: var(--pa-accent-text); }
      .number { flex: none; opacity: 1; min-width: 3.5em; font-size: .875em; }
    `,
  ];

  override render() {
    return words.groups.map(([name, label, outcomes]) => this.group(name, label, outcomes));
  }

  private group(name: string, label: string, outcomes: Outcome[]): TemplateResult | typeof nothing {
    const members = this.decisions.filter(({ outcome }) => outcomes.includes(outcome));
    if (!members.length) return nothing;
    return html`<section class=${name}>
      <h2><span>${label}</span><span>${members.length}</span></h2>
      <ul @keydown=${this.move}>${members.map((one) => this.item(one))}</ul>
    </section>`;
  }

  private item({ entitlement, label, clause }: Decision): TemplateResult {
    const open = () => this.dispatchEvent(new CustomEvent('workbench-open', { detail: { clause, entitlement, spans: [] }, bubbles: true, composed: true }));
    return html`<li><button aria-current=${this.chosen === entitlement} @click=${open}><span class="number">${messages.clause(clause.number)}</span><span class="wrap">${label}</span></button></li>`;
  }

  private move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const stops = [...this.renderRoot.querySelectorAll<HTMLElement>('button')];
    stops[stops.indexOf(event.target as HTMLElement) + step]?.focus();
  }
}

define('workbench-outcomes', WorkbenchOutcomes);
