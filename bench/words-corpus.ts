import { type MenuFile, menuOfFile } from '../src/commands/menu-of-file.ts';
import { predictionOf } from '../src/commands/prediction-of.ts';
import { inProcessParser } from '../src/parsing/in-process-parser.ts';
import { corpus, corpusFolder, type GoldOrder, type Score, type Shop } from './support/corpus.ts';
import type { Finding } from './support/finding.ts';
import { ms } from './support/ms.ts';
import { renamed } from './support/renamed.ts';

/** Exact match in percent, with what else people call things and with bare names. */
const bars: Readonly<Record<string, Readonly<Record<keyof Shop['files'], number>>>> = {
  pizza: { aliases: 95, 'bare names': 85 },
  burrito: { aliases: 92, 'bare names': 65 },
  sub: { aliases: 85, 'bare names': 55 },
};
const negationBar = 99;
const mostLost = 3;

/** How well people's own words are understood, where a corpus of them is there. */
export async function wordsCorpus(): Promise<Finding[]> {
  const shops = await corpus();
  if (!shops) return [{ text: `words: no corpus in ${corpusFolder} (ORDER_CORPUS)`, reached: null }];
  const findings: Finding[] = [];
  for (const shop of shops) {
    const { name, files, orders } = shop;
    for (const names of ['aliases', 'bare names'] as const) {
      const { score, times } = await scored(shop, orders, files[names], files.aliases);
      const bar = bars[name]?.[names] ?? 0;
      const negation = Number.isNaN(score.negAcc) ? 'none' : `${percent(score.negAcc)} (bar ${negationBar})`;
      findings.push({
        text: `words: ${name}, ${names}: exact ${percent(score.em)} (bar ${bar}), items ${percent(score.itemAcc)}, quantities ${percent(score.qtyAcc)}, sizes ${percent(score.variantAcc)}, modifiers ${percent(score.modF1)}, negations ${negation}; ${orders.length} orders, median ${ms(at(times, 0.5))}, p99 ${ms(at(times, 0.99))}`,
        reached: score.em >= bar && !(score.negAcc < negationBar),
      });
    }
    findings.push(await unmoved(shop));
    const invented = renamed(files.aliases, orders);
    const before = await scored(shop, invented.before, files.aliases, files.aliases);
    const after = await scored(shop, invented.after, invented.menu, invented.menu);
    findings.push({
      text: `words: ${name}, invented names: exact ${percent(after.score.em)}, with its own ${percent(before.score.em)} (bar: ${mostLost} less); ${invented.after.length} orders`,
      reached: after.score.em >= before.score.em - mostLost,
    });
  }
  return findings;
}

/** An item that nobody mentions changes no answer. */
async function unmoved({ name, files, orders }: Shop): Promise<Finding> {
  const parser = inProcessParser();
  const file = files.aliases;
  const stranger = {
    name: 'Quxbar Flimsy',
    aliases: [],
    category: 'Strangers',
    variants: [],
    modifierGroups: [],
  };
  const menu = menuOfFile(file);
  const wider = menuOfFile({ ...file, items: [...file.items, stranger] });
  let changed = 0;
  for (const { text } of orders) {
    const [alone, beside] = [await parser.parse(text, menu), await parser.parse(text, wider)];
    if (JSON.stringify(alone) !== JSON.stringify(beside)) changed++;
  }
  return {
    text: `words: ${name}, with an item on the menu that nobody mentions: ${changed} of ${orders.length} answers change (bar 0)`,
    reached: changed === 0,
  };
}

async function scored(
  shop: Shop,
  orders: readonly GoldOrder[],
  menuFile: MenuFile,
  goldMenu: MenuFile,
): Promise<{ score: Score; times: number[] }> {
  const menu = menuOfFile(menuFile);
  const parser = inProcessParser();
  const predictions = new Map<string, { lines: readonly unknown[] }>();
  const times: number[] = [];
  await parser.parse(orders[0]!.text, menu);
  for (const { id, text } of orders) {
    const start = performance.now();
    const { lines, unmatched } = await parser.parse(text, menu);
    times.push(performance.now() - start);
    predictions.set(id, predictionOf(lines, unmatched, menu));
  }
  return { score: shop.score(orders, predictions, goldMenu), times: times.sort((a, b) => a - b) };
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

function percent(value: number): string {
  return value.toFixed(1);
}
