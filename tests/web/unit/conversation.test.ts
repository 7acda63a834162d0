import assert from 'node:assert/strict';
import test from 'node:test';
import { Api } from '../../../web/src/conversation/api.js';
import { Conversation, type Clock } from '../../../web/src/conversation/conversation.js';
import { emptyAnswer } from '../../../web/src/conversation/fold.js';
import { Memory } from '../../../web/src/conversation/memory.js';

/** A service in memory: every turn answers with its own text; `breaks` is how many events get through before a cut. */
class Service {
  turns: { text: string; client_id: string; events: string[] }[] = [];
  breaks: number[] = [];
  down = 0;
  asked: string[] = [];
  erased = false;

  fetch: typeof fetch = async (input, init = {}) => {
    const path = String(input).replace('http://s/api/v1', '');
    this.asked.push(`${init.method} ${path}`);
    if (this.down > 0) {
      this.down--;
      throw new TypeError('no route');
    }
    if (this.erased && path !== '/conversations') return this.problem(404, '没有这个对话');
    if (path === '/conversations') {
      this.erased = false;
      return Response.json({ id: 'c1', answer: emptyAnswer('c1') }, { status: 201 });
    }
    if (init.method === 'DELETE') return new Response(null, { status: 204 });
    if (path.endsWith('/turns')) return this.turn(JSON.parse(String(init.body)));
    if (path.endsWith('/events')) return this.events(Number((init.headers as Record<string, string>)['Last-Event-ID']));
    return Response.json({ id: 'c1', answer: emptyAnswer('c1'), facts: {}, turns: this.stored() });
  };

  private stored() {
    return this.turns.map(({ text, client_id }, index) => ({ turn: index + 1, text, client_id, answer: this.answer(text, index + 1) }));
  }

  private answer(text: string, turn: number) {
    return { ...emptyAnswer('c1'), turn, text: `听到：${text}`, blocks: [{ kind: 'p', text: `听到：${text}` }] };
  }

  private turn({ text, client_id }: { text: string; client_id: string }): Response {
    if (text.length > 2000) return this.problem(422, '太长了');
    let found = this.turns.find((turn) => turn.client_id === client_id);
    if (!found) {
      const turn = this.turns.length + 1;
      const first = this.turns.length * 3 + 1;
      const write = (id: number, type: string, data: unknown) => `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
      const answer = this.answer(text, turn);
      found = { text, client_id, events: [write(first, 'turn.started', { conversation: 'c1', turn }), write(first + 1, 'answer.block', { index: 0, ...answer.blocks[0] }), write(first + 2, 'turn.finished', answer)] };
      this.turns.push(found);
    }
    return this.stream(found.events);
  }

  private events(after: number): Response {
    const rest = this.turns.flatMap(({ events }) => events).slice(after);
    return rest.length ? this.stream(rest) : new Response(null, { status: 204 });
  }

  private stream(events: string[]): Response {
    const shown = events.slice(0, this.breaks.shift() ?? events.length);
    const broken = shown.length < events.length;
    const body = new ReadableStream({
      pull(controller) {
        const next = shown.shift();
        if (next) controller.enqueue(new TextEncoder().encode(next));
        else if (broken) controller.error(new TypeError('cut'));
        else controller.close();
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }

  private problem(status: number, detail: string): Response {
    return Response.json({ title: '', status, detail }, { status });
  }
}

class Store {
  private readonly items = new Map<string, string>();
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
}

const clock: Clock = { wait: () => new Promise((done) => setTimeout(done, 1)), online: () => true };

function visit(service: Service, store = new Store()): Conversation {
  let count = 0;
  const ids = () => `id${Math.random().toString(36).slice(2)}${count++}`;
  return new Conversation(new Api('http://s', service.fetch), new Memory('k', () => store as unknown as Storage), clock, '', ids);
}

const texts = (talk: Conversation) => talk.turns.map(({ answer }) => answer.blocks.map(({ text }) => text).join());

test('a turn folds its events into the answer', async () => {
  const talk = visit(new Service());
  await talk.say(' 四免 ');
  assert.deepEqual(texts(talk), ['听到：四免']);
  assert.equal(talk.turns[0]?.status, 'done');
});

test('a stream cut at any event goes on from the last one, and the turn is done once', async () => {
  for (const cut of [0, 1, 2]) {
    const service = new Service();
    service.breaks = [cut];
    const talk = visit(service);
    await talk.say('四免');
    assert.deepEqual(texts(talk), ['听到：四免'], `cut after ${cut}`);
    assert.equal(service.turns.length, 1);
    assert.equal(service.asked.filter((one) => one.includes('/events')).length, cut ? 1 : 0);
  }
});

test('a message said without a network is kept, shown as unsent, and sent when the line is back', async () => {
  const service = new Service();
  const talk = visit(service);
  await talk.open();
  service.down = 3;
  const seen = new Set<string>();
  talk.addEventListener('change', () => talk.turns[0] && seen.add(`${talk.link} ${talk.turns[0].status}`));
  await talk.say('四免');
  assert.ok(seen.has('reconnecting unsent'));
  assert.equal(talk.link, 'online');
  assert.equal(service.turns.length, 1);
});

test('a page loaded anew takes the conversation up again', async () => {
  const service = new Service();
  const store = new Store();
  await visit(service, store).say('四免');
  const again = visit(service, store);
  await again.open();
  assert.deepEqual(texts(again), ['听到：四免']);
  assert.equal(service.asked.filter((one) => one === 'POST /conversations').length, 1);
});

test('a message under way when the page was left is answered after it is loaded, and said once', async () => {
  const service = new Service();
  const store = new Store();
  const left = visit(service, store);
  await left.open();
  service.down = Infinity;
  void left.say('四免');
  await new Promise((done) => setTimeout(done, 5));
  service.down = 0;
  const again = visit(service, store);
  await again.open();
  await new Promise((done) => setTimeout(done, 20));
  assert.deepEqual(texts(again), ['听到：四免']);
  assert.equal(service.turns.length, 1);
});

test('blank text is not sent, and nothing is while an answer is under way', async () => {
  const service = new Service();
  const talk = visit(service);
  assert.equal(await talk.say('  \n'), false);
  const first = talk.say('一');
  assert.equal(await talk.say('二'), false);
  await first;
  assert.equal(service.turns.length, 1);
});

test('a problem is told in the words of the service, and the text can be sent again', async () => {
  const talk = visit(new Service());
  await talk.say('长'.repeat(2001));
  assert.equal(talk.problem, '太长了');
  assert.equal(talk.turns[0]?.status, 'failed');
  assert.equal(talk.busy, false);
});

test('a fact that could not be set for want of a network says so, and nothing has changed', async () => {
  const service = new Service();
  const talk = visit(service);
  await talk.open();
  service.down = 1;
  assert.equal(await talk.setFacts({ age: 56 }), false);
  assert.match(talk.problem, /连不上/);
  assert.equal(talk.turns.length, 0);
});

test('what failed is said again as a new turn', async () => {
  const service = new Service();
  const talk = visit(service);
  await talk.open();
  service.erased = true;
  await talk.say('四免');
  service.erased = false;
  const failed = talk.turns[0]!;
  await talk.retry(failed);
  assert.deepEqual(texts(talk), ['听到：四免']);
  assert.notEqual(talk.turns[0]?.clientId, failed.clientId);
});

test('a conversation that was erased elsewhere says so and can begin anew', async () => {
  const service = new Service();
  const talk = visit(service);
  await talk.open();
  service.erased = true;
  await talk.say('四免');
  assert.equal(talk.erased, true);
  await talk.beginAnew();
  assert.equal(talk.turns.length, 0);
  assert.equal(talk.problem, '');
});

test('after a reload of an erased conversation a new one begins without a word', async () => {
  const service = new Service();
  const store = new Store();
  await visit(service, store).open();
  service.erased = true;
  const again = visit(service, store);
  await again.open();
  assert.equal(again.id, 'c1');
  assert.equal(again.problem, '');
});

test('erasing asks the server to, and begins anew', async () => {
  const service = new Service();
  const talk = visit(service);
  await talk.say('四免');
  await talk.erase();
  assert.ok(service.asked.includes('DELETE /conversations/c1'));
  assert.equal(talk.turns.length, 0);
});

test('what another tab of the conversation said is taken over once, and what is shown stays', async () => {
  const service = new Service();
  const store = new Store();
  const one = visit(service, store);
  await one.say('一');
  const two = visit(service, store);
  await two.open();
  const shown = two.turns[0];
  await one.say('二');
  await one.say('三');
  await two.meet();
  await two.meet();
  assert.deepEqual(two.turns.map(({ text }) => text), ['一', '二', '三']);
  assert.deepEqual(texts(two), ['听到：一', '听到：二', '听到：三']);
  assert.equal(two.turns[0], shown);
  await two.say('四');
  await one.meet();
  assert.deepEqual(texts(one), texts(two));
});

test('the service is not asked where no other tab said anything', async () => {
  const service = new Service();
  const talk = visit(service);
  await talk.say('一');
  const asked = service.asked.length;
  await talk.meet();
  assert.equal(service.asked.length, asked);
});

test('what another tab said before one spoke oneself stands before it', async () => {
  const service = new Service();
  const store = new Store();
  const [one, two] = [visit(service, store), visit(service, store)];
  await one.open();
  await two.open();
  await one.say('一');
  await two.say('二');
  await new Promise((done) => setTimeout(done, 5));
  assert.deepEqual(texts(two), ['听到：一', '听到：二']);
});

test('what is said before the last visit is taken up stands after it, once', async () => {
  const service = new Service();
  const store = new Store();
  await visit(service, store).say('一');
  const again = visit(service, store);
  await again.say('二');
  assert.deepEqual(texts(again), ['听到：一', '听到：二']);
  assert.equal(service.asked.filter((one) => one.endsWith('/turns')).length, 2);
});

test('a conversation that another tab began is gone over to', async () => {
  const service = new Service();
  const store = new Store();
  const talk = visit(service, store);
  await talk.say('一');
  service.turns = [];
  store.setItem('k', JSON.stringify({ conversation: 'c2', unsent: null, turn: 0 }));
  await talk.meet();
  assert.equal(talk.id, 'c2');
  assert.deepEqual(talk.turns, []);
});
