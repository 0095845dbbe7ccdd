import { EditItemDocument, UpdateRestaurantDocument } from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import type { TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { guest, itemOf, type Place, place, staff } from '../support/build.ts';
import { menuAtFirst, type Thing } from './menu.ts';
import type { House } from './state.ts';
import type { Viewer } from './verbs.ts';

/** A restaurant that reckons as a house of the model does, and all who go in and out there but the guest of the day. */
export interface Diner {
  readonly app: TestApp;
  readonly house: House;
  readonly place: Place;
  readonly things: Readonly<Record<Thing, string>>;
  readonly viewers: Readonly<Record<Exclude<Viewer, 'guest'>, As>>;
}

export async function openDiner(app: TestApp, house: House): Promise<Diner> {
  const here = await place(app);
  const { taxIncluded, service, rate, sweetRate, accepts, addsUntil } = house;
  await here.owner.ask(UpdateRestaurantDocument, {
    restaurantId: here.id,
    expectedVersion: 1,
    input: {
      taxPerMillion: rate,
      taxClasses: [{ key: 'sweet', title: 'Sweet', perMillion: sweetRate }],
      pricesIncludeTax: taxIncluded,
      servicePerMillion: service,
      tipsAllowed: true,
      autoAccept: accepts,
      additionsUntil: addsUntil.at(-1) as 'ACCEPTED' | 'PREPARING',
    },
  });
  const { id: cake } = await itemOf(here.owner, here.categoryId, 'Cake', menuAtFirst.cake.price);
  await here.owner.ask(EditItemDocument, { id: cake, input: { taxClass: 'sweet' } });
  const { pizza, coke } = here;
  return {
    app,
    house,
    place: here,
    things: {
      cake,
      coke: coke.id,
      pizza: pizza.id,
      large: pizza.largeId,
      cheese: pizza.cheeseId,
      basil: pizza.basilId,
    },
    viewers: {
      stranger: await guest(app, here),
      KITCHEN: await staff(app, here.id, 'KITCHEN'),
      FLOOR: await staff(app, here.id, 'FLOOR'),
      OWNER: here.owner,
    },
  };
}

/** As it was at first. Past the front door: what another sequence has done there is no part of this one. */
export async function tidy({ app, place: { id }, things }: Diner): Promise<void> {
  const prices = JSON.stringify(
    Object.entries(menuAtFirst).map(([name, { price }]) => ({ id: things[name as Thing], price })),
  );
  await rows(
    app.database.em(),
    sql`with first as (select * from jsonb_to_recordset(${prices}::jsonb) as f (id uuid, price int)),
      uncounted as (delete from stock where restaurant_id = ${id}),
      items as (update menu_item i set sold_out = false, price = f.price from first f where i.restaurant_id = ${id} and i.id = f.id),
      variants as (update menu_variant v set sold_out = false, price = f.price from first f where v.restaurant_id = ${id} and v.id = f.id),
      modifiers as (update modifier m set sold_out = false from first f where m.restaurant_id = ${id} and m.id = f.id)
      update restaurant set paused_at = null where id = ${id}`,
  );
}

/** What is left of each thing that is counted. */
export async function stockOf({
  app,
  place: { id },
  things,
}: Diner): Promise<Partial<Record<Thing, number>>> {
  const counted = await rows<{ id: string; remaining: number }>(
    app.database.em(),
    sql`select id, remaining from stock where restaurant_id = ${id}`,
  );
  const names = Object.keys(things) as Thing[];
  return Object.fromEntries(
    counted.map((one) => [names.find((name) => things[name] === one.id), one.remaining]),
  );
}
