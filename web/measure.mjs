// What a visitor waits for and what a page weighs, from the real service in headless Chromium: `npm run measure`.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { launch } from '../tests/web/browser.mjs';
import { startService } from '../tests/web/real-service.mjs';

const VISITS = 9;
const STATIC = new URL('../assistant/service/static/', import.meta.url);

const service = await startService();
const browser = await launch();
const visits = [];
for (let count = 0; count < VISITS; count++) visits.push(await visit());
await browser.close();
await service.close();

const median = (name) => visits.map((one) => one[name]).sort((a, b) => a - b)[Math.floor(VISITS / 2)];
console.log(`first contentful paint: ${Math.round(median('paint'))} ms`);
console.log(`greeting on the screen: ${median('greeting')} ms`);
console.log(`from Enter to the clause on the screen: ${median('answer')} ms`);
console.log(`transferred, all of the page: ${(median('bytes') / 1024).toFixed(1)} KB`);
for (const name of ['policy-assistant.js', 'workbench.js', 'site.css']) {
  console.log(`${name}: ${(gzipSync(await readFile(new URL(name, STATIC)), { level: 9 }).length / 1024).toFixed(1)} KB gzipped`);
}

/** One visit with an empty cache, and one question. */
async function visit() {
  const context = await browser.newContext();
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await client.send('Network.enable');
  const begun = Date.now();
  await page.goto(service.address);
  await page.getByText('您好').first().waitFor();
  const greeting = Date.now() - begun;
  const weight = bytes;
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
  await page.getByRole('textbox').fill('四免是哪四免');
  const asked = Date.now();
  await page.keyboard.press('Enter');
  await page.getByText('免除职称外语').first().waitFor();
  const answer = Date.now() - asked;
  await context.close();
  return { paint, greeting, answer, bytes: weight };
}
