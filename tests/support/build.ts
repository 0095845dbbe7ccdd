import { argon2Sync, randomUUIDv7 } from 'node:crypto';
import {
  CreateItemDocument,
  CreateRestaurantDocument,
  CreateTableDocument,
  ImportMenuDocument,
  OpenCartDocument,
  RestaurantTablesDocument,
  SignInDocument,
  StartVisitDocument,
  WholeMenuDocument,
} from '../../schema/operations.ts';
import { emailKey } from '../../src/people/email-key.ts';
import { Person as PersonEntity } from '../../src/people/person.entity.ts';
import type { Role } from '../../src/restaurants/role.ts';
import { Staff } from '../../src/restaurants/staff.entity.ts';
import type { TestApp } from './app.ts';
import { As } from './as.ts';

let made = 0;

/** A name nobody else in the process has. */
export function unique(prefix: string): string {
  made += 1;
  return `${prefix}-${process.pid}-${made}`;
}

export const key = (): string => randomUUIDv7();

export const password = 'correct horse battery';

/** Of everybody, and cheap: what checking it costs stands in the hash. */
const hashed = cheaplyHashed(password);

function cheaplyHashed(message: string): string {
  const cost = { memory: 8, passes: 1, parallelism: 1, tagLength: 32 };
  const nonce = Buffer.alloc(16);
  const tag = argon2Sync('argon2id', { message, nonce, ...cost });
  return `$argon2id$v=19$m=8,t=1,p=1$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
}

/** A signed-in person. */
export interface Person extends As {
  readonly id: string;
  readonly email: string;
}

/** Signed in. The account is written past the front door, as if a letter had verified it. */
export async function person(app: TestApp, email = `${unique('somebody')}@example.com`): Promise<Person> {
  const now = new Date();
  await app.database.em().insert(PersonEntity, {
    id: randomUUIDv7(),
    email,
    emailKey: emailKey(email),
    name: 'Somebody',
    passwordHash: hashed,
    createdAt: now,
    admin: false,
    verifiedAt: now,
    suspendedAt: null,
    erasedAt: null,
  });
  const { signIn } = await new As(app.url).ask(SignInDocument, { input: { email, password } });
  return Object.assign(new As(app.url, { accessToken: signIn.accessToken }), { id: signIn.person.id, email });
}

/** An admin of the platform. Written past the front door, because the first one comes in by a command on the server. */
export async function admin(app: TestApp): Promise<Person> {
  const one = await person(app);
  await app.database.em().nativeUpdate(PersonEntity, { id: one.id }, { admin: true });
  return one;
}

/** A restaurant with an owner, a menu and a table. */
export interface Place {
  readonly id: string;
  readonly slug: string;
  readonly owner: Person;
  readonly tableId: string;
  readonly tableCode: string;
  readonly categoryId: string;
  /** 10.00, or Large 15.00; comes with Basil; Extra cheese costs 1.50. */
  readonly pizza: { id: string; regularId: string; largeId: string; basilId: string; cheeseId: string };
  /** 2.50, nothing to choose. */
  readonly coke: { id: string };
}

export async function place(app: TestApp, by?: Person): Promise<Place> {
  const owner = by ?? (await person(app));
  const slug = unique('place');
  const input = { slug, title: 'A place', currency: 'EUR', timeZone: 'Europe/Madrid', locale: 'en-GB' };
  const { createRestaurant } = await owner.ask(CreateRestaurantDocument, { input, idempotencyKey: key() });
  const { id } = createRestaurant.restaurant;
  const { createTable } = await owner.ask(CreateTableDocument, {
    input: { restaurantId: id, name: 'Table 1' },
    idempotencyKey: key(),
  });
  const menu = await menuOf(owner, id);
  const tableCode = createTable.table.qr.url.split('/').at(-1)!;
  return { id, slug, owner, tableId: createTable.table.id, tableCode, ...menu };
}

/** Comes in as a whole: entry by entry it would take twelve requests, and most of what the suites take. */
async function menuOf(
  owner: As,
  restaurantId: string,
): Promise<Pick<Place, 'categoryId' | 'pizza' | 'coke'>> {
  await owner.ask(ImportMenuDocument, { restaurantId, document: menuDocument() });
  const { wholeMenu } = await owner.ask(WholeMenuDocument, { restaurantId });
  const { id: categoryId, items } = wholeMenu.categories[0]!;
  const [margherita, coke] = items;
  const [regularId, largeId] = margherita!.variants.map(({ id }) => id);
  const [basilId, cheeseId] = margherita!.modifierGroups.map(({ modifiers }) => modifiers[0]!.id);
  const pizza = {
    id: margherita!.id,
    regularId: regularId!,
    largeId: largeId!,
    basilId: basilId!,
    cheeseId: cheeseId!,
  };
  return { categoryId, pizza, coke: { id: coke!.id } };
}

/** Of refs that no other restaurant has. */
function menuDocument(): Record<string, unknown> {
  const [basil, cheese] = [unique('basil'), unique('cheese')];
  const margherita = {
    ref: unique('entry'),
    title: 'Margherita',
    price: 1000,
    variants: [
      { ref: unique('entry'), label: 'Regular', price: 1000, isDefault: true },
      { ref: unique('entry'), label: 'Large', price: 1500 },
    ],
    modifierGroups: [{ ref: basil }, { ref: cheese }],
  };
  const coke = { ref: unique('entry'), title: 'Coke', price: 250 };
  return {
    format: 'comanda-menu',
    version: 1,
    categories: [{ ref: unique('entry'), slug: 'food', title: 'Food', items: [margherita, coke] }],
    modifierGroups: [
      groupOf(basil, 'Comes with', { title: 'Basil', price: 0, isDefault: true }),
      groupOf(cheese, 'Extras', { title: 'Extra cheese', price: 150, isDefault: false }),
    ],
  };
}

function groupOf(ref: string, title: string, modifier: object): object {
  return { ref, title, min: 0, max: 3, modifiers: [{ ref: unique('entry'), ...modifier }] };
}

export async function itemOf(
  owner: As,
  categoryId: string,
  title: string,
  price: number,
): Promise<{ id: string }> {
  const { createItem } = await owner.ask(CreateItemDocument, {
    categoryId,
    input: { title, price },
    idempotencyKey: key(),
  });
  return { id: createItem.item.id };
}

/** A new person on a restaurant's staff. Written past the front door, which would want a letter for each. */
export async function staff(app: TestApp, restaurantId: string, role: Role): Promise<Person> {
  const member = await person(app);
  const em = app.database.em();
  em.setFilterParams('tenant', { restaurantId });
  em.create(Staff, { id: randomUUIDv7(), restaurantId, personId: member.id, role, createdAt: new Date() });
  await em.flush();
  return member;
}

/** A guest who has scanned the table's code, or came without one for pickup. */
export async function guest(
  app: TestApp,
  { slug, tableCode }: Pick<Place, 'slug'> & { tableCode?: string | null },
): Promise<As> {
  const { startVisit } = await new As(app.url).ask(StartVisitDocument, {
    slug,
    tableCode: tableCode ?? null,
  });
  return new As(app.url, { visitToken: startVisit.visitToken });
}

export async function cartOf(
  viewer: As,
  { slug }: Pick<Place, 'slug'>,
): Promise<{ id: string; version: number }> {
  const { openCart } = await viewer.ask(OpenCartDocument, { restaurantSlug: slug });
  return openCart;
}

/** The code of a table as its QR says it now. */
export async function codeOfTable({ owner, slug, tableId }: Place): Promise<string> {
  const { restaurant } = await owner.ask(RestaurantTablesDocument, { slug });
  return restaurant.tables
    .find(({ id }) => id === tableId)!
    .qr.url.split('/')
    .at(-1)!;
}
