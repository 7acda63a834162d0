import assert from 'node:assert/strict';
import test from 'node:test';
import { splitMarks, withoutMarks } from '../../../web/src/text/marks.js';

test('a mark becomes the number of its citation', () => {
  assert.deepEqual(splitMarks('可以[1]，不占[2]。', 2), ['可以', 1, '，不占', 2, '。']);
});

test('a mark beyond the citations stays as it was written', () => {
  assert.deepEqual(splitMarks('附表[9]', 1), ['附表[9]']);
});

test('brackets of a document number are not marks', () => {
  assert.deepEqual(splitMarks('〔2016〕44号[2016]', 3), ['〔2016〕44号[2016]']);
});

test('without marks only the words are left', () => {
  assert.equal(withoutMarks('可以[1]。', 1), '可以。');
});
