import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inProcessParser } from '../../../src/parsing/in-process-parser.ts';
import { completeByModel } from '../../../src/parsing/models/complete-by-model.ts';
import { leftToModel } from '../../../src/parsing/models/left-to-model.ts';
import { menuExcerpt } from '../../../src/parsing/models/menu-excerpt.ts';
import { readAnswer } from '../../../src/parsing/models/read-answer.ts';
import { replaceByModel } from '../../../src/parsing/models/replace-by-model.ts';
import type { ParsedOrder } from '../../../src/parsing/order-parser.ts';
import { seed } from '../../support/seed.ts';
import { accountsForAll } from '../accounts-for-all.ts';
import { smallMenu } from '../small-menu.ts';

const rules = inProcessParser();
const excerpt = menuExcerpt(smallMenu, []);
const all = smallMenu.categories.flatMap(({ items }) => items);

const word = fc.constantFrom(
  ...'a two three margherita margheritas large small with without basil olives and coke zingzang'.split(' '),
  ...'burger egg unicorn please , . no latte oat milk nuts allergic to blorp fries ice cream'.split(' '),
);

/** Any sense that a model may make of any words of a text: names of the menu, right or wrong for their item. */
const sense = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 14 }),
  lines: fc.array(
    fc.record({
      from: fc.nat(13),
      length: fc.integer({ min: 1, max: 6 }),
      item: fc.constantFrom(...excerpt.items.keys()),
      sized: fc.boolean(),
      quantity: fc.integer({ min: 1, max: 99 }),
      modifiers: fc.array(
        fc.record({
          at: fc.nat(13),
          which: fc.nat(20),
          wanted: fc.boolean(),
          count: fc.integer({ min: 1, max: 3 }),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 4 },
  ),
  missed: fc.array(fc.nat(13), { maxLength: 2 }),
});

type Sense = typeof sense extends fc.Arbitrary<infer T> ? T : never;

function answerOf({ words, lines, missed }: Sense): string {
  const quote = (at: number, length = 1) =>
    words.slice(at % words.length, (at % words.length) + length).join(' ');
  return JSON.stringify({
    lines: lines.map(({ from, length, item, sized, quantity, modifiers }) => {
      const { variants, modifierGroups } = excerpt.items.get(item)!;
      const own = modifierGroups.flatMap((group) => group.modifiers).filter(({ available }) => available);
      const nameOf = (names: ReadonlyMap<string, string>, id: string) =>
        [...names].find(([, each]) => each === id)![0];
      return {
        words: quote(from, length),
        item,
        size: sized && variants[0] ? nameOf(excerpt.sizes, variants[0].id) : null,
        quantity,
        modifiers: modifiers
          .filter(() => own.length > 0)
          .map(({ at, which, wanted, count }) => ({
            words: quote(at),
            modifier: nameOf(excerpt.modifiers, own[which % own.length]!.id),
            wanted,
            amount: null,
            count,
          })),
        note: null,
      };
    }),
    notUnderstood: missed.map((at) => quote(at)),
  });
}

/** Which letters of a text these phrases hold. */
function lettersIn(text: string, phrases: readonly { start: number; end: number }[]): Set<number> {
  const places = phrases.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, at) => start + at),
  );
  return new Set(places.filter((at) => /[\p{L}\p{N}]/u.test(text[at]!)));
}

function holds(text: string, { lines, unmatched }: ParsedOrder): void {
  for (const phrase of [...unmatched, ...lines.map((line) => line.phrase)])
    expect(text.slice(phrase.start, phrase.end)).toBe(phrase.text);
  for (const { itemId, variantId, quantity, withIds, withoutIds } of lines) {
    const item = all.find(({ id }) => id === itemId)!;
    expect(quantity).toBeGreaterThanOrEqual(1);
    expect(quantity).toBeLessThanOrEqual(99);
    if (variantId) expect(item.variants.map(({ id }) => id)).toContain(variantId);
    for (const { modifiers, max } of item.modifierGroups) {
      const chosen = modifiers.filter(({ id }) => withIds.includes(id));
      expect(chosen.length).toBeLessThanOrEqual(max);
    }
    const own = item.modifierGroups.flatMap(({ modifiers }) => modifiers.map(({ id }) => id));
    for (const id of [...withIds, ...withoutIds]) expect(own).toContain(id);
  }
}

test(`whatever a model makes of whatever words, nothing is lost (SEED=${seed})`, async () => {
  let usable = 0;
  const property = fc.asyncProperty(sense, async (made) => {
    const text = made.words.join(' ');
    const alone = await rules.parse(text, smallMenu);
    const reading = readAnswer(answerOf(made), text, excerpt);
    if (typeof reading === 'string') return;
    usable += 1;
    const quotes = reading.lines.flatMap(({ said, saidOfChoices }) => [said, ...saidOfChoices]);
    const missed = lettersIn(text, reading.notUnderstood);

    const both = completeByModel(text, smallMenu, alone, reading);
    holds(text, both);
    await accountsForAll(text, both);
    for (const line of alone.lines) {
      const kept = both.lines.filter(
        ({ itemId, quantity, phrase }) =>
          itemId === line.itemId &&
          quantity === line.quantity &&
          phrase.start <= line.phrase.start &&
          line.phrase.end <= phrase.end,
      );
      const isWhole = kept.some(
        ({ withIds, withoutIds }) =>
          line.withIds.every((id) => withIds.includes(id)) &&
          line.withoutIds.every((id) => withoutIds.includes(id)),
      );
      expect(isWhole).toBe(true);
    }
    const left = lettersIn(text, both.unmatched);
    const quoted = lettersIn(text, quotes);
    const open = lettersIn(text, leftToModel(alone));
    for (const at of lettersIn(text, alone.unknown)) {
      if (!left.has(at)) expect([quoted.has(at), open.has(at), missed.has(at)]).toEqual([true, true, false]);
    }
    for (const at of left) expect(lettersIn(text, alone.unmatched).has(at)).toBe(true);

    const whole = replaceByModel(text, smallMenu, alone, reading);
    holds(text, whole);
    await accountsForAll(text, whole);
    const told = lettersIn(text, whole.unmatched);
    for (const at of lettersIn(text, alone.unknown)) if (!quoted.has(at)) expect(told.has(at)).toBe(true);
    for (const { phrase } of alone.lines) {
      const isQuoted = quotes.some(({ start, end }) => start < phrase.end && phrase.start < end);
      if (!isQuoted) for (const at of lettersIn(text, [phrase])) expect(told.has(at)).toBe(true);
    }
  });
  await fc.assert(property, { seed, numRuns: 1_500 });
  expect(usable).toBeGreaterThan(300);
});
