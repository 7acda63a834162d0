import type { Answer, Block, Decision } from '../contract.js';

/** One thing in the flow of an answer: a sentence by itself, or a decision with the sentences that speak of it. */
export type Item = { block: Block } | { decision: Decision; blocks: Block[] };

/**
 * An answer in the order in which it reads: each decision stands where its first sentence stands, or before all where it
 * has none yet. What was understood is left out where it is shown as changes; the question is, since it
 * comes last.
 */
export function layout({ blocks, decisions, changes, hypothetical }: Answer): Item[] {
  const shown = blocks.filter((block) => block && block.kind !== 'question' && !(block.kind === 'understood' && changes.length && !hypothetical));
  const cards = new Map(decisions.map((decision) => [decision.entitlement, { decision, blocks: [] as Block[] }]));
  const spoken = new Set(shown.map(({ entitlement }) => entitlement));
  const items: Item[] = decisions.filter(({ entitlement }) => !spoken.has(entitlement)).map((decision) => ({ decision, blocks: [] }));
  for (const block of shown) {
    const card = block.entitlement ? cards.get(block.entitlement) : undefined;
    if (!card) items.push({ block });
    else if (card.blocks.push(block) === 1) items.push(card);
  }
  return items;
}

/** The question, and what one needs to know in order to answer it; '' for what there is not. */
export function questionParts({ blocks, question }: Answer): [question: string, hint: string] {
  const text = blocks.find((block) => block?.kind === 'question')?.text ?? question?.text ?? '';
  const asked = question?.text ?? text;
  const hint = text.startsWith(asked) ? text.slice(asked.length) : '';
  return hint ? [asked, hint.replace(/^（(.*)）$/, '$1')] : [text, ''];
}
