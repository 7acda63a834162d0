// The pages of the real service in a real browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { axePath, launch } from '../browser.mjs';
import { startCuttingProxy } from '../cutting-proxy.mjs';
import { startService, STAFF_TOKEN } from '../real-service.mjs';

const AXE = readFileSync(axePath, 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser, service, host, stranger, context, page;

before(async () => {
  [host, stranger] = [await embeddingSite(), await embeddingSite()];
  service = await startService({ WENCE_EMBED_ORIGINS: host.origin });
  browser = await launch();
});
after(() => Promise.all([browser?.close(), service?.close(), host?.close(), stranger?.close()]));

beforeEach(() => visit());
afterEach(() => context.close());

/** A fresh browser profile; what goes wrong on the page is kept in `page.wrong`. */
async function visit(options = {}) {
  context = await browser.newContext({ viewport: { width: 390, height: 780 }, reducedMotion: 'reduce', ...options });
  page = await context.newPage();
  page.setDefaultTimeout(8000);
  page.wrong = [];
  page.on('pageerror', (error) => page.wrong.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && page.wrong.push(message.text()));
}

/** A site on another origin that embeds the element and the page of `?service=`. */
async function embeddingSite() {
  const server = createServer((request, response) => {
    const service = new URL(request.url, 'http://x').searchParams.get('service');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="zh-CN"><title>某局</title><script defer src="${service}/static/policy-assistant.js"></script>
      <policy-assistant mode="floating" heading="问政策"></policy-assistant><iframe title="政策问答" src="${service}/" width="380" height="600"></iframe>`);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => (server.closeAllConnections(), new Promise((done) => server.close(done))) };
}

const log = () => page.getByRole('log');

async function open() {
  await page.goto(service.address);
  await log().getByText('您好').first().waitFor();
}

async function say(text) {
  await page.getByRole('textbox').fill(text);
  await page.getByRole('textbox').press('Enter');
  await page.waitForFunction(() => document.querySelector('policy-assistant').shadowRoot.querySelector('policy-chat').talk.busy === false);
}

async function violations() {
  await page.evaluate(AXE);
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${JSON.stringify(target)} ${failureSummary}`).slice(0, 3).join(' | ')}`);
  }, TAGS);
}

async function enterWorkbench() {
  await page.goto(`${service.address}/workbench`);
  await page.getByLabel('口令').fill(STAFF_TOKEN);
  await page.getByRole('button', { name: '进入' }).click();
  await page.getByRole('searchbox').waitFor();
  await page.getByText('第12条').first().waitFor();
}

test('a township doctor gets from an opening in plain words to a decision with the clause word for word', async () => {
  await open();
  await say('我在乡卫生院连着干了31年了，副主任医师，单位说没岗位了，还能聘上不？');
  for (let questions = 0; questions < 3 && !(await page.locator('policy-decision .met').count()); questions++) {
    await page.locator('policy-choices').getByRole('button').first().click();
    await page.waitForTimeout(300);
  }
  await page.locator('policy-decision .met').first().waitFor();
  await page.getByRole('button', { name: /依据\d：第12条/ }).first().click();
  await page.locator('policy-sheet[open] mark').first().waitFor();
  assert.match(await page.locator('policy-sheet[open] .text').innerText(), /连续工作满30年且具有高级职称/);
  assert.match(await page.locator('policy-sheet[open] dl').innerText(), /吉人社办字〔2016〕44号[\s\S]*试行/);
  assert.deepEqual(page.wrong, []);
});

test('a correction in 我的情况 changes what is known and is answered', async () => {
  await open();
  await say('我在乡卫生院连着干了31年了，副主任医师');
  await page.getByRole('button', { name: /^我的情况/ }).click();
  await page.locator('policy-sheet[open]').getByRole('button', { name: /^更改.*连续/ }).first().click();
  await page.getByRole('spinbutton').fill('12');
  await page.getByRole('button', { name: '保存' }).click();
  await page.locator('policy-sheet[open] li', { hasText: '您填的' }).getByText('12').waitFor();
});

test('a reload keeps the conversation, its citations and what is known', async () => {
  await open();
  await say('四免是哪四免');
  const before = await log().locator('policy-turn .answer').last().innerText();
  await page.reload();
  await log().getByText('四免是哪四免').first().waitFor();
  assert.equal(await log().locator('policy-turn .answer').last().innerText(), before);
});

test('a line cut anywhere in an answer of the real service gives the whole answer in the end', async (t) => {
  const proxy = await startCuttingProxy(service.address);
  t.after(() => proxy.close());
  await page.goto(proxy.address);
  await log().getByText('您好').first().waitFor();
  const questions = ['四免是哪四免', '我在乡卫生院连着干了31年了，副主任医师', '医保怎么报销', '第11条怎么说', '我能享受哪些政策'];
  for (const [index, bytes] of [1, 300, 700, 1000, 1300].entries()) {
    proxy.line.cutAt = bytes;
    await say(questions[index]);
  }
  assert.equal(proxy.line.cuts, questions.length);
  const { id, shown } = await page.evaluate(() => {
    const { talk } = document.querySelector('policy-assistant').shadowRoot.querySelector('policy-chat');
    return { id: talk.id, shown: talk.turns.map(({ answer }) => answer) };
  });
  const stored = await (await fetch(`${service.address}/api/v1/conversations/${id}`)).json();
  assert.deepEqual(shown, stored.turns.map(({ answer }) => answer));
  assert.deepEqual(stored.turns.map(({ text }) => text), questions);
});

test('tags that a user types are shown as characters', async () => {
  await open();
  await say('<img src=x onerror=alert(1)><b>四免</b>是什么');
  await log().getByText('<img src=x onerror=alert(1)>').first().waitFor();
  assert.equal(await log().locator('img, b').count(), 0);
});

test('what the service does not know is refused with a telephone number', async () => {
  await open();
  await say('医保怎么报销');
  await log().getByText('12333').first().waitFor();
  assert.equal(await log().locator('policy-decision').count(), 0);
});

test('an embedding page of an allowed origin talks to the service, by script and in a frame', async () => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.goto(`${host.origin}/?service=${encodeURIComponent(service.address)}`);
  await page.frameLocator('iframe').getByRole('log').getByText('您好').first().waitFor();
  await page.getByRole('button', { name: '问政策' }).click();
  await page.getByRole('dialog', { name: '问政策' }).getByText('您好').first().waitFor();
});

test('an embedding page of any other origin is refused, by script and in a frame', async () => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.goto(`${stranger.origin}/?service=${encodeURIComponent(service.address)}`);
  await page.getByRole('button', { name: '问政策' }).click();
  await page.waitForTimeout(1500);
  assert.equal(await page.getByText('您好').count(), 0);
  assert.equal(await page.frameLocator('iframe').locator('policy-assistant').count(), 0);
  assert.match(page.wrong.join(), /CORS|frame-ancestors|Access-Control/);
});

test('the demo page paints within a second, transfers at most 100 KB, and breaks no rule of its policy', async () => {
  let bytes = 0;
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await open();
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
  assert.ok(paint <= 1000, `first contentful paint after ${paint} ms`);
  assert.ok(bytes <= 100 * 1024, `${bytes} bytes`);
  assert.deepEqual(page.wrong, []);
});

test('a browser without adoptable style sheets and modal dialogs has the same page under the same policy', async () => {
  await page.addInitScript(() => {
    delete CSSStyleSheet.prototype.replace;
    delete HTMLDialogElement.prototype.showModal;
    delete HTMLDialogElement.prototype.close;
  });
  await open();
  const chip = page.locator('policy-choices').getByRole('button').first();
  assert.equal(await chip.evaluate((element) => getComputedStyle(element).borderTopLeftRadius), '999px');
  await page.getByRole('button', { name: '更多', exact: true }).click();
  await page.getByRole('dialog', { name: '更多' }).getByRole('button', { name: '关闭' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: '更多' }).waitFor({ state: 'hidden' });
  assert.deepEqual(page.wrong, []);
});

const MODES = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  '320 px': { viewport: { width: 320, height: 640 } },
  'large text': { large: true },
  desktop: { viewport: { width: 1280, height: 800 } },
  'forced colours': { forcedColors: 'active' },
};

test('whatever colour the embedding page asks for, everything can be read, light and dark', async () => {
  await open();
  await say('我在乡卫生院连着干了31年了，副主任医师，还能聘上不');
  for (const colour of ['#07c160', '#ffd400', '#0b3d91', '#000000', '#ffffff']) {
    for (const theme of ['light', 'dark']) {
      await page.evaluate((look) => Object.assign(document.querySelector('policy-assistant'), look), { colour, theme });
      await page.waitForTimeout(50);
      assert.deepEqual(await violations(), [], `${colour} ${theme}`);
    }
  }
});

for (const [mode, { large, ...options }] of Object.entries(MODES)) {
  test(`no accessibility rule is broken in the chat in every state, ${mode}`, async () => {
    await context.close();
    await visit(options);
    await open();
    if (large) await page.evaluate(() => (document.querySelector('policy-assistant').textSize = 'large'));
    assert.deepEqual(await violations(), [], 'greeting');
    await say('我是本科，在镇农技站干了4年，能破格评中级吗');
    assert.deepEqual(await violations(), [], 'question');
    await say('我在乡卫生院连着干了31年了，副主任医师，还能聘上不');
    const proof = log().getByText('为什么是这个结论').first();
    if (await proof.count()) await proof.click();
    assert.deepEqual(await violations(), [], 'decision and proof');
    await page.getByRole('button', { name: '没用' }).last().click();
    assert.deepEqual(await violations(), [], 'feedback');
    for (const name of [/^我的情况/, /^更多$/]) {
      await page.getByRole('button', { name }).click();
      await page.locator('policy-sheet[open] dialog').waitFor();
      assert.deepEqual(await violations(), [], String(name));
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: /^依据\d/ }).first().click();
    await page.locator('policy-sheet[open] mark').first().waitFor();
    assert.deepEqual(await violations(), [], 'clause');
  });

  test(`no accessibility rule is broken on any other page, ${mode}`, async () => {
    await context.close();
    await visit(options);
    for (const path of ['/about', '/workbench']) {
      await page.goto(service.address + path);
      assert.deepEqual(await violations(), [], path);
    }
    await enterWorkbench();
    assert.deepEqual(await violations(), [], 'workbench');
    await page.getByRole('button', { name: /第12条/ }).first().click();
    await page.getByRole('button', { name: '复制答复' }).waitFor();
    assert.deepEqual(await violations(), [], 'an entitlement');
    await page.getByRole('button', { name: '做假设' }).click();
    await page.getByRole('searchbox').fill('四免');
    await page.locator('workbench-search mark').first().waitFor();
    assert.deepEqual(await violations(), [], 'what-if and search');
    await page.goto(`${service.address}/workbench/unanswered`);
    assert.deepEqual(await violations(), [], 'unanswered');
  });
}
