// A stand-in for the service: canned answers in the shapes of docs/contract.md, and a line that can be cut or slowed.
// What the real service says is tested with the real service; here is what a real one will not do on demand.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const STATIC = new URL('../../assistant/service/static/', import.meta.url);
const QUOTE = '连续工作满30年';
const CLAUSE = `12. 鼓励基层一线人才长期做贡献。对在乡镇及以下单位专业技术岗位连续工作满15年且年满55周岁或${QUOTE}且具有高级职称的专业技术人才，可不受单位岗位职数限制，聘任相应职务（中小学系列除外）。`;

export const citation = {
  clause: { document: 'doc', number: 12 },
  quote: QUOTE,
  start: CLAUSE.indexOf(QUOTE),
  end: CLAUSE.indexOf(QUOTE) + QUOTE.length,
  document_title: '关于加强全省基层专业技术人才队伍建设的实施意见（试行）',
  document_number: '吉人社办字〔2016〕44号',
};

const yearsFact = { value: 31, label: '连续工作年限', display: '连续工作31年', quote: '连着干了31年', turn: 1, source: 'said' };

export const decision = {
  entitlement: 'long_service', label: '长期在基层工作不受职数限制聘任', clause: citation.clause, outcome: 'met', missing: [], determinations: [],
  readings: [], earliest: null, short_by: [],
  proof: {
    kind: 'entitlement', status: 'true', text: '长期在基层工作不受职数限制聘任', children: [
      { kind: 'condition', status: 'true', text: '单位层级属于乡镇及以下', quote: '乡镇及以下单位', children: [] },
      { kind: 'any', status: 'true', text: '满足其一', children: [
        { kind: 'condition', status: 'true', text: '连续工作年限不少于30年（您：31年）', quote: QUOTE, children: [] },
        { kind: 'condition', status: 'unknown', text: '年龄不小于55周岁', quote: '年满55周岁', children: [] },
      ] },
    ],
  },
};

export function blank(conversation, turn) {
  return { conversation, turn, act: 'eligibility', text: '', blocks: [], facts: {}, bounds: {}, changes: [], decisions: [], citations: [], question: null, suggestions: [], hypothetical: false, notices: [], handoff: null, decision_id: 'd', versions: {} };
}

const question = { fact: 'title_level', text: '您现在的职称是哪一级？', why: '条文要求具有高级职称。', options: ['无', '员级', '助理级', '中级', '副高级', '正高级'].map((value) => ({ value, label: value })) };

/** Markup that would change the page's title, were it ever taken for markup. */
export const ATTACK = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

/** An answer of a policy, rules and wording that hold markup wherever they hold text. */
function hostile(answer) {
  const proof = { kind: 'entitlement', status: 'true', text: ATTACK, children: [{ kind: 'condition', status: 'true', text: ATTACK, quote: `${ATTACK}！`, fact: 'x', value: ATTACK, children: [] }] };
  const bad = { ...decision, entitlement: 'bad', label: ATTACK, proof, determinations: [{ fact: 'x', label: ATTACK, by: ATTACK }] };
  return {
    blocks: [{ kind: `"><img src=x>`, text: `${ATTACK}[1]` }, { kind: 'reason', text: ATTACK, entitlement: 'bad' }],
    decisions: [bad],
    citations: [{ ...citation, quote: ATTACK, document_title: ATTACK, document_number: ATTACK }],
    facts: { x: { value: ATTACK, label: ATTACK, display: ATTACK, quote: ATTACK, turn: 1, source: 'said' } },
    changes: [{ fact: 'x', op: 'set', value: ATTACK, previous: null }],
    question: { fact: 'x', text: ATTACK, why: ATTACK, options: [{ value: ATTACK, label: ATTACK }] },
    suggestions: [ATTACK],
    handoff: { phone: `1"><img src=x>`, reason: ATTACK },
  };
}

/** What is said to `text`: the events of a turn, last the whole answer. */
function reply(conversation, turn, text) {
  const answer = { ...blank(conversation, turn), facts: { township_continuous_years: yearsFact } };
  if (/副高/.test(text)) {
    answer.blocks = [
      { kind: 'conclusion', text: '按现有情况，符合第12条的条件[1]，可不受单位岗位职数限制聘任相应职务。', entitlement: 'long_service' },
      { kind: 'notice', text: '以当地人社部门现行口径为准。' },
    ];
    Object.assign(answer, { decisions: [decision], citations: [citation], suggestions: ['如果只干了29年呢？', '四免是哪四免？'] });
    answer.facts = { ...answer.facts, title_level: { value: '副高级', label: '现有职称级别', display: '副高级', quote: '副高级', turn, source: 'said' } };
    answer.changes = [{ fact: 'title_level', op: 'set', value: '副高级', previous: null }];
  } else if (/人工/.test(text)) {
    answer.blocks = [{ kind: 'handoff', text: '可以拨打 12333，由工作人员答复。' }];
    answer.handoff = { phone: '12333', reason: '' };
  } else if (/恶意/.test(text)) {
    Object.assign(answer, hostile(answer));
  } else if (/</.test(text)) {
    answer.blocks = [{ kind: 'paragraph', text: `您说的是：${text}` }];
  } else {
    answer.changes = [{ fact: 'township_continuous_years', op: 'set', value: 31, previous: null }];
    answer.blocks = [{ kind: 'question', text: question.text }];
    answer.question = question;
  }
  answer.text = answer.blocks.map((block) => block.text).join('\n');
  return [
    ['turn.started', { conversation, turn }],
    ['facts.updated', { changes: answer.changes, facts: answer.facts }],
    ...answer.decisions.map((data) => ['decision.made', data]),
    ...answer.blocks.map((block, index) => ['answer.block', { index, ...block }]),
    ...answer.citations.map((data) => ['citation.added', data]),
    ...(answer.question ? [['question.asked', answer.question]] : []),
    ['turn.finished', answer],
  ];
}

/** Starts it; `line` steers it: `cutAfter` events the next stream breaks once, `delay` ms between events, `down` refuses all. */
export async function startFake(port = 0) {
  const conversations = new Map();
  let begun = 0;
  const line = { cutAfter: 0, delay: 0, down: false, posts: 0 };
  const origins = new Set();

  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://x');
    const origin = request.headers.origin;
    if (origins.has(origin)) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Headers', 'content-type,last-event-id');
      response.setHeader('Access-Control-Allow-Methods', 'GET,POST,DELETE');
    }
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    if (line.down && url.pathname.startsWith('/api')) return request.socket.destroy();
    const body = await read(request);
    const parts = url.pathname.split('/').slice(3);
    if (url.pathname === '/') return send(response, 'text/html; charset=utf-8', PAGE);
    if (url.pathname.startsWith('/static/')) return asset(response, url.pathname.slice(8));
    if (parts[0] === 'clauses') return json(response, 200, clausePage());
    if (parts[0] === 'facts') return json(response, 200, { facts: VOCABULARY });
    if (parts[0] !== 'conversations') return json(response, 404, problem(404));
    if (parts.length === 1) {
      const id = `c${++begun}`;
      const answer = { ...blank(id, 0), act: 'smalltalk', blocks: [{ kind: 'paragraph', text: '您好，请直接说您的情况和问题。' }], suggestions: ['四免是哪四免？'] };
      conversations.set(id, { id, answer, turns: [], facts: {}, log: [] });
      return json(response, 201, { id, answer });
    }
    const found = conversations.get(parts[1]);
    if (!found) return json(response, 404, problem(404));
    if (request.method === 'DELETE') return conversations.delete(found.id), response.writeHead(204).end();
    if (parts[2] === 'turns') return turn(found, JSON.parse(body), response);
    if (parts[2] === 'facts') return form(found, JSON.parse(body).facts, response);
    if (parts[2] === 'feedback') return response.writeHead(204).end();
    if (parts[2] === 'events') return stream(response, found.log.filter((event) => event.id > Number(request.headers['last-event-id'] ?? 0)), line);
    return json(response, 200, { id: found.id, answer: found.answer, turns: found.turns, facts: found.facts });
  });

  function turn(found, { text, client_id }, response) {
    line.posts++;
    const known = found.turns.find((one) => one.client_id === client_id);
    if (known) return stream(response, known.events, line);
    const events = reply(found.id, found.turns.length + 1, text).map(([type, data], index) => ({ id: found.log.length + index + 1, type, data }));
    const answer = events[events.length - 1].data;
    found.turns.push({ turn: answer.turn, text, client_id, answer, events });
    found.facts = answer.facts;
    found.log.push(...events);
    stream(response, events, line);
  }

  function form(found, facts, response) {
    const answer = { ...blank(found.id, found.turns.length + 1), facts: { ...found.facts } };
    for (const [id, value] of Object.entries(facts)) {
      if (value === null) delete answer.facts[id];
      else answer.facts[id] = { ...answer.facts[id], value, display: String(value), source: 'form', quote: '' };
      answer.changes.push({ fact: id, op: value === null ? 'retracted' : 'corrected', value, previous: null });
    }
    answer.blocks = [{ kind: 'paragraph', text: '已更改。' }];
    answer.text = '已更改。';
    found.turns.push({ turn: answer.turn, text: '', client_id: null, answer });
    found.facts = answer.facts;
    json(response, 200, answer);
  }

  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  const address = `http://127.0.0.1:${server.address().port}`;
  return { address, line, conversations, allow: (origin) => origins.add(origin), close: () => (server.closeAllConnections(), new Promise((done) => server.close(done))) };
}

async function stream(response, events, line) {
  if (!events.length) return response.writeHead(204).end();
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  const cutAfter = line.cutAfter;
  line.cutAfter = 0;
  for (const [index, { id, type, data }] of events.entries()) {
    if (cutAfter && index === cutAfter) return response.destroy();
    response.write(`id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
    if (line.delay) await new Promise((done) => setTimeout(done, line.delay));
  }
  response.end();
}

async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function send(response, type, body) {
  response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip' }).end(gzipSync(body));
}

async function asset(response, name) {
  send(response, name.endsWith('css') ? 'text/css' : 'text/javascript', await readFile(new URL(name, STATIC)));
}

function json(response, status, body) {
  response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' }).end(JSON.stringify(body));
}

function problem(status) {
  return { type: 'about:blank', title: '没有找到', status, detail: '没有这个对话，它可能已被清除。' };
}

function clausePage() {
  return { clause: citation.clause, label: '第12条', title: '鼓励基层一线人才长期做贡献', text: CLAUSE, path: ['二、进一步创新评价使用机制'], document: { title: citation.document_title, number: citation.document_number, issuer: '吉林省人力资源和社会保障厅', issued: '2016-06-17', status: 'trial' } };
}

const VOCABULARY = [
  { id: 'township_continuous_years', label: '连续工作年限', type: 'number', unit: '年', min: 0, max: 60 },
  { id: 'title_level', label: '现有职称级别', type: 'enum', values: ['无', '员级', '助理级', '中级', '副高级', '正高级'] },
];

const PAGE = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>试验页</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/static/site.css"><script defer src="/static/policy-assistant.js"></script><div class="demo"><main><policy-assistant heading="政策问答"></policy-assistant></main></div>';

if (process.argv[1] === new URL(import.meta.url).pathname) console.log((await startFake(Number(process.argv[2] ?? 0))).address);
