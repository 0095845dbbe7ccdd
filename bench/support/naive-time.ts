import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuFile } from '../../src/commands/menu-of-file.ts';
import { corpusFolder } from './corpus.ts';

const many = 4000;

/** Milliseconds that plain string matching takes for a text; null where there is none to compare with. */
export function naiveTime(text: string, menu: MenuFile): number | null {
  const naive = join(corpusFolder, 'naive.mjs');
  if (!existsSync(naive)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'comanda-words-'));
  try {
    const menuPath = join(folder, 'menu.json');
    writeFileSync(menuPath, JSON.stringify(menu));
    const timed = (count: number) => {
      const rows = join(folder, 'orders.jsonl');
      writeFileSync(rows, Array.from({ length: count }, (_, id) => JSON.stringify({ id, text })).join('\n'));
      const start = performance.now();
      execFileSync(process.execPath, [naive, '--menu', menuPath, '--in', rows], {
        maxBuffer: 1 << 28,
      });
      return performance.now() - start;
    };
    return (timed(many) - timed(1)) / (many - 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
