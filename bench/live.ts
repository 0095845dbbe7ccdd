import { alternate } from './support/alternate.ts';
import { Child } from './support/child.ts';
import { makeDatabase } from './support/database.ts';
import type { Finding } from './support/finding.ts';
import { idleFinding } from './support/idle-finding.ts';
import { openKitchen } from './support/kitchen.ts';
import { post } from './support/load.ts';
import { ms } from './support/ms.ts';
import { placing } from './support/placing.ts';
import { Screens } from './support/screens.ts';
import { redisUrl } from './support/settings.ts';
import { writeCarts } from './support/write-carts.ts';
import { writeCook } from './support/write-cook.ts';
import { writeQuiet } from './support/write-quiet.ts';
import { writeRestaurant } from './support/write-restaurant.ts';

const bar = 4;
const screensHere = 100;
const restaurantsElsewhere = 500;
const events = 100;
const warmUp = 500;

/** One kitchen event to 100 screens, beside ws sending the same bytes; then among 5,000 idle screens of other restaurants. */
export async function live(): Promise<Finding[]> {
  await using database = await makeDatabase();
  const here = await writeRestaurant(database, 'bench-live');
  const elsewhere = await writeQuiet(database, restaurantsElsewhere);
  const token = await writeCook(database, [here.id, ...elsewhere]);
  const [cart] = await writeCarts(database, here, 1);
  const redisPrefix = `${new URL(database.url).pathname.slice(1)}:`;
  await using comanda = await Child.start('comanda', { databaseUrl: database.url, redisUrl, redisPrefix });
  await using kitchen = await openKitchen(database.url, redisPrefix);
  const { data } = JSON.parse(await post(comanda.url, placing(here, cart!)));
  const orderId: string = data.placeOrder.order.id;

  await using screens = new Screens();
  await screens.open(comanda.url, token, Array(screensHere).fill(here.id));
  /** One after the other, each when every screen has shown the one before. */
  const happen = async (count: number): Promise<void> => {
    for (let event = 0; event < count; event += 1) {
      const heard = screens.heard + screensHere;
      await kitchen.move(here.id, orderId);
      await screens.until(heard);
    }
  };
  await comanda.cpuDuring(() => happen(warmUp));

  const text = screens.last;
  await using raw = await Child.start('raw-ws', { text });
  await using sockets = new Screens();
  await sockets.listen(raw.url, screensHere);
  /** In the same rhythm, with the same events in PostgreSQL and Redis, but asked by its parent. */
  const ask = async (what: 'send' | 'nothing', count: number): Promise<void> => {
    for (let event = 0; event < count; event += 1) {
      const heard = sockets.heard + (what === 'send' ? screensHere : 0);
      await kitchen.move(elsewhere[0]!, orderId);
      await raw.ask(what);
      await sockets.until(heard);
    }
  };
  await raw.cpuDuring(() => ask('send', warmUp));

  const cost = await alternate(7, {
    comanda: () => comanda.cpuDuring(() => happen(events)),
    raw: () => raw.cpuDuring(() => ask('send', events)),
    asking: () => raw.cpuDuring(() => ask('nothing', events)),
  });
  const deliveries = events * screensHere;
  const ours = cost.comanda / deliveries;
  const floor = (cost.raw - cost.asking) / deliveries;
  const times = ours / floor;
  const delivery: Finding = {
    text: `live: ${ms(ours)} a delivery of ${text.length} bytes to ${screensHere} screens, ws alone ${ms(floor)} → ${times.toFixed(2)} times that (bar ${bar})`,
    reached: times <= bar,
  };
  return [delivery, await idleFinding({ comanda, token, elsewhere, happen: () => happen(events), events })];
}
