// Builds the scripts and the style sheet that the service serves. What it writes is committed, so that serving needs no Node.
import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const out = new URL('../assistant/service/static/', import.meta.url);
const here = (path) => new URL(path, import.meta.url).pathname;

/** The greatest size of each script, gzipped. */
export const budgets = { 'policy-assistant.js': 30_720, 'workbench.js': 46_080 };

const entries = { 'policy-assistant': 'src/policy-assistant.ts', workbench: 'src/workbench.ts' };

await build({
  entryPoints: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, here(path)])),
  outdir: out.pathname,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2019',
  charset: 'utf8',
  legalComments: 'eof',
  loader: { '.css': 'text' },
  plugins: [shortTemplates()],
});

const site = (await readFile(here('src/tokens.css'), 'utf8')) + (await readFile(here('src/site.css'), 'utf8'));
await writeFile(new URL('site.css', out), site);

for (const [name, budget] of Object.entries(budgets)) {
  const size = gzipSync(await readFile(new URL(name, out)), { level: 9 }).length;
  console.log(`${name}: ${size} bytes gzipped of ${budget}`);
  if (size > budget) process.exitCode = 1;
}

/** Takes the indentation out of html`…` and css`…`: it would be most of the script's whitespace. */
function shortTemplates() {
  return {
    name: 'short-templates',
    setup({ onLoad }) {
      onLoad({ filter: /src\/.*\.ts$/ }, async ({ path }) => ({
        contents: (await readFile(path, 'utf8')).replace(/\n\s+/g, '\n'),
        loader: 'ts',
      }));
    },
  };
}
