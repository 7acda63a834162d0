import assert from 'node:assert/strict';
import test from 'node:test';
import type { ProofNode, Status } from '../../../web/src/contract.js';
import { opens, reasons, stepText, verdict } from '../../../web/src/text/proof.js';

function step(kind: string, status: Status, text = '', ...children: ProofNode[]): ProofNode {
  return { kind, status, text, children };
}

const texts = (root: ProofNode) => reasons(root).map(({ text }) => text);

test('an exception that applies speaks against, one that does not speaks for', () => {
  assert.deepEqual(verdict(step('exception', 'true')), { tone: 'false', words: '属于除外' });
  assert.deepEqual(verdict(step('exception', 'false')), { tone: 'true', words: '不在除外之列' });
  assert.equal(verdict(step('exception', 'unknown')).tone, 'unknown');
});

test('an alternative that is not needed speaks neither way', () => {
  const parent = step('any', 'true');
  assert.equal(verdict(step('condition', 'false'), parent).tone, 'idle');
  assert.equal(verdict(step('condition', 'true'), parent).tone, 'true');
});

test('where it holds every condition that holds is a reason, and of alternatives the one that holds', () => {
  const root = step('entitlement', 'true', '', step('condition', 'true', '乡镇'), step('any', 'true', '', step('condition', 'false', '满15年'), step('condition', 'true', '满30年')), step('exception', 'false', '中小学'));
  assert.deepEqual(texts(root), ['乡镇', '满30年', '中小学']);
});

test('of alternatives that hold the shortest is the reason', () => {
  const long = step('all', 'true', '', step('condition', 'true', '满15年'), step('condition', 'true', '满55岁'));
  assert.deepEqual(texts(step('entitlement', 'true', '', step('any', 'true', '', long, step('condition', 'true', '满30年')))), ['满30年']);
});

test('where it fails only what fails is a reason', () => {
  const root = step('entitlement', 'false', '', step('condition', 'true', '乡镇'), step('all', 'false', '', step('condition', 'true', '本科'), step('condition', 'false', '满3年')), step('exception', 'true', '以考代评'));
  assert.deepEqual(texts(root), ['满3年', '以考代评']);
});

test('readings that come to the same are one reason and stay folded, others are told apart', () => {
  const alike = step('reading', 'true', '街道', step('reading', 'true', '不算', step('condition', 'true', '乡镇')), step('reading', 'true', '算', step('condition', 'true', '乡镇或街道')));
  const apart = step('reading', 'unknown', '高级', step('reading', 'false', '都须', step('condition', 'false', '高级')), step('reading', 'true', '只约束', step('condition', 'true', '满15年')));
  assert.deepEqual(texts(step('entitlement', 'unknown', '', alike, apart)), ['乡镇', '高级', '满15年']);
  assert.equal(opens(alike), false);
  assert.equal(opens(apart), true);
  assert.equal(stepText(apart.children![0]!, apart), '理解为“都须”');
});
