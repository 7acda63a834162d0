import assert from 'node:assert/strict';
import test from 'node:test';
import type { ClausePage, Decision, FactDefinition, Outcome, ProofNode, Status } from '../../../web/src/contract.js';
import { reply } from '../../../web/src/workbench/reply.js';

const clause: ClausePage = {
  clause: { document: 'd', number: 12 }, label: '第12条', title: '', text: '满30年可聘。', path: [],
  document: { title: '意见', number: '〔2016〕44号', issued: '2016-06-17', status: 'trial' },
};
const vocabulary: Record<string, FactDefinition> = {
  years: { id: 'years', label: '年限全称', short_label: '年限', type: 'number', unit: '年' },
  series: { id: 'series', label: '系列', short_label: '职称系列', type: 'enum', options: [{ value: '卫生', label: '卫生' }] },
  post: { id: 'post', label: '岗位', short_label: '专业技术岗位', type: 'boolean' },
  mode: { id: 'mode', label: '评价方式', short_label: '评价方式', type: 'enum' },
};

const step = (kind: string, status: Status, more: Partial<ProofNode>): ProofNode => ({ kind, status, text: '规则里的话', ...more });
const met = step('condition', 'true', { fact: 'years', value: 31, quote: '满30年' });

function decided(outcome: Outcome, more: Partial<Decision> = {}, ...children: ProofNode[]): string[] {
  const proof = step('entitlement', 'true', { children: children.length ? children : [met] });
  const decision: Decision = { entitlement: 'e', label: '聘任', clause: clause.clause, outcome, missing: [], determinations: [], readings: [], earliest: null, short_by: [], proof, ...more };
  return reply({ decision, clause, vocabulary, grants: '不占职数' }).split('\n');
}

test('the answer begins with the conclusion and what it grants, and ends with the clause and the local word', () => {
  assert.deepEqual(decided('met'), [
    '【结论】符合：聘任（不占职数）',
    '【理由】',
    '✓ 年限31年——条文：「满30年」',
    '【依据】《意见》（〔2016〕44号，2016-06-17，试行）第12条',
    '满30年可聘。',
    '【说明】以当地人社部门现行口径为准。',
  ]);
});

test('a reason is said by what is known of the caller, once, and not in the words of the rule', () => {
  const law = { kind: 'law', status: 'true' as const, text: '卫生中级以考代评' };
  const lines = decided('needs_facts', {},
    step('premise', 'true', { fact: 'years', value: 31 }),
    step('premise', 'true', { fact: 'post', value: true }),
    step('condition', 'unknown', { fact: 'post', value: null, quote: '专业技术岗位' }),
    step('exception', 'false', { fact: 'series', value: '卫生', quote: '中小学系列除外' }),
    step('exception', 'true', { text: '另一条', fact: 'mode', value: null, quote: '以考代评除外', children: [law] }),
  );
  assert.deepEqual(lines.slice(2, 6), [
    '✓ 年限31年',
    '？ 还不知道：专业技术岗位——条文：「专业技术岗位」',
    '✓ 职称系列：卫生，不在除外之列——条文：「中小学系列除外」',
    '✕ 卫生中级以考代评，属于除外——条文：「以考代评除外」',
  ]);
});

test('what is not met grants nothing, and says what is short and from when it will be met', () => {
  const lines = decided('not_met', { short_by: [{ fact: 'years', have: 27, need: 30, unit: '年' }], earliest: { date: '2029-11-24', because: ['years'] } });
  assert.equal(lines[0], '【结论】不符合：聘任');
  assert.ok(lines.includes('还差：年限现在 27 年，须满 30 年。'));
  assert.ok(lines.includes('最早符合日期：2029-11-24'));
});

test('what waits for a finding says whose, what waits for facts says which', () => {
  assert.ok(decided('needs_determination', { determinations: [{ fact: 'x', label: '考核合格', by: '用人单位' }] }).includes('【由谁认定】考核合格：用人单位'));
  assert.ok(decided('needs_facts', { missing: ['years'] }).includes('【还需要了解】年限'));
});
