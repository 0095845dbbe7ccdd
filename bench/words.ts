import { inProcessParser } from '../src/parsing/in-process-parser.ts';
import { bigMenu } from './support/big-menu.ts';
import type { Finding } from './support/finding.ts';
import { median } from './support/median.ts';
import { ms } from './support/ms.ts';

const order =
  'two large smoked burgers without chopped onion, three spicy ramen with extra pickled garlic and one grilled salad, no egg';
const wordsMeant = 20;
const rounds = 15;
const perRound = 100;

/** The in-process parser on an order of 20 words and a menu of 100 items with 200 modifiers. */
export async function words(): Promise<Finding[]> {
  const count = order.split(' ').length;
  if (count !== wordsMeant) throw new Error(`The order has ${count} words.`);
  const menu = bigMenu();
  const parser = inProcessParser();
  const first = await timed(() => parser.parse(order, menu));
  const { lines } = await parser.parse(order, menu);
  if (lines.length !== 3) throw new Error(`Understood ${lines.length} lines of 3.`);
  const costs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const cost = await timed(async () => {
      for (let time = 0; time < perRound; time += 1) await parser.parse(order, menu);
    });
    costs.push(cost / perRound);
  }
  return [
    {
      text: `words: ${ms(median(costs.slice(1)))} for an order of ${count} words on a menu of 100 items with 200 modifiers; ${ms(first)} the first time, when the menu is indexed`,
      reached: null,
    },
  ];
}

/** Milliseconds of this process's CPU. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
