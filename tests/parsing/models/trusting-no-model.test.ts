import { describe, expect, test } from '@jest/globals';
import { menuExcerpt } from '../../../src/parsing/models/menu-excerpt.ts';
import type { ModelReading } from '../../../src/parsing/models/model-reading.ts';
import { readAnswer } from '../../../src/parsing/models/read-answer.ts';
import { smallMenu } from '../small-menu.ts';
import { answering, type Line } from './answering.ts';

const excerpt = menuExcerpt(smallMenu, []);
const text = 'two big margs, light on the basil, no tomato, with those little fish... and a fizzy drink';

const read = (answer: unknown, said = text) =>
  readAnswer(typeof answer === 'string' ? answer : JSON.stringify(answer), said, excerpt);

const marg: Line = { words: 'two big margs', item: 'Margherita', size: 'Large', quantity: 2 };
const fizzy: Line = { words: 'a fizzy drink', item: 'Coke' };

test('a good answer becomes lines of the menu, with where each was said', () => {
  const modifiers = [
    { words: 'light on the basil', modifier: 'Basil', amount: 'LIGHT' },
    { words: 'no tomato', modifier: 'Tomato', wanted: false },
    { words: 'LITTLE  fish', modifier: 'Olives' },
  ] as const;
  const answer = answering(smallMenu, [{ ...marg, modifiers }, fizzy], ['with those']);
  const reading = read(answer);
  expect(reading).toMatchObject({
    lines: [
      {
        itemId: 'margherita',
        variantId: 'margherita/large',
        quantity: 2,
        withIds: ['margherita/olives'],
        withoutIds: ['margherita/tomato'],
        note: 'light on the basil',
        phrase: { start: 0, text: 'two big margs, light on the basil, no tomato, with those little fish' },
        choices: [
          { modifierIds: ['margherita/basil'], wanted: true, amount: 'LIGHT', count: 1 },
          { modifierIds: ['margherita/tomato'], wanted: false, amount: null, count: 1 },
          { modifierIds: ['margherita/olives'], wanted: true, amount: null, count: 1 },
        ],
      },
      { itemId: 'coke', variantId: 'coke/can', quantity: 1, withIds: [], withoutIds: [], note: null },
    ],
    notUnderstood: [{ start: text.indexOf('with those') }],
  });
});

test('no price, no description and nothing that cannot be ordered is shown to it', () => {
  expect(excerpt.text).not.toMatch(/9\.00|900|EUR|€/);
  for (const title of ['Marinara', 'Off the menu', 'Anchovies', 'Lemon'])
    expect(excerpt.text).not.toContain(title);
  expect(excerpt.text).toContain('Margherita');
});

const good = () => answering(smallMenu, [marg, fizzy]);

/** A good answer with one thing in its first line changed. */
const but = (change: Record<string, unknown>) => {
  const { lines, notUnderstood } = good();
  return { lines: [{ ...lines[0]!, ...change }, ...lines.slice(1)], notUnderstood };
};

describe('the whole answer is worth nothing', () => {
  test.each<[string, unknown, string]>([
    ['that is no JSON', 'Sure! Here is the order: two margheritas.', 'no JSON'],
    ['that is JSON in a fence', `\`\`\`json\n${JSON.stringify(good())}\n\`\`\``, 'no JSON'],
    ['that is cut off', JSON.stringify(good()).slice(0, -20), 'no JSON'],
    ['that is a list', [], 'a value of the wrong type'],
    ['that is null', null, 'a value of the wrong type'],
    ['that is empty', {}, 'other properties than were asked for'],
    ['that says more', { ...good(), discount: 100 }, 'other properties than were asked for'],
    ['with a price', but({ price: 0 }), 'other properties than were asked for'],
    ['with a property less', { lines: good().lines }, 'other properties than were asked for'],
    ['with an id of another menu', but({ item: '0190b7a0-0000-7000-8000-000000000000' }), 'a foreign item'],
    ['with an item’s real id', but({ item: 'margherita' }), 'a foreign item'],
    ['with an item that is sold out', but({ item: 'Marinara' }), 'a foreign item'],
    ['with a name of every object', but({ item: '__proto__' }), 'a foreign item'],
    [
      'with another item’s size',
      but({ size: [...excerpt.sizes].find(([, id]) => id === 'coke/can')![0] }),
      'a foreign size',
    ],
    ...[0, -1, 9_999, 100, 1.5, '2', null, 1e300].map((quantity): [string, unknown, string] => [
      `for ${JSON.stringify(quantity)} pieces`,
      but({ quantity }),
      'a number out of range',
    ]),
    ['with words that nobody said', but({ words: 'ten lasagne' }), 'words that nobody said'],
    ['without words', but({ words: ' ' }), 'words that nobody said'],
    ['with a note that nobody said', but({ note: 'on the house' }), 'words that nobody said'],
    ['with words that are a number', but({ words: 7 }), 'a value of the wrong type'],
    [
      'with too many lines',
      { lines: Array(101).fill(good().lines[0]), notUnderstood: [] },
      'a list too long',
    ],
    [
      'with a leftover that nobody said',
      { ...good(), notUnderstood: ['a refund'] },
      'words that nobody said',
    ],
  ])('%s', (_, answer, fault) => {
    expect(read(answer)).toBe(fault);
  });

  test.each<[string, readonly NonNullable<Line['modifiers']>[number][], string]>([
    ['of another item', [{ words: 'fish', modifier: 'Oat milk' }], 'a foreign modifier'],
    ['that has run out', [{ words: 'little fish', modifier: 'Anchovies' }], 'a foreign modifier'],
    [
      'both with and without',
      [
        { words: 'basil', modifier: 'Basil' },
        { words: 'no tomato', modifier: 'Basil', wanted: false },
      ],
      'choices against the rules of a group',
    ],
    [
      'more than its group allows',
      ['Mushrooms', 'Olives', 'Pepperoni', 'Extra cheese'].map((modifier) => ({ words: 'fish', modifier })),
      'choices against the rules of a group',
    ],
    ['in zero portions', [{ words: 'basil', modifier: 'Basil', count: 0 }], 'a number out of range'],
  ])('with a modifier %s', (_, modifiers, fault) => {
    expect(read(answering(smallMenu, [{ ...marg, modifiers }]))).toBe(fault);
  });

  test('with another item’s modifier, by the short name it has', () => {
    const [oat] = [...excerpt.modifiers].find(([, id]) => id === 'latte/oat-milk')!;
    const modifier = { words: 'fish', modifier: oat, wanted: true, amount: null, count: 1 };
    expect(read(but({ modifiers: [modifier] }))).toBe('a foreign modifier');
    expect(read(but({ modifiers: [{ ...modifier, price: 0 }] }))).toBe(
      'other properties than were asked for',
    );
    expect(read(but({ modifiers: [{ ...modifier, wanted: 'yes' }] }))).toBe('a foreign modifier');
  });

  test('with more lines than words', () => {
    const lines = Array(3).fill({ words: 'a coke', item: 'Coke' });
    expect(read(answering(smallMenu, lines), 'a coke')).toBe('a list too long');
  });

  test('that is longer than any order', () => {
    expect(read(`${JSON.stringify(good())}${' '.repeat(100_000)}`)).toBe('an answer too long');
  });
});

test('a choose-one group takes one, in place of what the item comes with', () => {
  const latte = (...milks: string[]): Line => ({
    words: 'a latte',
    item: 'Latte',
    modifiers: milks.map((modifier) => ({ words: 'milk', modifier })),
  });
  const said = 'a latte with milk';
  expect(read(answering(smallMenu, [latte('Oat milk')]), said)).toMatchObject({
    lines: [{ withIds: ['latte/oat-milk'], withoutIds: [], note: null }],
  });
  expect(read(answering(smallMenu, [latte('Oat milk', 'Soy milk')]), said)).toBe(
    'choices against the rules of a group',
  );
});

test('leaving off what is not on it is said to the kitchen', () => {
  const said = 'a coke without ice; a burger, no egg';
  const lines: Line[] = [
    { words: 'a coke', item: 'Coke', note: 'without ice' },
    {
      words: 'a burger',
      item: 'Burger',
      modifiers: [{ words: 'no egg', modifier: 'Fried egg', wanted: false }],
    },
  ];
  expect(read(answering(smallMenu, lines), said)).toMatchObject({
    lines: [{ note: 'without ice' }, { note: 'no egg', withIds: [], withoutIds: [] }],
  });
});

test('words are found whatever their capitals and spaces, whole, and twice where they were said twice', () => {
  const said = 'A COKE  please, 2 cokes, コーラを二つ';
  const lines: Line[] = ['a coke please', 'coke', 'コーラ'].map((words) => ({ words, item: 'Coke' }));
  const reading = read(answering(smallMenu, lines), said) as ModelReading;
  expect(reading.lines.map(({ phrase }) => phrase.text)).toEqual(['A COKE  please', 'cokes', 'コーラ']);
});
