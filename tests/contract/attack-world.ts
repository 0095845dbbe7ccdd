import { randomUUIDv7 } from 'node:crypto';
import type { EntityClass } from '@mikro-orm/core';
import {
  AddToCartDocument,
  CreateApiKeyDocument,
  InviteStaffDocument,
  OpenCartDocument,
  SetItemStockDocument,
  UpdateRestaurantDocument,
} from '../../schema/operations.ts';
import { entities } from '../../src/database/entities.ts';
import { rows } from '../../src/database/rows.ts';
import { AliasSuggestion } from '../../src/parsing/alias-suggestion.entity.ts';
import { countModelUse } from '../../src/parsing/count-model-use.ts';
import type { TestApp } from '../support/app.ts';
import { cartOf, guest, key, type Person, place, unique } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

/** A restaurant with a row in every tenant table, made through the front door but for one. */
export interface House {
  readonly id: string;
  readonly slug: string;
  readonly owner: Person;
  /** By their tables, those made first first: what the database holds of this restaurant. */
  readonly rows: Readonly<Record<string, readonly Row[]>>;
}

export type Row = Readonly<Record<string, unknown>>;

/** The owner has a cart and an order here, and so has a guest. The table has a cart that its staff fill. */
export async function buildHouse(app: TestApp, by?: Person): Promise<House> {
  const here = await place(app, by);
  const { id, owner, pizza, coke } = here;
  const slug = unique('house');
  await owner.ask(UpdateRestaurantDocument, { restaurantId: id, input: { slug }, expectedVersion: 1 });
  await countModelUse(app.database.em(), new Date(), { ...use, restaurantId: id });
  await owner.ask(SetItemStockDocument, { input: { itemId: coke.id, remaining: 50 } });
  const input = { restaurantId: id, name: 'A till', scopes: ['ORDERS_READ' as const] };
  await owner.ask(CreateApiKeyDocument, { input, idempotencyKey: key() });
  await owner.ask(InviteStaffDocument, {
    input: { restaurantId: id, email: `${slug}@example.com`, role: 'KITCHEN' },
    idempotencyKey: key(),
  });
  await placedOrder(owner, here);
  const cart = await cartOf(owner, here);
  const line = {
    itemId: pizza.id,
    variantId: pizza.largeId,
    withIds: [pizza.cheeseId],
    withoutIds: [pizza.basilId],
  };
  await owner.ask(AddToCartDocument, {
    input: { cartId: cart.id, cartVersion: cart.version, lines: [line] },
    idempotencyKey: key(),
  });
  await placedOrder(await guest(app, here), here);
  await owner.ask(OpenCartDocument, { restaurantSlug: slug, asStaff: true, tableId: here.tableId });
  await suggest(app, id, coke.id);
  return { id, slug, owner, rows: await rowsOf(app, id) };
}

/** Past the front door, where it takes orders from two carts more. */
/** Numbers that a use of a language model is counted by. */
const use = {
  ...{ model: 'a model', outcome: 'answered', ms: 900, attempts: 1, tokensIn: 900, tokensOut: 70 },
  ...{ sumOfReadings: 1, sumOfFailures: 0, sumOfMs: 900, sumOfTokensIn: 900, sumOfTokensOut: 70 },
};

async function suggest(app: TestApp, restaurantId: string, entry: string): Promise<void> {
  const [id, lastCart, at] = [randomUUIDv7(), randomUUIDv7(), new Date()];
  const em = app.database.em();
  em.setFilterParams('tenant', { restaurantId });
  const said = { digest: id, phrase: 'wobble', carts: 2, lastCart, firstSeenAt: at, lastSeenAt: at };
  em.create(AliasSuggestion, { id, restaurantId, noun: 'item', entry, ...said });
  await em.flush();
}

/** Everything that the tenant tables hold of a restaurant. */
export async function rowsOf(app: TestApp, restaurantId: string): Promise<House['rows']> {
  const em = app.database.em();
  const found: Record<string, Row[]> = {};
  for (const table of tenantTables(app)) {
    const text = `select * from ${table} where restaurant_id = $1`;
    const all = await rows<Row>(em, { text, values: [restaurantId] });
    // The house counts it every few hours, whatever anybody does, which moves the row as well.
    found[table] = inOrder(all.map(({ popularity: _, ...row }) => row));
  }
  return found;
}

function inOrder(all: readonly Row[]): Row[] {
  const written = new Map(all.map((row) => [JSON.stringify(row), row]));
  return [...written.keys()].sort().map((text) => written.get(text)!);
}

export function tenantTables(app: TestApp): string[] {
  const metadata = app.database.orm.getMetadata();
  return entities.tenant.map((entity: EntityClass<object>) => metadata.get(entity).tableName);
}
