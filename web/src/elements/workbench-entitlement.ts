import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ClausePage, Decision } from '../contract.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import { copyText } from '../text/clipboard.js';
import type { CaseFile } from '../workbench/case-file.js';
import { caseLink } from '../workbench/case-link.js';
import { reply } from '../workbench/reply.js';
import { words } from '../workbench/words.js';
import './policy-clause.js';
import type { Range } from './policy-clause.js';
import './policy-decision.js';
import { define } from './signals.js';

/**
 * What is open in the middle: the decision on the chosen entitlement with its proof, the answer ready to read out, the
 * what-if beside it, and the clause.
 *
 * @property file the case @property page the clause @property ranges what to mark in it
 * @attr failed whether the clause could not be had
 */
export class WorkbenchEntitlement extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) file!: CaseFile;
  @property({ attribute: false }) page: ClausePage | null = null;
  @property({ attribute: false }) ranges: Range[] = [];
  @property({ type: Boolean }) failed = false;
  @state() private note = '';

  static override styles = [
    base,
    css`
      :host { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
      section { background: var(--pa-surface); border: 1px solid var(--pa-line); border-radius: 10px; padding: 14px; display: grid; gap: 10px; }
      h2 { font-size: 1em; }
      pre { margin: 0; white-space: pre-wrap; font: inherit; line-height: 1.7; background: var(--pa-surface-2); border-radius: 8px; padding: 12px; }
      .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: start; }
      @media (max-width: 1100px) { .sides { grid-template-columns: 1fr; } }
      table { width: 100%; border-collapse: collapse; font-size: .9375em; }
      th, td { text-align: start; padding: .4em .5em; border-bottom: 1px solid var(--pa-line); vertical-align: top; }
      .guide { padding: 32px; gap: 20px; }
      .guide h2 { color: var(--pa-accent); }
      h3 { font-size: .875em; color: var(--pa-text-2); }
      @media print { .row { display: none; } section { break-inside: avoid; } }
    `,
  ];

  override render() {
    const { decision, supposed } = this.file;
    if (!decision && !this.page && !this.failed) return this.guide();
    return html`${supposed && decision ? this.comparison(decision) : nothing}${decision ? this.answer(decision) : nothing}
      <section><h2>${words.clauseText}</h2>
        <policy-clause .page=${this.page} .ranges=${this.ranges.length ? this.ranges : this.quoted()} ?failed=${this.failed}></policy-clause></section>`;
  }

  private guide(): TemplateResult {
    return html`<section class="guide">${words.guide.map(([name, text]) => html`<div><h2>${name}</h2><p>${text}</p></div>`)}</section>`;
  }

  /** The words that the shown proof rests on. */
  private quoted(): Range[] {
    const text = this.page?.text ?? '';
    return quotes(this.file.decision?.proof)
      .map((quote) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }))
      .filter(({ start }) => start >= 0);
  }

  private answer(decision: Decision): TemplateResult {
    const { file } = this;
    return html`<section>
      ${this.card(decision)}
      <div class="row">
        <button class="primary" @click=${() => this.copy(this.reply(decision), messages.copied)}>${words.copyReply}</button>
        <button class="chip quiet" aria-pressed=${Boolean(file.supposed)} @click=${() => file.suppose(!file.supposed)}>${file.supposed ? words.stopSupposing : words.suppose}</button>
        <button class="plain" @click=${() => this.copy(caseLink(location.href, file.told, file.chosen), words.linkCopied)}>${words.copyLink}</button>
        <button class="plain" @click=${() => print()}>${words.print}</button>
        <span class="small" role="status">${this.note}</span>
      </div>
      <h2>${words.reply}</h2>
      <pre class="wrap">${this.reply(decision)}</pre>
    </section>`;
  }

  private comparison(decision: Decision): TemplateResult {
    const before = new Map(this.file.decisions.map((one) => [one.entitlement, one]));
    const changed = this.file.supposedDecisions.filter(({ entitlement, outcome }) => before.get(entitlement)?.outcome !== outcome);
    const other = this.file.supposedDecisions.find(({ entitlement }) => entitlement === decision.entitlement);
    return html`<section><h2>${words.supposeHeading}</h2>
      <p class="small">${words.supposeHint}</p>
      ${other ? html`<div class="sides"><div><h3>${words.now}</h3>${this.card(decision)}</div><div><h3>${words.then}</h3>${this.card(other, true)}</div></div>` : nothing}
      ${changed.length ? table(changed, before) : html`<p>${words.same}</p>`}
    </section>`;
  }

  private card(decision: Decision, hypothetical = false): TemplateResult {
    const { vocabulary, quotes } = this.file;
    const labels = Object.fromEntries(Object.values(vocabulary).map(({ id, short_label }) => [id, { label: short_label, quote: quotes[id] ?? '' }]));
    return html`<policy-decision .decision=${decision} .facts=${labels} ?hypothetical=${hypothetical}></policy-decision>`;
  }

  private reply(decision: Decision): string {
    const { vocabulary, entitlements } = this.file;
    const grants = entitlements.find(({ id }) => id === decision.entitlement)?.grants;
    return reply({ decision, clause: this.page, vocabulary, ...(grants ? { grants } : {}) });
  }

  private async copy(text: string, done: string): Promise<void> {
    this.note = (await copyText(text)) ? done : messages.copyFailed;
    setTimeout(() => (this.note = ''), 4000);
  }
}

/** The entitlements whose outcome the supposition changes. */
function table(changed: Decision[], before: Map<string, Decision>): TemplateResult {
  return html`<table>
    <thead><tr><th scope="col">${words.entitlements}</th><th scope="col">${words.now}</th><th scope="col">${words.then}</th></tr></thead>
    <tbody>${changed.map((one) => html`<tr><td>${one.label}</td><td>${outcome(before.get(one.entitlement))}</td><td>${outcome(one)}</td></tr>`)}</tbody>
  </table>`;
}

function outcome(decision: Decision | undefined): string {
  return decision ? `${messages.outcomeMark[decision.outcome]} ${messages.outcome[decision.outcome]}` : '';
}

function quotes(node: Decision['proof'] | undefined): string[] {
  return node ? [...(node.quote ? [node.quote] : []), ...(node.children ?? []).flatMap(quotes)] : [];
}

define('workbench-entitlement', WorkbenchEntitlement);
