import { isDeepStrictEqual } from 'node:util';
import { alternate } from './support/alternate.ts';
import { Child } from './support/child.ts';
import { makeDatabase } from './support/database.ts';
import type { Finding } from './support/finding.ts';
import { load, type Post, post } from './support/load.ts';
import { menuQuery } from './support/menu-query.ts';
import { ms } from './support/ms.ts';
import { writeRestaurant } from './support/write-restaurant.ts';

const bar = 8;

/** The public menu of 80 items, warm, beside hydrated entities and beside the bytes alone. */
export async function menu(): Promise<Finding[]> {
  await using database = await makeDatabase();
  const { slug } = await writeRestaurant(database, 'bench-menu');
  const databaseUrl = database.url;
  const asking: Post = { body: JSON.stringify({ query: menuQuery, variables: { slug } }) };
  await using comanda = await Child.start('comanda', { databaseUrl });
  await using naive = await Child.start('naive-menu', { databaseUrl });
  const body = await post(comanda.url, asking);
  if (!isDeepStrictEqual(JSON.parse(body), JSON.parse(await post(naive.url, asking))))
    throw new Error('The naive menu is another menu.');
  await using bytes = await Child.start('same-bytes', { body });

  const costOf = (server: Child & { url: string }, times: number) => async (): Promise<number> => {
    const posts = Array.from({ length: times }, () => asking);
    return (await server.cpuDuring(() => load(server.url, posts, 4))) / times;
  };
  const cost = await alternate(5, {
    comanda: costOf(comanda, 300),
    naive: costOf(naive, 30),
    bytes: costOf(bytes, 1_000),
  });
  const better = cost.naive / cost.comanda;
  return [
    {
      text: `menu: ${ms(cost.comanda)}, naive ${ms(cost.naive)} → 1/${better.toFixed(1)} (bar 1/${bar})`,
      reached: better >= bar,
    },
    {
      text: `menu: node:http with the same ${Math.round(body.length / 1000)} kB ${ms(cost.bytes)} → ${(cost.comanda / cost.bytes).toFixed(1)} times that`,
      reached: null,
    },
  ];
}
