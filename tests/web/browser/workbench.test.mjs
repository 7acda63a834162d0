// The workbench of the real service in a real browser, by keyboard wherever an officer would use it.
import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { launch } from '../browser.mjs';
import { startService, STAFF_TOKEN } from '../real-service.mjs';

let browser, service, context, page;

before(async () => ([service, browser] = await Promise.all([startService(), launch()])));
after(() => Promise.all([browser?.close(), service?.close()]));

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  page.setDefaultTimeout(8000);
  page.wrong = [];
  page.on('pageerror', (error) => page.wrong.push(String(error)));
  await page.goto(`${service.address}/workbench`);
  await page.getByLabel('口令').fill(STAFF_TOKEN);
  await page.keyboard.press('Enter');
  await page.getByText('第12条').first().waitFor();
});

afterEach(async () => {
  assert.deepEqual(page.wrong, []);
  await context.close();
});

const CALLER = '我在乡卫生院连着干了31年了，副主任医师，在专业技术岗位上';

async function tell(text) {
  await page.getByLabel('把来电人的话打在这里').fill(text);
  await page.keyboard.press('Enter');
  await page.getByText(/^记下/).waitFor();
}

const group = (name) => page.locator(`workbench-outcomes section.${name} li`);

/** What has the focus, looked for through shadow trees. */
function focused() {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.textContent.trim().replace(/\s+/g, ' ') || element?.localName;
  });
}

test('by keyboard alone from three characters to a clause with its words marked', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('四免');
  await page.locator('workbench-search mark').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.match(await focused(), /第8条/);
  await page.keyboard.press('Enter');
  await page.locator('policy-clause mark', { hasText: '四免' }).first().waitFor();
  assert.match(await page.locator('policy-clause dl').innerText(), /吉人社办字〔2016〕44号[\s\S]*试行/);
});

test('a word that an input method composes is looked for when it is composed', async () => {
  await page.keyboard.press('/');
  const client = await context.newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'si mian', selectionStart: 7, selectionEnd: 7 });
  await client.send('Input.insertText', { text: '四免' });
  await page.locator('workbench-search mark', { hasText: '四免' }).first().waitFor();
});

test('a choice made by hand gives way to what free text says later', async () => {
  await tell(CALLER);
  await page.getByLabel('单位层级').selectOption({ label: '村' });
  await page.waitForTimeout(200);
  await page.getByLabel('把来电人的话打在这里').fill('县医院的');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  assert.match(await page.getByLabel('单位层级').evaluate((select) => select.selectedOptions[0].textContent), /县/);
});

test('a slash in a text is a slash', async () => {
  await page.getByLabel('把来电人的话打在这里').fill('');
  await page.keyboard.type('1/2');
  assert.equal(await page.getByLabel('把来电人的话打在这里').inputValue(), '1/2');
});

test('what nobody wrote a clause about says so', async () => {
  await page.getByRole('searchbox').fill('医保怎么报销');
  await page.getByText('没有足够接近的条款').waitFor();
});

test('free text fills the form and every entitlement is decided as it does', async () => {
  assert.equal(await group('met').count(), 0);
  await tell(CALLER);
  await group('met').filter({ hasText: '长期在基层工作' }).waitFor();
  await group('ruled-out').first().waitFor();
});

test('the form asks what matters for the chosen entitlement, and a change decides anew', async () => {
  await group('open').filter({ hasText: '第12条' }).getByRole('button').click();
  await page.getByText('最该先问').waitFor();
  await tell(CALLER);
  await page.locator('policy-decision .met').first().waitFor();
  await page.getByLabel('乡镇及以下专业技术岗位连续工作年限').fill('12');
  await page.keyboard.press('Tab');
  await page.locator('policy-decision .not_met').first().waitFor();
});

test('facts that contradict each other are told in the words of the service', async () => {
  await tell(CALLER);
  await page.getByLabel('乡镇及以下专业技术岗位累计工作年限').fill('5');
  await page.keyboard.press('Tab');
  await page.getByRole('alert').waitFor();
});

test('the copied answer has the conclusion, the reasons, the clause with its number, date and force', async () => {
  await tell(CALLER);
  await group('met').filter({ hasText: '第12条' }).getByRole('button').click();
  await page.locator('policy-clause dl').waitFor();
  await page.getByRole('button', { name: '复制答复' }).click();
  await page.getByText('已复制', { exact: true }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of [/【结论】符合：长期在基层工作/, /✓ 连续工作年限31年——条文：「连续工作满30年」/, /吉人社办字〔2016〕44号，2016-06-17，试行）第12条/, /连续工作满30年且具有高级职称/, /现行口径/]) {
    assert.match(copied, part);
  }
});

test('a what-if stands beside the case and leaves it alone', async () => {
  await tell(CALLER);
  await group('met').filter({ hasText: '第12条' }).getByRole('button').click();
  await page.getByRole('button', { name: '做假设' }).click();
  await page.getByLabel('乡镇及以下专业技术岗位连续工作年限').nth(1).fill('20');
  await page.keyboard.press('Tab');
  await page.getByRole('row', { name: /长期在基层工作.*符合/ }).waitFor();
  assert.equal(await page.getByLabel('乡镇及以下专业技术岗位连续工作年限').first().inputValue(), '31');
  await page.getByRole('button', { name: '结束假设' }).click();
  assert.equal(await page.getByLabel('乡镇及以下专业技术岗位连续工作年限').count(), 1);
});

test('a case is handed over as a link that keeps what the caller said out of the server', async () => {
  await tell(CALLER);
  await group('met').filter({ hasText: '第12条' }).getByRole('button').click();
  await page.getByRole('button', { name: '复制本案链接' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /\/workbench#case=/);
  const colleague = await context.newPage();
  await colleague.goto(link);
  await colleague.locator('policy-decision .met').waitFor();
  assert.equal(await colleague.getByLabel('乡镇及以下专业技术岗位连续工作年限').inputValue(), '31');
});

test('printed, a case has the answer and the facts, and no search or buttons', async () => {
  await tell(CALLER);
  await group('met').filter({ hasText: '第12条' }).getByRole('button').click();
  await page.getByRole('button', { name: '复制答复' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('searchbox').isVisible(), false);
  assert.equal(await page.getByRole('button', { name: '复制答复' }).isVisible(), false);
  assert.ok(await page.getByText('【结论】符合').isVisible());
});

test('换一位来电人 empties the case', async () => {
  await tell(CALLER);
  await page.getByRole('button', { name: '换一位来电人' }).click();
  await page.waitForFunction(() => !document.querySelector('policy-workbench').shadowRoot.querySelector('workbench-outcomes').shadowRoot.querySelector('.met'));
});
