import { describe, expect, test } from '@jest/globals';
import { inProcessParser } from '../../src/parsing/in-process-parser.ts';
import type { ParsedOrder } from '../../src/parsing/order-parser.ts';
import { smallMenu } from './small-menu.ts';

const parser = inProcessParser();

describe('nothing is dropped in silence', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

  test(`in sentences of any words (SEED=${seed})`, async () => {
    const random = generator(seed);
    for (let round = 0; round < 4000; round++) {
      const said = Array.from({ length: 1 + Math.floor(random() * 18) }, () => pick(random, vocabulary));
      const text = said
        .map((word) => word + pick(random, [' ', ' ', ' ', ' ', ', ', '. ', '\n', ' 🍕 ']))
        .join('');
      accountsForAll(text, await parser.parse(text, smallMenu));
    }
  });

  test(`and for any string at all (SEED=${seed})`, async () => {
    const random = generator(seed);
    for (let round = 0; round < 2000; round++) {
      const units = Array.from({ length: Math.floor(random() * 120) }, () =>
        Math.floor(random() ** 3 * 0x10000),
      );
      const text =
        String.fromCharCode(...units) +
        pick(random, vocabulary) +
        String.fromCodePoint(Math.floor(random() * 0x10ffff));
      const order = await parser.parse(text, smallMenu);
      for (const { start, end, text: words } of order.unmatched) expect(text.slice(start, end)).toBe(words);
    }
  });

  test('two thousand characters take no longer than they must', async () => {
    const hardest = [
      'a ',
      'cheese ',
      'margherita large ',
      'no ',
      'zzzzzzzz ',
      'one with ',
      '- ',
      'w/',
      'é',
      "x'",
      '1,000',
      'both ',
      'a large ',
    ];
    for (const piece of hardest) {
      const text = piece.repeat(2000 / piece.length);
      const started = performance.now();
      await parser.parse(text, smallMenu);
      expect(performance.now() - started).toBeLessThan(250);
    }
  });
});

const nonsense = ['zorblat', 'quuxify', 'unicorns', 'gluten', 'wyvern', 'plims'];
const courtesies = [
  'please',
  'thanks',
  'can I get',
  "I'd like",
  'for me',
  'the',
  'some',
  'and',
  'with',
  'add',
  'plus',
];
const vocabulary = [
  ...nonsense,
  ...courtesies,
  ...[
    'two',
    'a',
    '3',
    '0',
    '120',
    'x2',
    'half a dozen',
    'one',
    'the other',
    'another',
    'both',
    'all',
    'of them',
    'or',
  ],
  ...[
    'large',
    'small',
    'xl',
    'extra',
    'double',
    'no',
    'without',
    'hold the',
    'w/o',
    'allergic to',
    'free',
    'allergy',
  ],
  ...smallMenu.categories.flatMap((category) => [
    category.title,
    ...category.items.map((item) => item.title),
  ]),
  ...smallMenu.categories.flatMap((category) =>
    category.items.flatMap((item) =>
      item.modifierGroups.flatMap((group) => group.modifiers.map(({ title }) => title)),
    ),
  ),
];

/** Every word is in a line's phrase, in what is left over, or courtesy; nonsense is never taken for understood. */
function accountsForAll(text: string, order: ParsedOrder): void {
  const phrases = [...order.lines.map(({ phrase }) => phrase), ...order.unmatched, ...order.retracted];
  for (const { start, end, text: words } of phrases) {
    if (text.slice(start, end) !== words)
      throw new Error(`“${words}” is not at ${start} of ${JSON.stringify(text)}`);
  }
  // A few words that several languages have may be taken for another's, which has its own courtesies.
  if (order.language !== 'en') return;
  const polite = new Set(courtesies.join(' ').toLowerCase().split(' '));
  const notes = order.lines.map(({ note }) => note ?? '').join(' ');
  const blanked = text.replace(/no thanks|sides of/gi, (courtesy) => ' '.repeat(courtesy.length));
  for (const { 0: word, index } of blanked.matchAll(/[\p{L}\p{M}'’/]+|\p{N}+|🍕/gu)) {
    const isIn = ({ start, end }: { start: number; end: number }) =>
      start <= index && index + word.length <= end;
    const isLeft = order.unmatched.some(isIn);
    const isNonsense = nonsense.includes(word) || word === '🍕';
    const isHeard = isNonsense
      ? notes.includes(word)
      : [...order.lines.map(({ phrase }) => phrase), ...order.retracted].some(isIn) ||
        isQuiet(word, polite, notes);
    if (!isLeft && !isHeard) throw new Error(`“${word}” was dropped from ${JSON.stringify(text)}`);
  }
  for (const { quantity } of order.lines) expect(quantity >= 1 && quantity <= 99).toBe(true);
}

function isQuiet(word: string, polite: ReadonlySet<string>, notes: string): boolean {
  return polite.has(word.toLowerCase()) || ['of', 'them', 'or'].includes(word) || notes.includes(word);
}

/** mulberry32: small, and the same everywhere for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick<Thing>(random: () => number, things: readonly Thing[]): Thing {
  return things[Math.floor(random() * things.length)]!;
}
