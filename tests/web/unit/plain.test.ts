import assert from 'node:assert/strict';
import test from 'node:test';
import { emptyAnswer } from '../../../web/src/conversation/fold.js';
import { plainAnswer } from '../../../web/src/text/plain.js';

test('a copied answer names the document, its number and the clause, and quotes its words', () => {
  const answer = {
    ...emptyAnswer('c'),
    text: '可以[1]。',
    citations: [{ clause: { document: 'd', number: 12 }, quote: '满30年', start: 0, end: 4, document_title: '实施意见', document_number: '〔2016〕44号' }],
    notices: ['以当地口径为准。'],
  };
  assert.equal(plainAnswer(answer), '可以。\n\n依据：\n《实施意见》（〔2016〕44号）第12条：“满30年”\n\n以当地口径为准。');
});

test('the same source is listed once, and a notice already said is not said twice', () => {
  const citation = { clause: { document: 'd', number: 8 }, quote: '免', start: 0, end: 1, document_title: 't', document_number: 'n' };
  const answer = { ...emptyAnswer('c'), text: '免。以口径为准。', citations: [citation, citation], notices: ['以口径为准。'] };
  assert.equal(plainAnswer(answer).match(/第8条/g)?.length, 1);
  assert.equal(plainAnswer(answer).match(/以口径为准/g)?.length, 1);
});
