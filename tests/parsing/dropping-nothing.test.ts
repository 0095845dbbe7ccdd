import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Menu } from '../../src/menus/menu.ts';
import { inProcessParser } from '../../src/parsing/in-process-parser.ts';
import { type LanguageCode, languages } from '../../src/parsing/languages.ts';
import type { Words } from '../../src/parsing/words/words.ts';
import { seed } from '../support/seed.ts';
import { accountsForAll } from './accounts-for-all.ts';
import { anyCharacters } from './any-characters.ts';
import { cart, smallMenu } from './small-menu.ts';
import { translatedDemoMenu } from './translated-demo-menu.ts';

// Nothing is dropped in silence, whatever is said. A failure prints the shortest text and the seed.

const parser = inProcessParser();
const demoMenu = translatedDemoMenu();
const codes = Object.keys(languages) as LanguageCode[];
const wordsOf = new Map<string, Words>();
for (const code of codes) wordsOf.set(code, (await languages[code]()).words);

const nonsense = [
  'unicorn',
  'zorblat',
  '🍕',
  '独角兽',
  'ユニコーン',
  'وحيد',
  'घोड़ा',
  '7',
  '½',
  '-',
  "o'zorb",
];
const pauses = [' ', ' ', ' ', ' ', ' ', ', ', '. ', '\n', '? '];

async function nothingIsDropped(text: string, menu: Menu, conversation?: typeof cart): Promise<void> {
  await accountsForAll(text, await parser.parse(text, menu, conversation));
}

test.each(codes)('of the orders in “%s”', async (code) => {
  for (const { text } of ordersIn(code)) await nothingIsDropped(text, demoMenu);
});

test.each([
  'きのこ六十六おかわり多めもう片方グリルチキン',
  'fries no thanks and a coke',
  'with and a burger with',
])('of “%s”', (text) => nothingIsDropped(text, demoMenu));

test.each(codes)(`of any words of “%s” about the demo menu (SEED=${seed})`, async (code) => {
  const property = fc.asyncProperty(sentences(code, demoMenu), (text) => nothingIsDropped(text, demoMenu));
  await fc.assert(property, { seed, numRuns: 300 });
});

test(`of any English words, also about a cart (SEED=${seed})`, async () => {
  const property = fc.asyncProperty(sentences('en', smallMenu), fc.boolean(), (text, isLater) =>
    nothingIsDropped(text, smallMenu, isLater ? cart : undefined),
  );
  await fc.assert(property, { seed, numRuns: 2000 });
});

test(`of any characters at all (SEED=${seed})`, async () => {
  const text = fc
    .tuple(anyCharacters, sentences('en', smallMenu), anyCharacters)
    .map((parts) => parts.join(' '));
  const property = fc.asyncProperty(text, (text) => nothingIsDropped(text, smallMenu));
  await fc.assert(property, { seed, numRuns: 1000 });
});

test.each(['un té y un café', 'ponme un te', 'quiero té'])(
  '“%s” orders tea, though “te” is a filler',
  async (text) => {
    const { lines, unmatched } = await parser.parse(text, demoMenu);
    expect([lines.length > 0, unmatched]).toEqual([true, []]);
  },
);

test.each(codes)('fillers of “%s” are at most 150 words, none a number or a negation', (code) => {
  const words = wordsOf.get(code)!;
  expect(new Set(words.quiet.flatMap((phrase) => phrase.split(' '))).size).toBeLessThanOrEqual(150);
  const numbers = [...Object.keys(words.numbers), ...words.articles];
  const negations = [words.removing, words.removingAfter, words.warning, words.warningAfter].flat();
  expect(words.quiet.filter((phrase) => [...numbers, ...negations].includes(phrase))).toEqual([]);
  const isNegated = (phrase: string) => phrase.split(' ').some((word) => negations.includes(word));
  expect(words.quiet.filter(isNegated)).toEqual([]);
});

/** Everything a language's grammar knows, names of the menu in that language, and nonsense, in any order. */
function sentences(code: string, menu: Menu): fc.Arbitrary<string> {
  const word = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...titlesIn(code, menu)) },
    { weight: 5, arbitrary: fc.constantFrom(...grammarOf(wordsOf.get(code)!)) },
    { weight: 1, arbitrary: fc.constantFrom(...nonsense) },
  );
  const isUnspaced = code === 'zh' || code === 'ja';
  const pause = fc.constantFrom(...pauses.map((each) => (isUnspaced ? each.trim() : each)));
  return fc.array(fc.tuple(word, pause), { minLength: 1, maxLength: 14 }).map((said) => said.flat().join(''));
}

function grammarOf(words: Words): string[] {
  const {
    describing,
    optional,
    plain,
    neverTypos,
    endings,
    beginnings,
    spellings,
    writing,
    language,
    ...own
  } = words;
  return Object.values(own).flatMap((each) => phrasesOf(each));
}

function phrasesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(phrasesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (typeof each === 'object' ? phrasesOf(each) : [key]));
}

function titlesIn(code: string, { categories, translations }: Menu): string[] {
  const items = categories.flatMap((category) => category.items);
  const things = [
    ...[...categories, ...items],
    ...items.flatMap(({ variants }) => variants.map(({ id, label }) => ({ id, title: label }))),
    ...items.flatMap((item) => item.modifierGroups.flatMap((group) => group.modifiers)),
  ];
  return things.map(({ id, title }) => translations.get(id)?.[code]?.title ?? title);
}

function ordersIn(code: string): { text: string }[] {
  const file = new URL(`orders/${code}.jsonl`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as { text: string });
}
