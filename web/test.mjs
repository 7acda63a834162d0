// Bundles the unit tests (TypeScript) into a folder that is thrown away, and runs them with Node's test runner.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const source = new URL('../tests/web/unit/', import.meta.url).pathname;
const out = mkdtempSync(join(tmpdir(), 'wence-web-'));
const files = readdirSync(source).filter((name) => name.endsWith('.test.ts'));

await build({ entryPoints: files.map((name) => join(source, name)), outdir: out, bundle: true, platform: 'node', format: 'esm', outExtension: { '.js': '.mjs' } });
const { status } = spawnSync(process.execPath, ['--test', ...files.map((name) => join(out, name.replace(/ts$/, 'mjs')))], { stdio: 'inherit' });
rmSync(out, { recursive: true });
process.exit(status ?? 1);
