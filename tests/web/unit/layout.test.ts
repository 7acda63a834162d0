import assert from 'node:assert/strict';
import test from 'node:test';
import type { Answer, Decision } from '../../../web/src/contract.js';
import { emptyAnswer } from '../../../web/src/conversation/fold.js';
import { layout, questionParts } from '../../../web/src/text/layout.js';

const decision = (entitlement: string) => ({ entitlement, proof: {} }) as unknown as Decision;

function read(answer: Partial<Answer>): string[] {
  return layout({ ...emptyAnswer('c'), ...answer }).map((item) => ('block' in item ? item.block.text : `${item.decision.entitlement}(${item.blocks.map(({ text }) => text)})`));
}

test('a decision stands where its first sentence stands, with all its sentences', () => {
  const blocks = [
    { kind: 'heading', text: '按您说的' },
    { kind: 'conclusion', text: '符合', entitlement: 'a' },
    { kind: 'notice', text: '以口径为准' },
    { kind: 'reason', text: '满30年', entitlement: 'a' },
  ];
  assert.deepEqual(read({ blocks, decisions: [decision('a')] }), ['按您说的', 'a(符合,满30年)', '以口径为准']);
});

test('a decision without a sentence yet stands before all', () => {
  assert.deepEqual(read({ blocks: [{ kind: 'talk', text: '好' }], decisions: [decision('a')] }), ['a()', '好']);
});

test('what was understood is said once: as changes, or as a sentence in a what-if', () => {
  const blocks = [{ kind: 'understood', text: '我理解：56岁' }];
  const changes = [{ fact: 'age', op: 'set' as const, value: 56, previous: null }];
  assert.deepEqual(read({ blocks, changes }), []);
  assert.deepEqual(read({ blocks, changes: [], hypothetical: true }), ['我理解：56岁']);
});

test('the question comes last, with what one needs to know apart from it', () => {
  const question = { fact: 'age', text: '您多大年纪？', why: '', options: [] };
  const blocks = [{ kind: 'question', text: '您多大年纪？（按周岁）' }, { kind: 'notice', text: '以口径为准' }];
  assert.deepEqual(read({ blocks, question }), ['以口径为准']);
  assert.deepEqual(questionParts({ ...emptyAnswer('c'), blocks, question }), ['您多大年纪？', '按周岁']);
  assert.deepEqual(questionParts({ ...emptyAnswer('c'), question }), ['您多大年纪？', '']);
  assert.deepEqual(questionParts(emptyAnswer('c')), ['', '']);
});
