// The chat in a real browser, before a stand-in for the service whose line can be cut, slowed and closed.
import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { launch } from '../browser.mjs';
import { ATTACK, startFake } from '../fake-service.mjs';

let browser, fake, context, page;

before(async () => (browser = await launch()));
after(() => browser.close());

beforeEach(async () => {
  fake = await startFake();
  context = await browser.newContext({ viewport: { width: 390, height: 780 }, reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  page.setDefaultTimeout(6000);
  page.errors = [];
  page.on('pageerror', (error) => page.errors.push(error));
});

afterEach(async () => {
  assert.deepEqual(page.errors, []);
  await context.close();
  await fake.close();
});

const OPENING = '我在乡卫生院连着干了31年了，还能聘上不？';
const input = (on = page) => on.getByRole('textbox');
const log = (on = page) => on.getByRole('log');
const shows = (text, on = page) => log(on).getByText(text).first().waitFor({ timeout: 5000 });

async function open(on = page) {
  await on.goto(fake.address);
  await shows('您好', on);
}

async function say(text, on = page) {
  await input(on).fill(text);
  await input(on).press('Enter');
}

async function decide() {
  await say(OPENING);
  await page.getByRole('button', { name: '5 副高级' }).click();
  await shows('符合第12条的条件');
}

test('from an opening in plain words over one question to a decision with the clause word for word', async () => {
  await open();
  await decide();
  assert.match(await page.locator('policy-decision article').innerText(), /✓ 符合/);
  await page.getByText('为什么是这个结论').click();
  await page.getByText('条文原话：“乡镇及以下单位”').waitFor();
  await page.getByRole('button', { name: '依据1：第12条，查看原文' }).first().click();
  await page.getByRole('dialog', { name: '条款原文' }).waitFor();
  const sheet = page.locator('policy-sheet[open]');
  assert.equal(await sheet.locator('mark').innerText(), '连续工作满30年');
  assert.match(await sheet.locator('dl').innerText(), /吉人社办字〔2016〕44号[\s\S]*2016-06-17[\s\S]*试行/);
});

test('a typed number chooses the option of that number', async () => {
  await open();
  await say(OPENING);
  await page.getByRole('button', { name: '5 副高级' }).waitFor();
  await say('5');
  await shows('符合第12条的条件');
});

test('a question always offers 不知道 and 为什么问', async () => {
  await open();
  await say(OPENING);
  await page.getByRole('button', { name: '不知道' }).waitFor();
  await page.getByRole('button', { name: '为什么问' }).waitFor();
});

test('what was understood is shown at once and corrected in place in 我的情况', async () => {
  await open();
  await say(OPENING);
  await shows('连续工作31年');
  await page.getByRole('button', { name: '我的情况 1' }).click();
  await page.getByRole('dialog', { name: '我的情况' }).waitFor();
  const sheet = page.locator('policy-sheet[open]');
  await sheet.getByText('您说的：“连着干了31年”').waitFor();
  await sheet.getByRole('button', { name: '更改连续工作年限' }).click();
  await sheet.getByRole('spinbutton').fill('29');
  await sheet.getByRole('button', { name: '保存' }).click();
  await sheet.getByText('您填的').waitFor();
  await sheet.getByText('29', { exact: true }).waitFor();
  await sheet.getByRole('button', { name: '删除连续工作年限' }).click();
  await sheet.getByText('还没有记下任何情况').waitFor();
});

test('a reload in mid-stream brings the whole turn back, said once', async () => {
  fake.line.delay = 400;
  await open();
  await say(OPENING);
  await page.waitForTimeout(300);
  fake.line.delay = 0;
  await page.reload();
  await shows(OPENING);
  await page.getByRole('button', { name: '5 副高级' }).waitFor();
  assert.equal(fake.conversations.get('c1').turns.length, 1);
});

test('a line cut at any event of a stream is taken up again, and the answer is whole', async () => {
  await open();
  for (let cut = 1; cut <= 4; cut++) {
    fake.line.cutAfter = cut;
    await say(OPENING);
    await page.getByRole('button', { name: '5 副高级' }).waitFor();
    assert.equal(fake.conversations.get('c1').turns.length, cut);
  }
});

test('without a network the message waits, says so, and is sent once the network is back', async () => {
  await open();
  await context.setOffline(true);
  await say(OPENING);
  await page.getByText('网络已断开。您的话已留在这里').first().waitFor();
  await page.getByText('待发送').waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: '5 副高级' }).waitFor({ timeout: 10000 });
  assert.equal(await page.getByText('待发送').count(), 0);
  assert.equal(fake.conversations.get('c1').turns.length, 1);
});

test('a message that never left is sent after a reload', async () => {
  await open();
  fake.line.down = true;
  await say(OPENING);
  await page.getByText('待发送').waitFor();
  fake.line.down = false;
  await page.reload();
  await page.getByRole('button', { name: '5 副高级' }).waitFor();
  assert.equal(fake.conversations.get('c1').turns.length, 1);
});

test('nothing is sent while an input method composes, neither by Enter nor by the button', async () => {
  await open();
  await input().focus();
  const client = await context.newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'zhi cheng', selectionStart: 9, selectionEnd: 9 });
  const composing = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
  await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...composing });
  await client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...composing });
  assert.ok(await page.getByRole('button', { name: '发送' }).isDisabled());
  assert.equal(fake.line.posts, 0);
  await client.send('Input.insertText', { text: '职称' });
  await input().press('Enter');
  await shows('您现在的职称是哪一级');
  assert.equal(fake.line.posts, 1);
});

test('Shift+Enter breaks the line and sends nothing', async () => {
  await open();
  await input().fill('第一行');
  await input().press('Shift+Enter');
  await input().pressSequentially('第二行');
  assert.equal(await input().inputValue(), '第一行\n第二行');
  assert.equal(fake.line.posts, 0);
});

test('the whole way can be gone by keyboard alone', async () => {
  await open();
  await tabTo('textarea');
  await page.keyboard.type(OPENING);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '5 副高级' }).waitFor();
  await tabTo('5副高级');
  await page.keyboard.press('Enter');
  await shows('符合第12条的条件');
  await page.waitForTimeout(100);
  assert.match(await focused(), /29年/, 'the focus goes on at the next chips');
  await tabTo('1', true);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '条款原文' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: '条款原文' }).waitFor({ state: 'hidden' });
  assert.equal(await focused(), '1', 'the focus returns to the mark');
});

/** What has the focus, looked for through shadow trees: its text, or its tag. */
function focused() {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.textContent.replace(/\s+/g, '') || element?.localName;
  });
}

async function tabTo(wanted, back = false) {
  for (let presses = 0; presses < 60; presses++) {
    if ((await focused()) === wanted) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  assert.fail(`no way to ${wanted} by keyboard`);
}

test('by keyboard, a fact that was changed keeps the focus, and one that was removed gives it to the next', async () => {
  await open();
  await decide();
  await page.getByRole('button', { name: /^我的情况/ }).click();
  await page.getByRole('button', { name: '更改连续工作年限' }).press('Enter');
  await page.getByRole('spinbutton').fill('29');
  await page.keyboard.press('Enter');
  await page.getByText('您填的').waitFor();
  assert.equal(await focused(), '更改');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '删除连续工作年限' }).waitFor({ state: 'detached' });
  assert.equal(await focused(), '更改');
});

test('a screen reader hears one word when it begins and one sentence when it is done', async () => {
  await open();
  assert.equal(await log().getAttribute('aria-live'), 'off');
  await page.evaluate(() => {
    window.heard = [];
    const status = document.querySelector('policy-assistant').shadowRoot.querySelector('policy-chat').shadowRoot.querySelector('[role=status]');
    new MutationObserver(() => window.heard.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
  });
  await say(OPENING);
  await page.getByRole('button', { name: '5 副高级' }).waitFor();
  assert.deepEqual(await page.evaluate(() => window.heard), ['正在查找', '回答完成。您现在的职称是哪一级？']);
});

test('large text has a body of 18 px and more, targets of 60 px, and stays after a reload', async () => {
  await open();
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: '大字' }).click();
  await page.getByRole('button', { name: '关闭' }).last().click();
  await page.reload();
  await shows('您好');
  await say(OPENING);
  const chip = page.getByRole('button', { name: '5 副高级' });
  await chip.waitFor();
  assert.ok((await chip.boundingBox()).height >= 60);
  const size = await page.getByText('您现在的职称是哪一级').first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  assert.ok(size >= 18, `${size} px`);
});

for (const [name, width, scale] of [['320 px', 320, 1], ['320 px with large text', 320, 1.25], ['200 % zoom', 640, 2]]) {
  test(`at ${name} nothing is cut off sideways and the input stays in sight`, async () => {
    await page.setViewportSize({ width: Math.round(width / (scale === 2 ? 2 : 1)), height: 560 });
    await open();
    if (scale === 1.25) await page.evaluate(() => (document.querySelector('policy-assistant').textSize = 'large'));
    await decide();
    await page.getByText('为什么是这个结论').click();
    const wide = await page.evaluate(() => {
      const found = [];
      const walk = (root) => {
        for (const element of root.querySelectorAll('*')) {
          const { right, width } = element.getBoundingClientRect();
          if (width && right > innerWidth + 1 && !element.closest('.quick, dialog')) found.push(element.outerHTML.slice(0, 80));
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document);
      return found;
    });
    assert.deepEqual(wide, []);
    const box = await input().boundingBox();
    assert.ok(box.y + box.height <= 560, 'the input is in sight');
  });
}

test('a number that looks personal is pointed out before it is sent, years and document numbers are not', async () => {
  await open();
  const warning = page.locator('.warn');
  for (const [text, seen] of [['我的电话13912345678', 1], ['身份证22010219660101123X', 1], ['吉人社办字〔2016〕44号，干了31年', 0], ['2009年7月到2026年11月', 0]]) {
    await input().fill(text);
    await page.waitForTimeout(50);
    assert.equal(await warning.count(), seen, text);
  }
});

test('a tag in any text is shown as characters', async () => {
  const attack = '<img src=x onerror="document.title=\'hacked\'"><script>document.title="hacked"</script>';
  await open();
  await say(attack);
  await shows(`您说的是：${attack}`);
  assert.equal(await log().locator('img, script').count(), 0);
  assert.equal(await page.title(), '试验页');
});

test('a tag in a policy, a rule, a fact, an option or a citation is shown as characters too', async () => {
  await open();
  await say('恶意');
  await page.getByRole('button', { name: `1 ${ATTACK}` }).waitFor();
  await page.getByText('为什么是这个结论').click();
  await page.getByText(`条文原话：“${ATTACK}！”`).waitFor();
  await page.getByRole('button', { name: /^我的情况/ }).click();
  await page.getByText(`您说的：“${ATTACK}”`).waitFor();
  const made = await page.evaluate(() => {
    const found = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element.localName, ...(element.shadowRoot ? found(element.shadowRoot) : [])]);
    return found(document.body).filter((name) => name === 'img' || name === 'script');
  });
  assert.deepEqual(made, []);
  assert.equal(await page.title(), '试验页');
});

test('an answer is copied with its document number and clause', async () => {
  await open();
  await decide();
  await page.getByRole('button', { name: '复制' }).last().click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /吉人社办字〔2016〕44号）第12条：“连续工作满30年”/);
  assert.doesNotMatch(copied, /\[1\]/);
});

test('an answer is read aloud in Chinese without its citation marks, until it is stopped', async () => {
  await page.addInitScript(() => {
    window.spoken = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const speak = (utterance) => (window.spoken.push([utterance.lang, utterance.text]), (window.now = utterance));
    Object.defineProperty(window, 'speechSynthesis', { value: { speak, cancel: () => window.now?.onend() } });
  });
  await open();
  await decide();
  await page.getByRole('button', { name: '朗读' }).last().click();
  const [[language, text]] = await page.evaluate(() => window.spoken);
  assert.equal(language, 'zh-CN');
  assert.match(text, /^按现有情况，符合第12条的条件，/);
  await page.getByRole('button', { name: '停止朗读' }).click();
  await page.getByRole('button', { name: '停止朗读' }).waitFor({ state: 'detached' });
});

test('a thumb down asks why, and the same thumb takes it back', async () => {
  await open();
  await decide();
  const requests = [];
  page.on('request', (request) => request.url().endsWith('/feedback') && requests.push(request.postDataJSON()));
  await page.getByRole('button', { name: '没用' }).last().click();
  await page.getByRole('button', { name: '结论不对' }).click();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('button', { name: '没用' }).last().click();
  assert.deepEqual(requests, [
    { turn: 2, rating: 'down', reason: '' },
    { turn: 2, rating: 'down', reason: '结论不对' },
    { turn: 2, rating: null, reason: '' },
  ]);
});

test('转人工 gives the telephone number to tap', async () => {
  await open();
  await page.getByRole('button', { name: '转人工' }).click();
  assert.equal(await page.getByRole('link', { name: '拨打 12333' }).getAttribute('href'), 'tel:12333');
});

test('清除本次对话 asks first, erases on the server, and begins anew', async () => {
  await open();
  await say(OPENING);
  await page.getByRole('button', { name: '5 副高级' }).waitFor();
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: '清除本次对话' }).click();
  await page.getByText('清除后不能恢复').waitFor();
  await page.getByRole('button', { name: '清除', exact: true }).click();
  await log().getByText(OPENING).waitFor({ state: 'detached' });
  assert.equal(fake.conversations.has('c1'), false);
});

test('a conversation erased elsewhere says so and offers a new one', async () => {
  await open();
  fake.conversations.clear();
  await say(OPENING);
  await page.getByText('这次对话已不在服务器上').waitFor();
  await page.locator('.banner').getByRole('button', { name: '重新开始' }).click();
  await shows('您好');
});

test('two elements on one page keep two conversations', async () => {
  await open();
  await page.evaluate(() => {
    const second = document.createElement('policy-assistant');
    second.id = 'second';
    document.querySelector('main').append(second);
  });
  const [first, second] = [page.locator('policy-assistant').first(), page.locator('#second')];
  await second.getByText('您好').waitFor();
  await second.getByRole('textbox').fill('只在第二个');
  await second.getByRole('textbox').press('Enter');
  await shows('您现在的职称是哪一级', second);
  assert.equal(await first.getByText('只在第二个').count(), 0);
  assert.equal(fake.conversations.size, 2);
});

test('a floating element opens over the page, closes by Escape, and keeps the conversation', async () => {
  await open();
  await page.evaluate(() => {
    const floating = document.createElement('policy-assistant');
    Object.assign(floating, { id: 'floating', mode: 'floating', heading: '问政策', colour: '#07c160' });
    document.body.append(floating);
  });
  await page.getByRole('button', { name: '问政策' }).click();
  const panel = page.getByRole('dialog', { name: '问政策' });
  await panel.getByRole('textbox').fill(OPENING);
  await panel.getByRole('textbox').press('Enter');
  await panel.getByText('您现在的职称是哪一级').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '问政策' }).click();
  await panel.getByText(OPENING).waitFor();
});

test('a long answer is shown from its beginning, and the input stays where it was', async () => {
  await open();
  await decide();
  const before = await input().boundingBox();
  await decide();
  const said = log().locator('.said').last();
  await page.waitForTimeout(150);
  assert.ok((await said.boundingBox()).y >= (await log().boundingBox()).y, 'what was said is in sight');
  assert.deepEqual(await input().boundingBox(), before);
});

test('printed, the whole conversation is on paper, without buttons', async () => {
  await page.setViewportSize({ width: 390, height: 480 });
  await open();
  await decide();
  await page.emulateMedia({ media: 'print' });
  assert.ok((await log().boundingBox()).height > 600, 'nothing is cut off at the window');
  assert.equal(await page.getByRole('textbox').isVisible(), false);
  assert.equal(await page.getByRole('button', { name: '复制' }).first().isVisible(), false);
});

test('what is out of sight below is announced by a button that goes there', async () => {
  await page.setViewportSize({ width: 390, height: 480 });
  await open();
  await decide();
  const button = page.getByRole('button', { name: '往下看' });
  await button.waitFor();
  assert.equal((await log().boundingBox()).width, 390, 'the button stands over the log, not beside it');
  await button.click();
  await button.waitFor({ state: 'detached' });
  assert.ok((await page.getByRole('button', { name: '四免是哪四免？' }).boundingBox()).y < 480);
});

async function float() {
  await open();
  await page.evaluate(() => {
    const floating = document.createElement('policy-assistant');
    Object.assign(floating, { id: 'floating', mode: 'floating', heading: '问政策' });
    document.body.append(floating);
  });
  return page.getByRole('button', { name: '问政策' });
}

test('the floating button can be dragged out of the way, and a drag is no tap', async () => {
  const button = await float();
  const before = await button.boundingBox();
  await button.hover();
  await page.mouse.down();
  await page.mouse.move(before.x - 100, before.y - 200, { steps: 5 });
  await page.mouse.up();
  const { x, y } = await button.boundingBox();
  assert.ok(x < before.x - 50 && y < before.y - 150, 'it has moved');
  assert.equal(await page.getByRole('dialog', { name: '问政策' }).count(), 0);
  await button.click();
  await page.getByRole('dialog', { name: '问政策' }).waitFor();
});

test('on a desk a floating panel fills the window when asked, and goes back', async () => {
  await page.setViewportSize({ width: 1200, height: 800 });
  await (await float()).click();
  const panel = page.getByRole('dialog', { name: '问政策' });
  await page.getByRole('button', { name: '全屏' }).click();
  assert.equal((await panel.boundingBox()).width, 1200);
  await page.getByRole('button', { name: '还原' }).click();
  assert.ok((await panel.boundingBox()).width < 500);
});

test('a page of its own fills the window, tells its date to the service, offers its opening, and tells each answer', async () => {
  const begun = page.waitForRequest((request) => request.url().endsWith('/conversations') && request.postDataJSON().as_of === '2017-03-01');
  await page.route(`${fake.address}/own`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><meta charset="utf-8"><script defer src="${fake.address}/static/policy-assistant.js"></script>
        <policy-assistant mode="page" as-of="2017-03-01" opening="我能聘吗" colour="#0b5cab" theme="dark"></policy-assistant>`,
    }),
  );
  await page.goto(`${fake.address}/own`);
  await begun;
  await page.evaluate(() => document.addEventListener('policy-answer', ({ detail }) => (window.told = detail.question.fact)));
  await page.getByRole('button', { name: '我能聘吗' }).click();
  await shows('您现在的职称是哪一级');
  assert.equal(await page.evaluate(() => window.told), 'title_level');
  const { width, height } = await page.locator('.panel').boundingBox();
  assert.deepEqual([width, height], [390, 780]);
});
