import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Menu } from '../menus/menu.ts';
import { afterwards } from '../parsing/afterwards.ts';
import type { Conversation } from '../parsing/conversation.ts';
import { inProcessParser } from '../parsing/in-process-parser.ts';
import type { OrderParser } from '../parsing/order-parser.ts';
import { type MenuFile, menuOfFile } from './menu-of-file.ts';
import { predictionOf } from './prediction-of.ts';
import { run } from './run.ts';

/** An order, or a conversation: one sentence after the other about one cart. */
interface Row {
  readonly id: string;
  readonly text?: string;
  readonly steps?: readonly { readonly text: string }[];
}

await run(async () => {
  const { values } = parseArgs({ options: { menu: { type: 'string' }, in: { type: 'string' } } });
  if (!values.menu || !values.in) throw new Error('npm run words -- --menu MENU.json --in ORDERS.jsonl');
  const menu = menuOfFile(JSON.parse(readFileSync(values.menu, 'utf8')) as MenuFile);
  const parser = inProcessParser();
  const rows = readFileSync(values.in, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  for (const row of rows.map((line) => JSON.parse(line) as Row)) {
    if (row.steps) await converse(row.id, row.steps, parser, menu);
    else console.log(JSON.stringify({ id: row.id, ...(await predict(row.text ?? '', parser, menu)) }));
  }
});

async function predict(text: string, parser: OrderParser, menu: Menu) {
  const { lines, unmatched } = await parser.parse(text, menu);
  return predictionOf(lines, unmatched, menu);
}

async function converse(id: string, steps: readonly { text: string }[], parser: OrderParser, menu: Menu) {
  let cart: Conversation = { lines: [], about: [] };
  let made = 0;
  for (const [at, { text }] of steps.entries()) {
    const parsed = await parser.parse(text, menu, cart);
    cart = afterwards(cart, parsed, () => `line ${++made}`);
    console.log(
      JSON.stringify({ id: `${id}#${at + 1}`, ...predictionOf(cart.lines, parsed.unmatched, menu) }),
    );
  }
}
