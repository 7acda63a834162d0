import { html, nothing, type TemplateResult } from 'lit';
import type { Block, Citation } from '../contract.js';
import { messages } from '../messages.js';
import { splitMarks } from '../text/marks.js';
import { signal } from './signals.js';

/** Text as paragraphs of text nodes, its `[n]` marks as buttons that open the clause. `shown` is where signals start. */
export function answerText(text: string, citations: Citation[], shown: EventTarget): TemplateResult[] {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => html`<p class="wrap">${splitMarks(line, citations.length).map((piece, index, all) => one(piece, citations, shown, all[index + 1], all[index - 1]))}</p>`);
}

/** A block as its kind is laid out. */
export function blockText({ kind, text }: Block, citations: Citation[], shown: EventTarget): TemplateResult {
  return html`<div class=${kind}>${answerText(text, citations, shown)}</div>`;
}

/** How many characters a mark keeps with it at the end of a line. */
const KEPT = 2;

function one(piece: string | number, citations: Citation[], shown: EventTarget, next?: string | number, before?: string | number): unknown {
  const mark = (index: number) => citationMark(index, citations[index - 1] as Citation, shown);
  if (typeof piece === 'number') return typeof before === 'string' ? nothing : mark(piece);
  if (typeof next !== 'number') return piece;
  return html`${piece.slice(0, -KEPT)}<span class="keep">${piece.slice(-KEPT)}${mark(next)}</span>`;
}

/** The small number of a citation. */
export function citationMark(index: number, citation: Citation, shown: EventTarget): TemplateResult {
  const open = () => signal(shown, 'policy-cite', { clause: citation.clause, citation });
  return html`<button class="cite" aria-label=${messages.cite(index, citation.clause.number)} @click=${open}>${index}</button>`;
}
