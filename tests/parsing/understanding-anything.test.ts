import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Menu, MenuItem } from '../../src/menus/menu.ts';
import { inProcessParser } from '../../src/parsing/in-process-parser.ts';
import type { ParsedOrder, Phrase } from '../../src/parsing/order-parser.ts';
import { en } from '../../src/parsing/words/en.ts';
import { seed } from '../support/seed.ts';
import { anyCharacters } from './any-characters.ts';
import { cart, smallMenu } from './small-menu.ts';

// Whatever is said: what must hold of the answer. A failure prints the shortest text and the seed.

const parser = inProcessParser();
const items = smallMenu.categories.flatMap((category) => category.items);
const titles = [
  ...smallMenu.categories.map(({ title }) => title),
  ...items.map(({ title }) => title),
  ...items.flatMap(({ variants }) => variants.map(({ label }) => label)),
  ...items.flatMap((item) =>
    item.modifierGroups.flatMap((group) => group.modifiers.map(({ title }) => title)),
  ),
];
const grammar = [
  ...Object.keys(en.numbers),
  ...[
    en.articles,
    en.times,
    en.and,
    en.or,
    en.adding,
    en.removing,
    en.removingAfter,
    en.warning,
    en.warningAfter,
  ].flat(),
  ...[
    en.aside,
    en.measures,
    en.replacing,
    en.instead,
    en.again,
    en.undoing,
    en.clearing,
    en.onto,
    en.off,
    en.quiet,
  ].flat(),
  ...[en.amounts, en.others, en.every, en.changing, en.asking].flatMap((words) => Object.keys(words)),
];
const sentence = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...titles) },
      { weight: 5, arbitrary: fc.constantFrom(...grammar) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'unicorn',
          'zorblat',
          '🍕',
          ',',
          '.',
          '?',
          '\n',
          '7',
          'magherita',
          'cokee',
        ),
      },
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((words) => words.join(' '));

const holds = (property: fc.IAsyncProperty<unknown>, numRuns = 500) => fc.assert(property, { seed, numRuns });

describe(`whatever is said (SEED=${seed})`, () => {
  test('lines and changes are of the menu, keep the rules of its groups, and are 1 to 99', async () => {
    await holds(
      fc.asyncProperty(sentence, fc.boolean(), async (text, isLater) => {
        const order = await parser.parse(text, smallMenu, isLater ? cart : undefined);
        for (const line of [...order.lines, ...order.edits.flatMap(({ line }) => line ?? [])])
          keepsRules(line);
        for (const { lineId } of order.edits) expect(cart.lines.map(({ id }) => id)).toContain(lineId);
        expect(new Set(order.edits.map(({ lineId }) => lineId)).size).toBe(order.edits.length);
        for (const { confidence } of order.lines) expect(confidence > 0 && confidence <= 1).toBe(true);
      }),
    );
  });

  test('the same words about the same menu and cart give the same answer, also by another parser', async () => {
    const other = inProcessParser();
    await holds(
      fc.asyncProperty(sentence, async (text) => {
        expect(await other.parse(text, structuredClone(smallMenu), cart)).toEqual(
          await parser.parse(text, smallMenu, cart),
        );
      }),
      100,
    );
  });

  test('an item that nobody mentions changes no answer', async () => {
    const [first, ...others] = smallMenu.categories;
    const stranger: MenuItem = {
      ...items[0]!,
      id: 'stranger',
      title: 'Quxbar Flimsy',
      variants: [],
      modifierGroups: [],
    };
    const wider: Menu = {
      ...smallMenu,
      categories: [{ ...first!, items: [...first!.items, stranger] }, ...others],
    };
    // By its category alone it would be meant too.
    const unnamed = sentence.filter((text) => !/pizza/i.test(text));
    await holds(
      fc.asyncProperty(unnamed, async (text) => {
        expect(await parser.parse(text, wider)).toEqual(await parser.parse(text, smallMenu));
      }),
      200,
    );
  });

  test('any characters at all throw nothing', async () => {
    const anything = fc.oneof(
      { weight: 2, arbitrary: anyCharacters },
      fc
        .array(
          fc.constantFrom('\u202e', '\u200f', '\u0301', 'ﷺ', '🏳️‍🌈', '٣', '二', 'no', 'two', 'coke', "'", '-'),
          { maxLength: 30 },
        )
        .map((all) => all.join('')),
      fc
        .constantFrom(
          'no ',
          'two ',
          'coke ',
          'and ',
          'smokd ',
          '🍕',
          '\u0301',
          'one without ',
          'make that ',
          'remove the ',
        )
        .chain((unit) => fc.integer({ min: 1, max: 2000 }).map((count) => unit.repeat(count).slice(0, 2000))),
    );
    await holds(
      fc.asyncProperty(anything, async (text) => {
        const order = await parser.parse(text, smallMenu, cart);
        expect(
          phrasesOf(order).filter(({ start, end, text: words }) => text.slice(start, end) !== words),
        ).toEqual([]);
      }),
      10_000,
    );
  });
});

test.each([
  'two large margheritas, one without basil, and a coke ',
  'remove the ',
  'one without ',
  'smokd cokee ',
  'no burger and ',
  'a large and a small ',
  'make that two ',
  'both with ',
  'extra ',
  'do you have ',
  '1 ',
  'cheese ',
  'margherita large ',
  'zzzzzzzz ',
  '- ',
  'w/',
  'é',
  "x'",
  '1,000',
])('the work grows with the text and no faster: “%s” again and again', async (unit) => {
  const work = [];
  for (const length of [500, 1000, 2000]) {
    const text = unit.repeat(length).slice(0, length);
    const lookups = await lookupsDuring(() => parser.parse(text, smallMenu, cart));
    expect(lookups).toBeLessThan(60 * length);
    work.push(lookups);
  }
  // Four times the text; quadratic would be sixteen. A second language may be tried of one and not of the other.
  expect(work[2]! / work[0]!).toBeLessThan(8);
});

/** Steps of the parser: every look into one of its maps and sets. */
async function lookupsDuring(parse: () => Promise<unknown>): Promise<number> {
  const { get, has } = Map.prototype;
  const { has: contains } = Set.prototype;
  let count = 0;
  Map.prototype.get = function (key) {
    count++;
    return get.call(this, key);
  };
  Map.prototype.has = function (key) {
    count++;
    return has.call(this, key);
  };
  Set.prototype.has = function (key) {
    count++;
    return contains.call(this, key);
  };
  try {
    await parse();
  } finally {
    Map.prototype.get = get;
    Map.prototype.has = has;
    Set.prototype.has = contains;
  }
  return count;
}

function phrasesOf(order: ParsedOrder): Phrase[] {
  return [
    ...[...order.lines, ...order.edits, ...order.ambiguities, ...order.inquiries, ...order.allergies].map(
      ({ phrase }) => phrase,
    ),
    ...order.unmatched,
    ...order.retracted,
  ];
}

function keepsRules(
  line: ParsedOrder['lines'][number] | NonNullable<ParsedOrder['edits'][number]['line']>,
): void {
  const item = items.find(({ id }) => id === line.itemId)!;
  expect(item.hidden).toBe(false);
  expect(Number.isInteger(line.quantity) && line.quantity >= 1 && line.quantity <= 99).toBe(true);
  if (item.variants.length > 0) expect(item.variants.map(({ id }) => id)).toContain(line.variantId);
  for (const group of item.modifierGroups) {
    const own = group.modifiers.map(({ id }) => id);
    const kept = group.modifiers.filter(
      ({ id, isDefault, available }) => isDefault && available && !line.withoutIds.includes(id),
    );
    const added = line.withIds.filter((id) => own.includes(id));
    expect(added.length + (group.max === 1 && added.length > 0 ? 0 : kept.length)).toBeLessThanOrEqual(
      group.max,
    );
  }
  const offered = item.modifierGroups.flatMap((group) => group.modifiers.map(({ id }) => id));
  for (const id of [...line.withIds, ...line.withoutIds]) expect(offered).toContain(id);
}
