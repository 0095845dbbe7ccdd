import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type MenuFile, menuOfFile } from '../../src/commands/menu-of-file.ts';
import type { Menu } from '../../src/menus/menu.ts';

export interface GoldModifier {
  readonly name: string;
  readonly negated?: boolean;
  readonly qualifier?: string;
  readonly quantity?: number;
  readonly anyOf?: readonly string[];
}

export interface GoldLine {
  readonly item: string;
  readonly quantity: number;
  readonly variant?: string;
  readonly modifiers: readonly GoldModifier[];
}

export interface GoldOrder {
  readonly id: string;
  readonly text: string;
  readonly expected: readonly GoldLine[];
  readonly alternatives?: readonly (readonly GoldLine[])[];
}

/** Percent. */
export interface Score {
  readonly em: number;
  readonly itemAcc: number;
  readonly qtyAcc: number;
  readonly variantAcc: number;
  readonly modF1: number;
  readonly negAcc: number;
}

export type Predictions = ReadonlyMap<string, { readonly lines: readonly unknown[] }>;

export interface Shop {
  readonly name: string;
  readonly menu: Menu;
  /** With what else people call things, and as a restaurant would type it in. */
  readonly files: Readonly<Record<'aliases' | 'bare names', MenuFile>>;
  readonly orders: readonly GoldOrder[];
  /** Of these predictions, how many in a hundred are exactly right. */
  exact(predictions: Predictions): number;
  score(orders: readonly GoldOrder[], predictions: Predictions, menu: MenuFile): Score;
}

interface Scorer {
  scoreRows(gold: readonly GoldOrder[], by: Predictions, menu: unknown): { em: boolean }[];
  summarize(rows: { em: boolean }[]): Score;
}

/** Where orders in people's own words with gold answers may be: their licence keeps them out of this project. */
export const corpusFolder = resolve(process.env['ORDER_CORPUS'] ?? '../shared/order-corpus');

/** A folder with a scorer, and of each shop a menu and orders. Null: not here. */
export async function corpus(folder: string = corpusFolder): Promise<Shop[] | null> {
  if (!existsSync(join(folder, 'score.mjs'))) return null;
  const { scoreRows, summarize } = (await import(pathToFileURL(join(folder, 'score.mjs')).href)) as Scorer;
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'dev.jsonl')))
    .map((name) => {
      const read = (file: string) => readFileSync(join(folder, name, file), 'utf8');
      const file = JSON.parse(read('menu.json')) as MenuFile;
      const bare = JSON.parse(read('menu.bare.json')) as MenuFile;
      const orders = read('dev.jsonl')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as GoldOrder);
      return {
        name,
        menu: menuOfFile(file),
        files: { aliases: file, 'bare names': bare },
        orders,
        exact: (predictions) =>
          (100 * scoreRows(orders, predictions, file).filter(({ em }) => em).length) / orders.length,
        score: (rows, predictions, menu) => summarize(scoreRows(rows, predictions, menu)),
      };
    });
}
