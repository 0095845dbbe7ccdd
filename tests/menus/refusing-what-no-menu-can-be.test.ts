import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.ts';
import { codeIn } from '../support/as.ts';
import { type Place, place } from '../support/build.ts';
import { type InputName, menuInputs, type Values } from './menu-inputs.ts';
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
const x = (length: number): string => 'x'.repeat(length);
const tooMuch = [-1, 100_000_001, 1_000_000_001, 2 ** 31, 1.5];
const prices = tooMuch.map((price): Values => ({ price }));
const positions = [-1, 10_001].map((position): Values => ({ position }));

const called: readonly Values[] = [
  ...['', '  ', '…', 'two\nlines', x(61)].map((alias) => ({ aliases: ['good', alias] })),
  { aliases: ['Café', 'CAFE'] },
  { aliases: ['coca cola', 'Coca-Cola'] },
  { aliases: Array.from({ length: 21 }, (_, index) => `name ${index}`) },
];

const wrong: readonly [InputName, readonly Values[]][] = [
  [
    'createCategory',
    [
      { slug: '' },
      { slug: x(61) },
      { slug: 'No Slug' },
      { title: '' },
      { title: x(101) },
      { description: x(501) },
    ],
  ],
  [
    'editCategory',
    [{ slug: x(61) }, { slug: '-' }, { title: '' }, { title: x(101) }, { description: x(501) }, ...positions],
  ],
  [
    'createItem',
    [
      ...called,
      { title: '' },
      { title: x(101) },
      { description: x(1001) },
      { tags: [x(41)] },
      { tags: ['a', 'a'] },
      { tags: Array.from({ length: 21 }, String) },
      { allergens: ['LOVE'] },
      { allergens: ['MILK', 'MILK'] },
      { image: x(501) },
      { image: 'two\nlines' },
      { taxClass: 'Reduced Rate' },
      { station: x(41) },
      ...prices,
    ],
  ],
  [
    'editItem',
    [
      ...called,
      { title: '' },
      { title: x(101) },
      { description: x(1001) },
      { tags: [x(41)] },
      { allergens: ['LOVE'] },
      { categoryId: 'no id' },
      ...prices,
      ...positions,
    ],
  ],
  ['createVariant', [...called, { label: '' }, { label: x(61) }, ...prices]],
  ['editVariant', [...called, { label: '' }, { label: x(61) }, ...prices, ...positions]],
  [
    'createModifierGroup',
    [{ title: '' }, { title: x(61) }, { min: -1 }, { min: 51, max: 50 }, { max: 0 }, { max: 51 }],
  ],
  ['editModifierGroup', [{ title: '' }, { title: x(61) }, { min: -1 }, { min: 51 }, { max: 0 }, { max: 51 }]],
  [
    'createModifier',
    [
      ...called,
      { maxPerLine: 0 },
      { maxPerLine: 21 },
      { title: '' },
      { title: x(61) },
      { price: 100_000_001 },
      { price: -100_000_001 },
      { price: 2 ** 31 },
    ],
  ],
  [
    'editModifier',
    [
      ...called,
      { title: '' },
      { title: x(61) },
      { price: 100_000_001 },
      { price: -100_000_001 },
      ...positions,
    ],
  ],
  ['setItemStock', [{ remaining: -1 }, { remaining: 100_001 }, { remaining: 1e9 }, { remaining: 2 ** 31 }]],
];

describe.each(wrong)('%s', (name, values) => {
  test.each(values)('refuses %j and changes nothing', async (value) => {
    const before = await everything();
    const { good, send } = inputs[name];
    expect(codeIn(await send({ ...good, ...value }))).toBe('BAD_USER_INPUT');
    expect(await everything()).toEqual(before);
  });
});
