import { html, type TemplateResult } from 'lit';
import type { Block, Citation } from '../contract.js';
import { messages } from '../messages.js';
import { splitMarks } from '../text/marks.js';
import { signal } from './signals.js';

/** Text as paragraphs of text nodes, its `[n]` marks as buttons that open the clause. `shown` is where signals start. */
export function answerText(text: string, citations: Citation[], shown: EventTarget): TemplateResult[] {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => html`<p class="wrap">${splitMarks(line, citations.length).map((piece) => one(piece, citations, shown))}</p>`);
}

/** A block as its kind is laid out. */
export function blockText({ kind, text }: Block, citations: Citation[], shown: EventTarget): TemplateResult {
  return html`<div class=${kind}>${answerText(text, citations, shown)}</div>`;
}

function one(piece: string | number, citations: Citation[], shown: EventTarget): unknown {
  return typeof piece === 'string' ? piece : citationMark(piece, citations[piece - 1] as Citation, shown);
}

/** The small number of a citation. */
export function citationMark(index: number, citation: Citation, shown: EventTarget): TemplateResult {
  const open = () => signal(shown, 'policy-cite', { clause: citation.clause, citation });
  return html`<button class="cite" aria-label=${messages.cite(index, citation.clause.number)} @click=${open}>${index}</button>`;
}
