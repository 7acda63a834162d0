import assert from 'node:assert/strict';
import test from 'node:test';
import type { StreamEvent } from '../../../web/src/contract.js';
import { readEvents } from '../../../web/src/conversation/event-stream.js';

const TEXT = 'retry: 3000\n\n: ping\n\nid: 7\nevent: answer.block\ndata: {"index":0,"kind":"p","text":"满30年\u2028可聘"}\n\nid: 8\nevent: turn.finished\ndata: {"turn":1}\n\n';
const BYTES = new TextEncoder().encode(TEXT);

function bodyOf(...pieces: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      pieces.forEach((piece) => controller.enqueue(piece));
      controller.close();
    },
  });
}

async function all(body: ReadableStream<Uint8Array>): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

const WHOLE: StreamEvent[] = [
  { id: 7, type: 'answer.block', data: { index: 0, kind: 'p', text: '满30年\u2028可聘' } },
  { id: 8, type: 'turn.finished', data: { turn: 1 } },
];

test('a stream gives its events in order, comments and retry left out', async () => {
  assert.deepEqual(await all(bodyOf(BYTES)), WHOLE);
});

test('a stream cut at any byte gives the same events', async () => {
  for (let cut = 1; cut < BYTES.length; cut++) {
    assert.deepEqual(await all(bodyOf(BYTES.slice(0, cut), BYTES.slice(cut))), WHOLE, `cut at byte ${cut}`);
  }
});
