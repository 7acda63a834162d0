import assert from 'node:assert/strict';
import test from 'node:test';
import { accentFor } from '../../../web/src/text/colour.js';

test('a colour too light to read is made darker until it can be read', () => {
  const green = accentFor('#07c160', false);
  assert.ok(green && green.accent !== '#07c160');
  assert.equal(green.text, '#ffffff');
});

test('a colour that can be read is left as it is', () => {
  assert.equal(accentFor('#0b3d91', false)?.accent, '#0b3d91');
});

test('in the dark a dark colour is made lighter, with dark text on it', () => {
  const blue = accentFor('#0b3d91', true);
  assert.ok(blue && blue.accent > '#0b3d91');
  assert.equal(blue.text, '#000000');
});

test('what is not a colour changes nothing', () => {
  assert.equal(accentFor('red; background: url(x)', false), null);
});
