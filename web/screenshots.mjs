// Pictures of each main state for docs/screenshots/, from the real service: `npm run screenshots`.
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { launch } from '../tests/web/browser.mjs';
import { startService, STAFF_TOKEN } from '../tests/web/real-service.mjs';

const OUT = new URL('../docs/screenshots/', import.meta.url).pathname;
const DOCTOR = '我在乡卫生院连着干了31年了，副主任医师，单位说没岗位了，还能聘上不？';
const OTHERS = {
  'phone-divergent': '第12条，我56岁，中级职称，农业系列，在乡农技站专业技术岗位上连续干了15年，我能聘吗',
  'phone-not-met': '我在乡镇卫生院，专业技术岗位，本科毕业4年了，能破格评主治吗',
  'phone-needs-determination': '我是农业系列助理级，本科，在镇农技站专业技术岗位干了4年，能破格评中级吗',
  'phone-list': '我能享受哪些政策',
};
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5 };
const DESKTOP = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 };

await mkdir(OUT, { recursive: true });
const host = await embeddingPage();
const service = await startService({ WENCE_EMBED_ORIGINS: host.origin });
const browser = await launch();
try {
  await phone();
  await modes();
  await desktop();
  await workbench();
} finally {
  await browser.close();
  await service.close();
  host.close();
}

async function phone() {
  const page = await open(PHONE);
  await shot(page, 'phone-greeting');
  await say(page, '我在镇农技站干了4年，能破格评中级吗');
  await shot(page, 'phone-question');
  await decide(page);
  await shot(page, 'phone-decision');
  await page.getByText('为什么是这个结论').first().click();
  await page.getByText('为什么是这个结论').first().evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await shot(page, 'phone-proof');
  await page.getByRole('button', { name: /^依据\d/ }).first().click();
  await page.locator('policy-sheet[open] mark').first().waitFor();
  await shot(page, 'phone-clause');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^我的情况/ }).click();
  await page.getByRole('button', { name: /^更改/ }).nth(2).click();
  await shot(page, 'phone-my-facts');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '更多', exact: true }).click();
  await page.getByRole('button', { name: '清除本次对话' }).click();
  await shot(page, 'phone-menu');
  await page.keyboard.press('Escape');
  for (const [name, text] of Object.entries(OTHERS)) {
    await say(page, '重新开始');
    await say(page, text);
    await shot(page, name);
  }
  await say(page, '医保怎么报销');
  await shot(page, 'phone-refused');
  await page.getByRole('button', { name: '没用' }).last().click();
  await page.getByRole('button', { name: '答非所问' }).click();
  await shot(page, 'phone-feedback');
  await page.context().setOffline(true);
  await page.getByRole('textbox', { name: '输入您的问题' }).fill('四免是哪四免');
  await page.keyboard.press('Enter');
  await page.getByText('待发送').waitFor();
  await shot(page, 'phone-offline');
  await page.context().close();
}

async function modes() {
  const dark = await open({ ...PHONE, colorScheme: 'dark' });
  await decide(dark);
  await shot(dark, 'phone-dark');
  await dark.context().close();
  const large = await open(PHONE);
  await large.evaluate(() => (document.querySelector('policy-assistant').textSize = 'large'));
  await say(large, '我在镇农技站干了4年，能破格评中级吗');
  await shot(large, 'phone-large-text');
  await large.context().close();
  const narrow = await open({ viewport: { width: 320, height: 568 }, deviceScaleFactor: 1.5 });
  await decide(narrow);
  await shot(narrow, 'phone-320');
  await narrow.goto(`${service.address}/about`);
  await shot(narrow, 'phone-about');
  await narrow.context().close();
}

async function desktop() {
  const page = await open(DESKTOP);
  await decide(page);
  await shot(page, 'desktop-chat');
  await page.goto(`${host.origin}/?service=${encodeURIComponent(service.address)}`);
  await page.getByRole('button', { name: '问政策' }).click();
  await page.getByText('您好').first().waitFor();
  await say(page, '四免是哪四免');
  await shot(page, 'desktop-embedded');
  await page.goto(`${service.address}/about`);
  await shot(page, 'desktop-about');
  await page.context().close();
}

async function workbench() {
  const context = await browser.newContext(DESKTOP);
  const page = await context.newPage();
  await page.goto(`${service.address}/workbench`);
  await shot(page, 'workbench-door');
  await page.getByLabel('口令').fill(STAFF_TOKEN);
  await page.keyboard.press('Enter');
  await page.getByText('第12条').first().waitFor();
  await shot(page, 'workbench-empty');
  await page.getByLabel('把来电人的话打在这里').fill('乡卫生院连着干了31年，副主任医师，在专业技术岗位上，56岁');
  await page.keyboard.press('Enter');
  await page.locator('workbench-outcomes .met').waitFor();
  await page.locator('workbench-outcomes .met').getByRole('button', { name: /第12条/ }).click();
  await page.locator('policy-clause dl').waitFor();
  await shot(page, 'workbench-case');
  await page.getByText('为什么是这个结论').first().click();
  await shot(page, 'workbench-proof');
  await page.getByText('为什么是这个结论').first().click();
  await page.getByRole('button', { name: '做假设' }).click();
  await page.getByLabel('乡镇及以下专业技术岗位连续工作年限').nth(1).fill('12');
  await page.keyboard.press('Tab');
  await page.getByRole('row', { name: /长期在基层工作/ }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await shot(page, 'workbench-what-if');
  await page.getByRole('button', { name: '结束假设' }).click();
  await page.getByRole('searchbox').fill('延聘');
  await page.locator('workbench-search mark').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(400);
  await shot(page, 'workbench-search');
  await page.goto(`${service.address}/workbench/unanswered`);
  await page.locator('summary').first().click();
  await shot(page, 'workbench-unanswered');
  await context.close();
}

/** A page of the service with the chat ready. */
async function open(options) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(service.address);
  await page.getByText('您好').first().waitFor();
  return page;
}

async function say(page, text) {
  await page.getByRole('textbox', { name: '输入您的问题' }).fill(text);
  await page.keyboard.press('Enter');
  await settled(page);
}

/** From the doctor's opening to a decision that is met, answering yes to what is asked. */
async function decide(page) {
  await say(page, '重新开始');
  await say(page, DOCTOR);
  for (let questions = 0; questions < 4 && !(await page.locator('policy-decision .met').count()); questions++) {
    await page.locator('policy-choices').getByRole('button').first().click();
    await settled(page);
  }
}

async function settled(page) {
  await page.waitForFunction(() => document.querySelector('policy-assistant').shadowRoot.querySelector('policy-chat').talk.busy === false);
  await page.waitForTimeout(250);
}

async function shot(page, name) {
  await page.waitForTimeout(150);
  await page.screenshot({ path: `${OUT}${name}.png` });
  console.log(name);
}

/** A site that embeds the floating element. */
async function embeddingPage() {
  const lines = '<p></p>'.repeat(9);
  const server = createServer((request, response) => {
    const address = new URL(request.url, 'http://x').searchParams.get('service');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="zh-CN"><title>某县人社局</title>
      <style>body{margin:0;font-family:sans-serif;background:#f4f6f9}header{background:#0b5cab;color:#fff;padding:24px 48px;font-size:24px}main{padding:24px 48px;max-width:760px}p{background:#dfe6ee;height:18px;border-radius:4px;margin:14px 0}</style>
      <script defer src="${address}/static/policy-assistant.js"></script>
      <header>某县人力资源和社会保障局</header><main><h2>办事指南</h2>${lines}</main>
      <policy-assistant mode="floating" heading="问政策" colour="#0b5cab"></policy-assistant>`);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => (server.closeAllConnections(), server.close()) };
}
