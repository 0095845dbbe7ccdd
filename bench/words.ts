import { menuOfFile } from '../src/commands/menu-of-file.ts';
import { inProcessParser } from '../src/parsing/in-process-parser.ts';
import { bigMenu } from './support/big-menu.ts';
import type { Finding } from './support/finding.ts';
import { median } from './support/median.ts';
import { ms } from './support/ms.ts';
import { naiveTime } from './support/naive-time.ts';

const order =
  'two large smoked burgers without chopped onion, three spicy ramen with extra pickled garlic and one grilled salad, no egg';
const wordsMeant = 20;
const rounds = 15;
const perRound = 100;
const usualItems = 100;
const bigMenuItems = 10_000;
const longer = 16;
const bar = 2;
const bigBar = 10;

/** The in-process parser on an order of 20 words and a menu of 100 items with 200 modifiers, on longer texts and on a bigger menu. */
export async function words(): Promise<Finding[]> {
  const count = order.split(' ').length;
  if (count !== wordsMeant) throw new Error(`The order has ${count} words.`);
  const usual = await costOf(order, usualItems);
  const long = await costOf(Array.from({ length: longer }, () => order).join(', '), usualItems);
  const big = await costOf(order, bigMenuItems);
  const naive = naiveTime(order, bigMenu());
  const beside = naive === null ? '' : `, string matching ${ms(naive)}`;
  return [
    {
      text: `words: ${ms(usual.again)} (bar ${bar}) for an order of ${count} words on a menu of 100 items with 200 modifiers${beside}; ${ms(usual.first)} the first time, when the menu is indexed`,
      reached: usual.again < bar,
    },
    {
      text: `words: a text ${longer} times as long takes ${(long.again / usual.again).toFixed(1)} times as much (bar ${longer})`,
      reached: long.again <= longer * usual.again,
    },
    {
      text: `words: ${ms(big.again)} (bar ${bigBar}) on a menu of 10,000 items, ${(big.again / usual.again).toFixed(1)} times as much as with 100; ${ms(big.first)} the first time`,
      reached: big.again < bigBar && big.again < (bigMenuItems / usualItems) * usual.again,
    },
  ];
}

async function costOf(text: string, items: number): Promise<{ first: number; again: number }> {
  const menu = menuOfFile(bigMenu(items));
  const parser = inProcessParser();
  const first = await timed(() => parser.parse(text, menu));
  const { lines } = await parser.parse(text, menu);
  if (lines.length % 3 > 0) throw new Error(`Understood ${lines.length} lines, not 3 of each order.`);
  const costs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const cost = await timed(async () => {
      for (let time = 0; time < perRound; time += 1) await parser.parse(text, menu);
    });
    costs.push(cost / perRound);
  }
  return { first, again: median(costs.slice(1)) };
}

/** Milliseconds of this process's CPU. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
