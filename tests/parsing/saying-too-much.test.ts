import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OpenCartDocument, ParseOrderDocument } from '../../schema/operations.ts';
import { generousLimits, startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { guest, key, type Place, person, place } from '../support/build.ts';

const limits = { ...generousLimits, parse: 3, parseOfTable: 5, parseOfRestaurant: 8 };

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ config: { limits } });
});

afterAll(() => app.close());

const sentence = (slug: string, text = 'a unicorn') => ({
  restaurantSlug: slug,
  text,
  cartVersion: 0,
  idempotencyKey: key(),
});

const says = (who: As, { slug }: Place): Promise<string> => who.codeOf(ParseOrderDocument, sentence(slug));

async function saysTimes(times: number, who: As, where: Place): Promise<string[]> {
  const codes: string[] = [];
  for (let time = 0; time < times; time++) codes.push(await says(who, where));
  return codes;
}

/** Whoever waits long enough says one more, and the next one waits twice as long: on a slow machine some come late enough. */
async function untilRefused(says: () => Promise<string>): Promise<void> {
  while ((await says()) !== 'RATE_LIMITED');
}

test('one guest after so many sentences is told when to go on; others at the table say theirs', async () => {
  const here = await place(app);
  const [anna, ben] = [await guest(app, here), await guest(app, here)];
  expect(await saysTimes(limits.parse, anna, here)).toEqual(Array(limits.parse).fill('OK'));
  await untilRefused(() => says(anna, here));
  const refused = await anna.ask(ParseOrderDocument, sentence(here.slug)).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    code: 'RATE_LIMITED',
    extensions: { problem: { retryAfter: expect.any(Number) } },
  });
  expect(await says(ben, here)).toBe('OK');
  expect(await anna.codeOf(OpenCartDocument, { restaurantSlug: here.slug })).toBe('OK');
});

test('one table after so many is told so, whoever sits down there; guests for pickup are not', async () => {
  const here = await place(app);
  for (let time = 0; time < limits.parseOfTable; time++)
    expect(await says(await guest(app, here), here)).toBe('OK');
  await untilRefused(async () => says(await guest(app, here), here));
  expect(await says(await guest(app, { slug: here.slug }), here)).toBe('OK');
});

test('one restaurant after so many is told so, and no other is', async () => {
  const [here, there] = [await place(app), await place(app)];
  for (let time = 0; time < limits.parseOfRestaurant; time++)
    expect(await says(await guest(app, { slug: here.slug }), here)).toBe('OK');
  await untilRefused(async () => says(await person(app), here));
  expect(await says(await person(app), there)).toBe('OK');
});

test('what is refused for another reason is not counted', async () => {
  const here = await place(app);
  const anna = await guest(app, here);
  for (let time = 0; time <= limits.parse; time++)
    expect(await anna.codeOf(ParseOrderDocument, sentence('no-such-place'))).toBe('NOT_FOUND');
  expect(await saysTimes(limits.parse, anna, here)).toEqual(Array(limits.parse).fill('OK'));
});

test('2,000 characters are read however their accents were typed, and one more is refused by its field', async () => {
  const here = await place(app);
  const anna = await guest(app, here);
  const inTwo = 'e\u0301'.repeat(2_000);
  const { parseOrder } = await anna.ask(ParseOrderDocument, sentence(here.slug, inTwo));
  expect(parseOrder.unmatched).toEqual([{ text: inTwo, start: 0, end: 4_000 }]);
  for (const text of [`${inTwo}e`, '🍕'.repeat(2_001), '']) {
    const refused = await anna.ask(ParseOrderDocument, sentence(here.slug, text)).catch((error) => error);
    expect(refused).toMatchObject({
      code: 'BAD_USER_INPUT',
      extensions: {
        problem: { fields: [{ path: 'text', message: 'text must have 1 to 2,000 characters' }] },
      },
    });
  }
  expect(await anna.codeOf(ParseOrderDocument, sentence(here.slug, '🍕'.repeat(2_000)))).toBe('OK');
});

test.each([
  ['10,000 marks on one letter', `e${'\u0301'.repeat(10_000)}`, 'BAD_USER_INPUT'],
  [
    'as many as a body has room for, the wrong way round',
    `e${'\u0301\u0323'.repeat(60_000)}`,
    'BAD_USER_INPUT',
  ],
  ['the most marks that are read', `e${'\u0301\u0323'.repeat(999)}`, 'OK'],
])('%s keep nobody waiting', async (_, text, code) => {
  const here = await place(app);
  const anna = await guest(app, here);
  const before = process.cpuUsage();
  expect(await anna.codeOf(ParseOrderDocument, sentence(here.slug, text))).toBe(code);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000_000).toBeLessThan(1);
});
