import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openaiModel } from '../../../src/parsing/models/openai-model.ts';
import { type Asked, type Patience, patientModel } from '../../../src/parsing/models/patient-model.ts';
import { answers, ModelServer } from './model-server.ts';

let server: ModelServer;
const key = 'sk-test-of-the-tests';

beforeAll(async () => {
  server = await ModelServer.start();
});

beforeEach(() => server.will());

afterAll(() => server.close());

const question = { instructions: 'Read it.', text: 'a coke', schema: { type: 'object' } };
const quick = { timeoutMs: 2_000, firstWaitMs: 1 };

type Ask = () => Promise<Asked>;

async function asking(stream = false, patience: Patience = quick): Promise<Ask> {
  const model = await openaiModel({ baseUrl: server.url, apiKey: key, model: 'test-model', stream });
  const ask = patientModel(model, patience);
  return () => ask(question, new AbortController().signal);
}

describe.each([
  ['in one piece', false],
  ['in a stream', true],
])('an answer %s', (_, stream) => {
  test('is asked for by the protocol, and comes whole, with what it cost', async () => {
    server.will(answers.saying({ fine: true }));
    const { reply, outcome, attempts } = await (await asking(stream))();
    expect(reply).toEqual({ text: '{"fine":true}', complete: true, tokensIn: 900, tokensOut: 70 });
    expect([outcome, attempts]).toEqual(['answered', 1]);
    const [{ path, headers, body }] = server.asked as [(typeof server.asked)[number]];
    expect([path, headers.authorization]).toEqual(['/v1/chat/completions', `Bearer ${key}`]);
    expect(body).toEqual({
      model: 'test-model',
      messages: [
        { role: 'system', content: 'Read it.' },
        { role: 'user', content: 'a coke' },
      ],
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'order', strict: true, schema: { type: 'object' } },
      },
      ...(stream ? { stream: true, stream_options: { include_usage: true } } : {}),
    });
  });

  test('that says no, or is cut off at its longest, is told from a whole one', async () => {
    const ask = await asking(stream);
    server.will(answers.refusing(), answers.saying('{"lines":', 'length'));
    expect((await ask()).reply).toMatchObject({ text: null });
    expect((await ask()).reply).toMatchObject({ text: '{"lines":', complete: false });
    expect(server.asked).toHaveLength(2);
  });

  test('is waited for through two failures, and not through three', async () => {
    const ask = await asking(stream);
    const good = answers.saying('yes');
    server.will(answers.status(500), answers.cutting(), good);
    expect(await ask()).toMatchObject({ outcome: 'answered', attempts: 3, reply: { text: 'yes' } });
    server.will(answers.status(503));
    expect(await ask()).toEqual({ outcome: 'answered 503', attempts: 3, reply: null });
    expect(server.asked).toHaveLength(3);
  });

  test('that does not come in time is not waited for', async () => {
    const ask = await asking(stream, { timeoutMs: 50 });
    server.will(answers.silence());
    expect(await ask()).toEqual({ outcome: 'took too long', attempts: 1, reply: null });
  });
});

test.each([
  ['ends before the answer', false],
  ['breaks', true],
])('a stream that %s is asked for again', async (_, breaks) => {
  server.will(answers.cutStream({ lines: [] }, breaks), answers.saying('whole'));
  const asked = await (await asking(true))();
  expect(asked).toMatchObject({ attempts: 2, reply: { text: 'whole' } });
});

test('an answer that breaks off half way is asked for again', async () => {
  server.will(answers.cutting('{"choices":[{'), answers.saying('whole'));
  expect(await (await asking())()).toMatchObject({ attempts: 2, reply: { text: 'whole' } });
});

test('whoever is asked to wait waits as long, and gives up when that is longer than a guest would', async () => {
  const ask = await asking(false, { timeoutMs: 3_000, firstWaitMs: 1 });
  server.will(answers.status(429, { 'retry-after': '1' }), answers.saying('yes'));
  const began = performance.now();
  expect(await ask()).toMatchObject({ outcome: 'answered', attempts: 2 });
  expect(performance.now() - began).toBeGreaterThan(990);
  server.will(answers.status(429, { 'retry-after': '30' }));
  expect(await ask()).toEqual({ outcome: 'answered 429', attempts: 1, reply: null });
});

test.each([
  ['a wrong key', answers.status(401), 'answered 401'],
  ['a wrong request', answers.status(400), 'answered 400'],
  ['an account without money', answers.status(429, {}, 'insufficient_quota'), 'answered 429'],
  [
    'a page of somebody else',
    answers.body('<html>Welcome</html>', 'text/html'),
    'did not answer as the protocol says',
  ],
  ['an answer without choices', answers.body('{"choices":[]}'), 'did not answer as the protocol says'],
  ['null', answers.body('null'), 'did not answer as the protocol says'],
])('%s is not asked again, and what it says goes nowhere', async (_, answer, outcome) => {
  server.will(answer);
  expect(await (await asking())()).toEqual({ outcome, attempts: 1, reply: null });
  expect(server.asked).toHaveLength(1);
});

test('nobody there is an outcome like any other', async () => {
  const gone = await ModelServer.start();
  const model = await openaiModel({ baseUrl: gone.url, apiKey: null, model: 'test-model', stream: false });
  await gone.close();
  const ask = patientModel(model, quick);
  const asked = await ask(question, new AbortController().signal);
  expect(asked).toEqual({ outcome: 'could not be reached', attempts: 3, reply: null });
});

test('after five failures nobody asks for a while; then one does, and all may again', async () => {
  const ask = await asking(false, { timeoutMs: 2_000, firstWaitMs: 1, restMs: 300 });
  server.will(answers.status(400));
  for (let time = 0; time < 5; time++) await ask();
  server.will(answers.saying('yes'));
  expect(await ask()).toEqual({ outcome: 'not asked: it has been failing', attempts: 0, reply: null });
  expect(server.asked).toEqual([]);
  let asked = await ask();
  while (!asked.reply) asked = await ask();
  expect(asked.outcome).toBe('answered');
  expect(server.asked).toHaveLength(1);
  expect((await ask()).outcome).toBe('answered');
});

test('whoever closes waits for nothing', async () => {
  const model = await openaiModel({ baseUrl: server.url, apiKey: null, model: 'test-model', stream: false });
  server.will(answers.silence());
  const closing = new AbortController();
  const asked = patientModel(model, { timeoutMs: 60_000 })(question, closing.signal);
  closing.abort();
  expect((await asked).reply).toBeNull();
});
