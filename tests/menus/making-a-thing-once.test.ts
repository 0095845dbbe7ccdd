import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.ts';
import { codeIn, dataOf } from '../support/as.ts';
import { key, type Place, place } from '../support/build.ts';
import { menuInputs } from './menu-inputs.ts';
import { groupsOf, targetIn, wholeMenu } from './menu-writing.ts';

let app: TestApp;
let here: Place;
let inputs: ReturnType<typeof menuInputs>;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  inputs = menuInputs(here, await targetIn(here));
});

afterAll(() => app.close());

const everything = async (): Promise<unknown> => [await wholeMenu(here), await groupsOf(here)];

const makers = [
  'createCategory',
  'createItem',
  'createVariant',
  'createModifierGroup',
  'createModifier',
] as const;

test.each(makers)('%s makes one thing per key', async (name) => {
  const { good, send } = inputs[name];
  const idempotencyKey = key();
  const first = dataOf(await send(good, idempotencyKey))[name]!;
  expect(first.replayed).toBe(false);
  const before = await everything();
  expect(dataOf(await send(good, idempotencyKey))[name]).toEqual({ ...first, replayed: true });
  expect(await everything()).toEqual(before);
});

test.each(makers)('%s refuses a key that came with another input', async (name) => {
  const { good, send } = inputs[name];
  const idempotencyKey = key();
  dataOf(await send(good, idempotencyKey));
  const before = await everything();
  const [field] = name === 'createVariant' ? ['label'] : ['title'];
  expect(codeIn(await send({ ...good, [field!]: 'Other' }, idempotencyKey))).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await everything()).toEqual(before);
});
