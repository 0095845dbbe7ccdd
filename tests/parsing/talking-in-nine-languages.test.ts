import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { afterwards } from '../../src/parsing/afterwards.ts';
import type { Conversation } from '../../src/parsing/conversation.ts';
import { inProcessParser } from '../../src/parsing/in-process-parser.ts';
import type { ParsedOrder } from '../../src/parsing/order-parser.ts';
import { slipOf } from './slip-of.ts';
import { translatedDemoMenu } from './translated-demo-menu.ts';

const parser = inProcessParser();
const menu = translatedDemoMenu();
const empty: Conversation = { lines: [], about: [] };
const table = ['2 Coke', '1 Margherita pizza'];

interface Meaning {
  /** The row that orders what there is before. */
  readonly before: string;
  readonly cart: readonly string[];
  /** What it asks, warns of or leaves over; nothing where it is not named. */
  readonly asks?: RegExp;
  readonly isLeft?: boolean;
}

const change = (before: string, ...cart: string[]): Meaning => ({ before, cart });
const talk = (asks?: RegExp, isLeft = false): Meaning => ({
  before: 'table',
  cart: table,
  ...(asks && { asks }),
  isLeft,
});

const meanings: Record<string, Meaning> = {
  large: change('dish', '1 Margherita pizza/Large'),
  two: change('dish', '2 Margherita pizza'),
  'another coke': change('table', '3 Coke', '1 Margherita pizza'),
  'no coke': change('table', '1 Margherita pizza'),
  'only one coke': change('table', '1 Coke', '1 Margherita pizza'),
  'lemonade for coke': change('one of each', '1 Margherita pizza', '1 Lemonade'),
  'no basil': change('table', '2 Coke', '1 Margherita pizza -Basil'),
  mushrooms: change('table', '2 Coke', '1 Margherita pizza +Mushrooms'),
  'same again': change('two cokes', '4 Coke'),
  fries: change('table', ...table, '1 Fries'),
  nothing: talk(undefined, true),
  thanks: talk(),
  'no allergy': talk(undefined, true),
  'what was ordered': talk(/^ORDER /),
  'is there tiramisu': talk(/^(HAVE|DETAILS) Tiramisu$/),
  'what does lasagne cost': talk(/^PRICE Lasagne$/),
  'a question': talk(/^(HAVE|DETAILS) /),
};

describe.each(['es', 'fr', 'de', 'it', 'pt', 'zh', 'ja', 'ar', 'hi'])('in “%s”', (language) => {
  const rows = rowsOf(language);
  const orders = new Map(rows.map(({ said, means }) => [means, said]));
  const talked = rows.filter(({ means }) => !/^(dish|table|one of each|two cokes)$/.test(means));

  test.each(talked)('“$said”: $means', async ({ said, means }) => {
    const allergen = /^[A-Z]+$/.test(means) ? means : null;
    const meaning = allergen ? talk() : meanings[means]!;
    const before = await hear(orders.get(meaning.before)!, empty);
    const { cart, parsed } = await hear(said, before.cart);
    const slips = cart.lines.map((line) =>
      slipOf({ ...line, note: allergen ? null : line.note } as never, menu),
    );
    expect(slips.sort()).toEqual([...meaning.cart].sort());
    expect(parsed.allergies.map((allergy) => allergy.allergen)).toEqual(allergen ? [allergen] : []);
    const asked = parsed.inquiries.map(
      ({ about, answers }) => `${about} ${answers.map(({ title }) => title)}`,
    );
    expect(asked.length).toBe(meaning.asks ? 1 : 0);
    if (meaning.asks) expect(asked[0]).toMatch(meaning.asks);
    if (meaning.isLeft) expect(parsed.unmatched).not.toEqual([]);
  });
});

let made = 0;

async function hear(
  said: string,
  before: Conversation,
): Promise<{ cart: Conversation; parsed: ParsedOrder }> {
  const parsed = await parser.parse(said, menu, before);
  return { cart: afterwards(before, parsed, () => `line ${++made}`), parsed };
}

function rowsOf(language: string): { said: string; means: string }[] {
  const file = new URL(`talks/${language}.jsonl`, import.meta.url);
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  return rows.map((row) => JSON.parse(row) as { said: string; means: string });
}
