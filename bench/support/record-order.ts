import type { Child } from './child.ts';
import type { BenchDatabase } from './database.ts';
import { post } from './load.ts';
import { placing } from './placing.ts';
import { recipeOf } from './recipe.ts';
import type { Statement } from './record-statements.ts';
import type { WrittenCart } from './write-carts.ts';
import type { Written } from './write-restaurant.ts';

interface Answer {
  readonly data: {
    readonly placeOrder: {
      readonly order: { id: string; number: number; trackingCode: string; lines: { id: string }[] };
    };
  };
}

/** Places one order through the app and writes down what it sent to PostgreSQL, as a recipe for any other cart. */
export async function recordOrder(
  comanda: Child & { url: string },
  database: BenchDatabase,
  restaurant: Written,
  [first, second]: readonly [WrittenCart, WrittenCart],
): Promise<{ statements: Statement[]; answer: Answer }> {
  await post(comanda.url, placing(restaurant, first));
  // Numbers that stand for nothing else, to find them again in what was sent.
  await database.query('update event_stream set last_number = 8000000, tally = 900000 where id = $1', [
    restaurant.id,
  ]);
  const asking = placing(restaurant, second);
  await comanda.ask('record');
  const answer = JSON.parse(await post(comanda.url, asking)) as Answer;
  const recorded = await comanda.ask<Statement[]>('record');
  const { id, trackingCode, lines } = answer.data.placeOrder.order;
  const statements = recipeOf(recorded, {
    cart: second.id,
    visit: second.visitId,
    key: JSON.parse(asking.body).variables.idempotencyKey,
    order: id,
    line0: lines[0]!.id,
    line1: lines[1]!.id,
    line2: lines[2]!.id,
    code: trackingCode,
    number: 8000001,
    tally: 900001,
  });
  return { statements, answer };
}
