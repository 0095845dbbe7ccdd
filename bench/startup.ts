import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate } from './support/alternate.ts';
import type { Finding } from './support/finding.ts';
import { timedStart } from './support/timed-start.ts';

const bar = 3;
const barAboveFloor = 1.5;

/** From built state to listening, on a data folder that is there already, beside opening its database alone. Seconds, not CPU. */
export async function startup(): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-bench-'));
  try {
    // The first round makes the folder and its demo restaurant; it is not counted.
    const took = await alternate(5, {
      comanda: () => startComanda(folder),
      pglite: () => startPglite(folder),
    });
    const [comanda, pglite] = [took.comanda / 1000, took.pglite / 1000];
    const more = comanda - pglite;
    return [
      {
        text: `startup: ${comanda.toFixed(2)} s (bar ${bar} s), its PGlite folder alone ${pglite.toFixed(2)} s → ${more.toFixed(2)} s more (bar ${barAboveFloor} s)`,
        reached: comanda <= bar && more <= barAboveFloor,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function startComanda(folder: string): Promise<number> {
  return timedStart({
    file: join(import.meta.dirname, '../src/main.js'),
    folder,
    environment: { DATA_DIR: folder, PORT: '0' },
    async started(line) {
      const [url] = /http:\/\/127\.0\.0\.1:\d+(?=\/graphql)/.exec(line) ?? [];
      return url !== undefined && (await fetch(`${url}/health`)).ok;
    },
  });
}

function startPglite(folder: string): Promise<number> {
  return timedStart({
    file: join(import.meta.dirname, 'pglite-alone.js'),
    arguments: [join(folder, 'database')],
    folder,
    started: async (line) => line === 'open',
  });
}
