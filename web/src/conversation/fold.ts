import type { Answer, Block, Change, Citation, Decision, FactView, Question, StreamEvent } from '../contract.js';

/** An answer before its first event. */
export function emptyAnswer(conversation: string): Answer {
  return {
    conversation,
    turn: 0,
    act: '',
    text: '',
    blocks: [],
    facts: {},
    bounds: {},
    changes: [],
    decisions: [],
    citations: [],
    question: null,
    suggestions: [],
    hypothetical: false,
    notices: [],
    handoff: null,
  };
}

/** The answer so far, one event later. Events of kinds that are not known leave it as it is. */
export function fold(answer: Answer, event: StreamEvent): Answer {
  switch (event.type) {
    case 'turn.started':
      return { ...answer, ...(event.data as { conversation: string; turn: number }) };
    case 'facts.updated':
      return { ...answer, ...(event.data as { changes: Change[]; facts: Record<string, FactView> }) };
    case 'decision.made':
      return { ...answer, decisions: [...answer.decisions, event.data as Decision] };
    case 'answer.block':
      return withBlock(answer, event.data as Block & { index: number });
    case 'citation.added':
      return { ...answer, citations: [...answer.citations, event.data as Citation] };
    case 'question.asked':
      return { ...answer, question: event.data as Question };
    case 'turn.finished':
      return event.data as Answer;
    default:
      return answer;
  }
}

function withBlock(answer: Answer, { index, ...block }: Block & { index: number }): Answer {
  const blocks = answer.blocks.slice();
  blocks[index] = block;
  return { ...answer, blocks, text: blocks.map(({ text }) => text).join('\n') };
}
