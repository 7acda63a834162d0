// Two tabs of one conversation in a real browser, before a stand-in for the service.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { launch } from '../browser.mjs';
import { startFake } from '../fake-service.mjs';

let browser, fake, context, here, there;

before(async () => (browser = await launch()));
after(() => browser.close());

beforeEach(async () => {
  fake = await startFake();
  context = await browser.newContext({ viewport: { width: 390, height: 780 }, reducedMotion: 'reduce' });
  here = await open();
  await say('我在乡卫生院连着干了31年了，还能聘上不？', here);
  await here.getByRole('button', { name: '5 副高级' }).waitFor();
  there = await open();
  await there.getByRole('button', { name: '5 副高级' }).waitFor();
});

afterEach(async () => {
  await context.close();
  await fake.close();
});

async function open() {
  const page = await context.newPage();
  page.setDefaultTimeout(6000);
  await page.goto(fake.address);
  await page.getByRole('log').getByText('您好').first().waitFor();
  return page;
}

async function say(text, page) {
  await page.getByRole('textbox').fill(text);
  await page.getByRole('textbox').press('Enter');
}

const turns = (page) => page.locator('policy-turn[data-turn]');
const told = (page) => page.getByRole('log').getByText('符合第12条的条件').first().waitFor();

/** Tells the page that it is hidden, or seen again, as a browser does. */
function hide(page, hidden) {
  return page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}

test('what is said in one tab is shown in the other, once, and what is being typed there stays', async () => {
  await there.getByRole('textbox').fill('我还想问');
  await here.getByRole('button', { name: '5 副高级' }).click();
  await told(there);
  assert.equal(await turns(there).count(), 2);
  await turns(there).last().getByText('副高级').first().waitFor();
  assert.equal(await there.getByRole('textbox').inputValue(), '我还想问');
  await say('四免是哪四免', there);
  await turns(here).nth(2).waitFor();
  assert.equal(await turns(here).count(), 3);
  assert.equal(fake.line.posts, 3);
});

test('whoever reads further up is not moved by another tab', async () => {
  const log = there.getByRole('log');
  await here.getByRole('button', { name: '5 副高级' }).click();
  await told(there);
  await log.evaluate((element) => (element.scrollTop = 0));
  await there.waitForTimeout(100);
  await say('四免是哪四免', here);
  await turns(there).nth(2).waitFor();
  await there.waitForTimeout(100);
  assert.equal(await log.evaluate((element) => element.scrollTop), 0);
});

test('a hidden tab asks for nothing until it is seen again', async () => {
  await hide(there, true);
  let asked = 0;
  there.on('request', () => asked++);
  await here.getByRole('button', { name: '5 副高级' }).click();
  await told(here);
  await there.waitForTimeout(300);
  assert.equal(asked, 0);
  await hide(there, false);
  await told(there);
  assert.equal(asked, 1);
  await hide(there, false);
  await there.waitForTimeout(100);
  assert.equal(asked, 1);
});

test('a fact put right in one tab is known in the other', async () => {
  await here.getByRole('button', { name: '我的情况 1' }).click();
  await here.getByRole('button', { name: /^删除/ }).first().click();
  await turns(there).nth(1).waitFor();
  await there.getByRole('button', { name: '我的情况', exact: true }).waitFor();
});

test('a conversation erased in one tab is gone in the other, which goes on in the new one', async () => {
  await here.getByRole('button', { name: '更多', exact: true }).click();
  await here.getByRole('button', { name: '清除本次对话' }).click();
  await here.getByRole('button', { name: '清除', exact: true }).click();
  await turns(there).first().waitFor({ state: 'detached' });
  await there.getByRole('log').getByText('您好').first().waitFor();
  await say('四免是哪四免', there);
  await turns(here).first().waitFor();
  assert.equal(fake.conversations.size, 1);
});
