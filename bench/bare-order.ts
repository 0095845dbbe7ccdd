import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { answerParent } from './support/answer-parent.ts';
import { type Facts, filler } from './support/recipe.ts';
import type { Statement } from './support/record-statements.ts';

export interface BareSettings {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly statements: readonly Statement[];
  /** What the app answered to the recorded order. */
  readonly answer: { data: { placeOrder: { order: { id: string; number: number } } } };
}

/** What a client of the bare server sends: it has no tokens. */
export type BareOrder = Pick<Facts, 'cart' | 'visit' | 'key'>;

/** The floor of placing an order: node:http and pg, the app's own statements, JSON in and out, nothing checked. */
answerParent({
  async open({ databaseUrl, poolSize, statements, answer }: BareSettings): Promise<string> {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
    const steps = statements.map(({ text, values }) => ({ text, fillers: values.map(filler) }));
    const begin = steps.findIndex(({ text }) => text === 'begin');
    const { placeOrder } = answer.data;

    type Sender = Pick<pg.Pool, 'query'>;
    const send = async (sender: Sender, { text, fillers }: (typeof steps)[number], facts: Facts) => {
      const { rows } = await sender.query(
        text,
        fillers.map((fill) => fill(facts)),
      );
      const [row] = rows as { tally?: number; last_number?: string }[];
      return row?.tally === undefined
        ? facts
        : { ...facts, tally: row.tally, number: Number(row.last_number) };
    };

    const place = async (asked: BareOrder): Promise<string> => {
      const [order, line0, line1, line2] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
      const code = randomBytes(16).toString('base64url');
      let facts: Facts = { ...asked, order, line0, line1, line2, code, number: 0, tally: 0 };
      for (const step of steps.slice(0, begin)) facts = await send(pool, step, facts);
      const client = await pool.connect();
      for (const step of steps.slice(begin)) facts = await send(client, step, facts);
      client.release();
      const placed = { ...placeOrder, order: { ...placeOrder.order, id: order, number: facts.tally } };
      return JSON.stringify({ data: { placeOrder: placed } });
    };

    const server = createServer(async (request, response) => {
      const body = await place(JSON.parse(await read(request)));
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  },
});

function read(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
  });
}
