import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Citation, ClausePage } from '../contract.js';
import { messages } from '../messages.js';
import { base } from '../styles.js';
import { define } from './signals.js';

/** A half-open range of characters to mark. */
export interface Range {
  start: number;
  end: number;
}

/**
 * A clause as published, with the words marked that an answer rests on, and its document's 文号, date and force.
 *
 * @property page the clause, or null while it is fetched
 * @property citation what was cited: shown alone where the clause cannot be had
 * @property ranges what to mark; by default the citation
 * @attr failed whether the clause could not be had
 * @csspart text
 */
export class PolicyClause extends LitElement {
  @property({ attribute: false }) page: ClausePage | null = null;
  @property({ attribute: false }) citation?: Citation;
  @property({ attribute: false }) ranges?: Range[];
  @property({ type: Boolean }) failed = false;

  static override styles = [
    base,
    css`
      :host { display: grid; gap: 12px; }
      .path { color: var(--pa-text-2); font-size: .875em; }
      h3 { font-size: 1em; }
      .text { white-space: pre-wrap; line-height: 1.8; }
      mark { background: var(--pa-mark); color: var(--pa-mark-text); border-bottom: 2px solid currentColor; }
      dl { display: grid; grid-template-columns: auto 1fr; gap: .3em 1em; font-size: .875em; border-top: 1px solid var(--pa-line); padding-top: 12px; }
      dt { color: var(--pa-text-2); }
      .trial { display: inline-block; border: 1px solid var(--pa-person); color: var(--pa-person); background: var(--pa-person-soft); border-radius: 4px; padding: 0 .4em; }
    `,
  ];

  override render() {
    if (this.page) return this.whole(this.page);
    if (!this.failed) return html`<p>${messages.clauseLoading}</p>`;
    return html`<p>${messages.clauseFailed}</p>${this.citation ? html`<p class="text"><mark>${this.citation.quote}</mark></p>` : nothing}`;
  }

  private whole({ label, title, text, path, document, clause }: ClausePage): TemplateResult {
    const ranges = this.ranges ?? (this.citation ? [this.citation] : []);
    return html`${path?.length ? html`<p class="path wrap">${path.join(' › ')}</p>` : nothing}
      <h3 class="wrap">${label || messages.clause(clause.number)}${title && !text.includes(title) ? html` ${title}` : nothing}</h3>
      <p class="text wrap" part="text">${marked(text, ranges)}</p>
      <dl>
        <dt>${messages.document}</dt><dd class="wrap">《${document.title}》</dd>
        <dt>${messages.documentNumber}</dt><dd class="wrap">${document.number}</dd>
        ${row(messages.issuer, document.issuer)}${row(messages.issued, document.issued)}
        ${document.status
          ? html`<dt>${messages.status}</dt><dd><span class=${document.status}>${messages.statusWords[document.status] ?? document.status}</span></dd>`
          : nothing}
      </dl>`;
  }
}

function row(name: string, text: string | null | undefined): TemplateResult | typeof nothing {
  return text ? html`<dt>${name}</dt><dd class="wrap">${text}</dd>` : nothing;
}

/** `text` with the ranges marked; they may touch and overlap. */
export function marked(text: string, ranges: Range[]): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let from = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const begin = Math.max(start, from);
    if (end <= begin) continue;
    parts.push(text.slice(from, begin), html`<mark>${text.slice(begin, end)}</mark>`);
    from = end;
  }
  parts.push(text.slice(from));
  return parts;
}

define('policy-clause', PolicyClause);
