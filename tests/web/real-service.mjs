// The real service on a free port, with an event log that is thrown away.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = process.env.WENCE ?? new URL('../../.venv/bin/wence', import.meta.url).pathname;
const READY_MS = 30_000;

export const STAFF_TOKEN = 'browser-tests';

/** Starts it with `settings` (environment variables) and waits until it is ready. */
export async function startService(settings = {}) {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'wence-browser-'));
  const env = { ...process.env, WENCE_DATA_DIR: data, WENCE_STAFF_TOKEN: STAFF_TOKEN, WENCE_LOG_LEVEL: 'warning', ...settings };
  const child = spawn(PROGRAM, ['serve', '--port', String(port)], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const address = `http://127.0.0.1:${port}`;
  await ready(`${address}/readyz`, child);
  const close = () =>
    new Promise((done) => {
      child.once('exit', () => (rmSync(data, { recursive: true, force: true }), done()));
      child.kill();
    });
  return { address, close };
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function ready(url, child) {
  const end = Date.now() + READY_MS;
  while (Date.now() < end && child.exitCode === null) {
    if (await fetch(url).then((response) => response.ok, () => false)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the service did not become ready (exit ${child.exitCode})`);
}
