import { createParser } from 'eventsource-parser';
import type { StreamEvent } from '../contract.js';

/**
 * The events of a `text/event-stream` body, in order. Bytes may be cut anywhere, also inside a character.
 * Ends when the body ends; throws what the body throws.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const ready: StreamEvent[] = [];
  const parser = createParser({
    onEvent: ({ id, event, data }) => ready.push({ id: Number(id) || 0, type: event ?? '', data: JSON.parse(data) }),
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parser.feed(decoder.decode(value, { stream: true }));
      yield* ready.splice(0);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
