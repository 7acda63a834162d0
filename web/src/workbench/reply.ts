import type { ClausePage, Decision, FactDefinition, ProofNode } from '../contract.js';
import { messages } from '../messages.js';
import { factText } from '../text/facts.js';
import { reasons, stepText } from '../text/proof.js';
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
  lines.push(`【${replyParts.reason}】`, ...once(reasons(decision.proof)).map((step) => reason(step, vocabulary)));
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

/** Without what is presupposed of a fact that a condition of the clause speaks of anyway. */
function once(steps: ProofNode[]): ProofNode[] {
  const quoted = new Set(steps.filter(({ quote }) => quote).map(({ fact }) => fact));
  return steps.filter(({ quote, fact }) => quote || !fact || !quoted.has(fact));
}

/** A condition by what is known of the caller, not in the words of the rule. */
function reason(step: ProofNode, vocabulary: Record<string, FactDefinition>): string {
  const { fact, value, status, kind, quote } = step;
  const definition = fact ? vocabulary[fact] : undefined;
  const known = value === null || value === undefined ? derived(step) : definition && factText(definition, value);
  const said = known || (definition?.short_label ?? stepText(step));
  const { excepted, notExcepted, ...plain } = words.reasons;
  const settled = kind === 'exception' && { true: excepted, false: notExcepted, unknown: plain.unknown }[status];
  return (settled || plain[status])(said) + (quote ? words.clauseSays(quote) : '');
}

/** What a law makes of other facts, where the fact itself was not told. */
function derived({ children = [] }: ProofNode): string | undefined {
  return children.find(({ kind }) => kind === 'law')?.text;
}
