import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { inProcessParser } from '../../src/parsing/in-process-parser.ts';
import { slipOf } from './slip-of.ts';
import { translatedDemoMenu } from './translated-demo-menu.ts';

const parser = inProcessParser();
const menu = translatedDemoMenu();

/** Percent of the orders that must be understood exactly, and percent whose language must be told. */
const floors = {
  en: [100, 100],
  es: [97, 99],
  fr: [96, 98],
  de: [97, 98],
  it: [98, 99],
  pt: [98, 99],
  zh: [97, 99],
  ja: [95, 99],
  ar: [98, 99],
  hi: [96, 96],
};

test.each(Object.entries(floors))('orders in “%s” are understood', async (language, [exact, told]) => {
  const missed: string[] = [];
  let languages = 0;
  const orders = ordersIn(language);
  for (const { text, order } of orders) {
    const parsed = await parser.parse(text, menu);
    const heard = sorted(parsed.lines.map((line) => slipOf(line, menu)));
    const left = parsed.unmatched.map((phrase) => phrase.text).join(' | ');
    if (heard !== sorted(order.split('; ')))
      missed.push(`${text}\n  wanted ${order}\n  heard ${heard}\n  left ${left}`);
    if (parsed.language === language) languages++;
    for (const { text: words, start, end } of [
      ...parsed.unmatched,
      ...parsed.lines.map(({ phrase }) => phrase),
    ])
      expect(text.slice(start, end)).toBe(words);
  }
  const percent = (count: number) => (100 * count) / orders.length;
  if (percent(orders.length - missed.length) < exact!)
    throw new Error(`${percent(orders.length - missed.length).toFixed(1)} % exact:\n${missed.join('\n')}`);
  expect(percent(languages)).toBeGreaterThanOrEqual(told!);
});

test('the same order again is heard the same again', async () => {
  for (const { text } of ordersIn('es')) {
    expect(await parser.parse(text, menu)).toEqual(await inProcessParser().parse(text, menu));
  }
}, 60_000);

function ordersIn(language: string): { text: string; order: string }[] {
  const file = new URL(`orders/${language}.jsonl`, import.meta.url);
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  return rows.map((row) => JSON.parse(row) as { text: string; order: string });
}

/** Whatever the order of lines and of what each comes with. */
function sorted(slips: readonly string[]): string {
  const slip = (line: string) => {
    const [item, ...choices] = line.split(/ (?=[-+(])/);
    return [item, ...choices.sort()].join(' ');
  };
  return slips.map(slip).sort().join('; ');
}
