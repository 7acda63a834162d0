import type { ClausePage, Decision, FactDefinition, ProofNode } from '../contract.js';
import { messages } from '../messages.js';
import { reasons, stepText, verdict } from '../text/proof.js';
import { words } from './words.js';

/** What an answer to a caller is made of. */
export interface ReplyParts {
  decision: Decision;
  clause: ClausePage | null;
  grants?: string;
  vocabulary: Record<string, FactDefinition>;
}

/**
 * The answer ready to read out or paste: conclusion, reasons, what is missing, who decides, the clause's words with
 * 文号, date and force.
 */
export function reply({ decision, clause, grants, vocabulary }: ReplyParts): string {
  const { replyParts } = words;
  const { outcome, label, determinations, missing, earliest, short_by, readings } = decision;
  const name = (id: string) => vocabulary[id]?.short_label ?? id;
  const lines = [`【${replyParts.outcome}】${messages.outcome[outcome]}：${label}`];
  if (outcome === 'met' && grants) lines[0] += `（${grants}）`;
  lines.push(`【${replyParts.reason}】`, ...reasons(decision.proof).map(reason));
  lines.push(...short_by.map(({ fact, have, need, unit }) => `${messages.shortBy}：${words.shortBy(name(fact), have, need, unit)}`));
  if (earliest) lines.push(`${messages.earliest}：${earliest.date}`);
  if (outcome === 'divergent') lines.push(words.readings(readings.length));
  if (missing.length) lines.push(`【${replyParts.missing}】${missing.map(name).join('、')}`);
  if (determinations.length) lines.push(`【${replyParts.decides}】${determinations.map((one) => `${one.label}：${one.by}`).join('；')}`);
  if (clause) lines.push(`【${replyParts.clause}】${source(clause)}`, clause.text);
  lines.push(`【${replyParts.note}】${words.local}`);
  return lines.join('\n');
}

/** 《title》（文号，date，force）第n条. */
export function source({ document, clause, label }: ClausePage): string {
  const force = document.status ? messages.statusWords[document.status] : '';
  return `《${document.title}》（${[document.number, document.issued, force].filter(Boolean).join('，')}）${label || messages.clause(clause.number)}`;
}

function reason(step: ProofNode): string {
  const { tone, words: meaning } = verdict(step);
  const text = stepText(step);
  const quote = step.quote && !text.includes(step.quote) ? words.quoted(step.quote) : '';
  return `${messages.nodeMark[tone]} ${step.kind === 'exception' ? `${meaning}：${text}` : text}${quote}`;
}
