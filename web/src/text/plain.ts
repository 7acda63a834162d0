import type { Answer } from '../contract.js';
import { messages } from '../messages.js';
import { withoutMarks } from './marks.js';

/** The answer ready to paste into a message: what it says, then each source with 文号, clause and words, then what must be said with it. */
export function plainAnswer(answer: Answer): string {
  const sources = answer.citations.map(
    ({ clause, quote, document_title, document_number }) =>
      `《${document_title}》（${document_number}）${messages.clause(clause.number)}：“${quote}”`,
  );
  const lines = [withoutMarks(answer.text, answer.citations.length)];
  if (sources.length) lines.push('', `${messages.sources}：`, ...new Set(sources));
  const notices = answer.notices.filter((notice) => !answer.text.includes(notice));
  if (notices.length) lines.push('', ...notices);
  return lines.join('\n');
}

/** The answer as it is read aloud: no marks, and the question last. */
export function spokenAnswer(answer: Answer): string {
  return withoutMarks(answer.text, answer.citations.length);
}
