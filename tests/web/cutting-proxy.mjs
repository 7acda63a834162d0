// A line to the real service that can be cut in the middle of an answer.
import { connect, createServer } from 'node:net';

/** Starts it; `line.cutAt` bytes of the next event stream get through, then the line breaks, once. */
export async function startCuttingProxy(target) {
  const { hostname, port } = new URL(target);
  const line = { cutAt: 0, cuts: 0 };
  const open = new Set();
  const server = createServer((browser) => {
    open.add(browser.on('close', () => open.delete(browser)));
    const service = connect(Number(port), hostname);
    let streamed = -1;
    browser.pipe(service);
    service.on('data', (chunk) => {
      const begins = chunk.includes('text/event-stream');
      if (begins) streamed = 0;
      if (streamed < 0 || !line.cutAt) return void browser.write(chunk);
      const room = Math.max(line.cutAt - streamed, 0);
      streamed += chunk.length;
      browser.write(chunk.subarray(0, room));
      if (streamed < line.cutAt) return;
      Object.assign(line, { cutAt: 0, cuts: line.cuts + 1 });
      browser.destroy();
    });
    for (const [one, other] of [[browser, service], [service, browser]]) one.on('error', () => other.destroy()).on('close', () => other.destroy());
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${server.address().port}`, line, close: () => new Promise((done) => (server.close(done), open.forEach((socket) => socket.destroy()))) };
}
