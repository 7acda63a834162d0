import assert from 'node:assert/strict';
import test from 'node:test';
import type { Checked, Decision, FactDefinition } from '../../../web/src/contract.js';
import { ServiceProblem } from '../../../web/src/conversation/api.js';
import { CaseFile, type Facts } from '../../../web/src/workbench/case-file.js';
import { caseLink, caseOf } from '../../../web/src/workbench/case-link.js';
import type { Knowledge } from '../../../web/src/workbench/knowledge.js';

const definition = (id: string) => ({ id, label: id, short_label: id, type: 'number' }) as FactDefinition;

/** Decides `years` ≥ 30 as met, refuses years below 0, and answers each check after its own delay. */
class SmallKnowledge {
  delays: number[] = [];

  facts = async () => [definition('years'), definition('age')];
  entitlements = async () => [{ id: 'long', label: '长期', clause: { document: 'd', number: 1 }, facts: ['years'] }];
  understand = async () => ({ facts: { years: 31 }, bounds: {}, commands: [{ fact: 'years', quote: '31年' }] });

  async check(facts: Facts): Promise<Checked> {
    await new Promise((done) => setTimeout(done, this.delays.shift() ?? 0));
    if (Number(facts.years) < 0) throw new ServiceProblem({ title: '', status: 422, detail: '年限不能为负' });
    const outcome = facts.years === undefined ? 'needs_facts' : Number(facts.years) >= 30 ? 'met' : 'not_met';
    const decision = { entitlement: 'long', outcome, missing: outcome === 'needs_facts' ? ['years'] : [], determinations: [] };
    return { decisions: [decision as unknown as Decision], ask_next: outcome === 'needs_facts' ? 'years' : null };
  }
}

async function opened(knowledge = new SmallKnowledge()): Promise<CaseFile> {
  const file = new CaseFile(knowledge as unknown as Knowledge);
  await file.open();
  return file;
}

const outcome = (file: CaseFile) => file.decisions[0]?.outcome;

test('each fact decides anew', async () => {
  const file = await opened();
  assert.equal(outcome(file), 'needs_facts');
  await file.set('years', 31);
  assert.equal(outcome(file), 'met');
  await file.set('years', null);
  assert.equal(outcome(file), 'needs_facts');
});

test('the last change wins where answers overtake one another', async () => {
  const knowledge = new SmallKnowledge();
  const file = await opened(knowledge);
  knowledge.delays = [20, 0];
  await Promise.all([file.set('years', 31), file.set('years', 5)]);
  assert.equal(outcome(file), 'not_met');
});

test('a problem is told in the words of the service, and not wiped out by an older answer', async () => {
  const knowledge = new SmallKnowledge();
  const file = await opened(knowledge);
  knowledge.delays = [20, 0];
  await Promise.all([file.set('years', 31), file.set('years', -1)]);
  assert.equal(file.problem, '年限不能为负');
  await file.set('years', 31);
  assert.equal(file.problem, '');
});

test('a what-if is decided beside the case and leaves it alone', async () => {
  const file = await opened();
  await file.set('years', 31);
  await file.suppose(true);
  await file.set('years', 5, true);
  assert.equal(outcome(file), 'met');
  assert.equal(file.supposedDecisions[0]?.outcome, 'not_met');
  await file.suppose(false);
  assert.deepEqual(file.told.facts, { years: 31 });
});

test('what matters for the chosen entitlement comes first, the most useful at the top', async () => {
  const file = await opened();
  await file.set('age', 56);
  await file.choose('long');
  assert.deepEqual(file.relevant.map(({ id }) => id), ['years']);
  assert.deepEqual(file.others.map(({ id }) => id), ['age']);
});

test('free text fills the case and says what it took', async () => {
  const file = await opened();
  await file.fill('干了31年');
  assert.deepEqual(file.told.facts, { years: 31 });
  assert.equal(file.heard, '记下：years31');
  assert.deepEqual(file.quotes, { years: '31年' });
  await file.set('years', 30);
  assert.deepEqual(file.quotes, {}, 'what was set by hand has no words of the caller');
});

test('a case goes into a link and comes back from it', () => {
  const told = { facts: { years: 31, level: '乡镇' }, bounds: { age: { below: 60, quote: '不到六十', turn: 1 } } };
  const link = new URL(caseLink('http://x/workbench#old', told, 'long'));
  assert.equal(link.search, '');
  assert.deepEqual(caseOf(link.hash), { ...told, chosen: 'long' });
});

test('what is no case in a link is left alone', () => {
  for (const hash of ['', '#case=', '#case=%7Bbroken', '#other']) assert.equal(caseOf(hash), null);
});
