import { randomUUIDv7 } from 'node:crypto';
import type { BareOrder, BareSettings } from './bare-order.ts';
import { alternate } from './support/alternate.ts';
import { Child } from './support/child.ts';
import { makeDatabase } from './support/database.ts';
import type { Finding } from './support/finding.ts';
import { load, type Post } from './support/load.ts';
import { ms } from './support/ms.ts';
import { placing } from './support/placing.ts';
import { recordOrder } from './support/record-order.ts';
import { type WrittenCart, writeCarts } from './support/write-carts.ts';
import { writeRestaurant } from './support/write-restaurant.ts';

const bar = 3;
const rounds = 5;
const perRound = 200;
const atOnce = 8;

/** placeOrder on PostgreSQL, beside node:http and pg sending the same statements. Every cart is ordered once. */
export async function order(): Promise<Finding[]> {
  await using database = await makeDatabase();
  const restaurant = await writeRestaurant(database, 'bench-order');
  const carts = await writeCarts(database, restaurant, 2 + 2 * perRound * (rounds + 1));
  await database.query('analyze');
  const databaseUrl = database.url;
  await using comanda = await Child.start('comanda', { databaseUrl });
  const recorded = await recordOrder(comanda, database, restaurant, [carts.pop()!, carts.pop()!]);
  const settings: BareSettings = { databaseUrl, poolSize: 10, ...recorded };
  await using bare = await Child.start('bare-order', settings);

  const costOf = (server: Child & { url: string }, asking: (cart: WrittenCart) => Post) => async () => {
    const posts = carts.splice(0, perRound).map(asking);
    return (await server.cpuDuring(() => load(server.url, posts, atOnce))) / perRound;
  };
  const cost = await alternate(rounds, {
    comanda: costOf(comanda, (cart) => placing(restaurant, cart)),
    bare: costOf(bare, barely),
  });
  const times = cost.comanda / cost.bare;
  const { length } = recorded.statements;
  return [
    {
      text: `order: ${ms(cost.comanda)}, node:http and pg with the same ${length} statements ${ms(cost.bare)} → ${times.toFixed(2)} times that (bar ${bar})`,
      reached: times <= bar,
    },
  ];
}

function barely({ id: cart, visitId: visit }: WrittenCart): Post {
  return { body: JSON.stringify({ cart, visit, key: randomUUIDv7() } satisfies BareOrder) };
}
