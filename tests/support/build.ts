import { argon2Sync, randomUUIDv7 } from 'node:crypto';
import {
  AttachModifierGroupDocument,
  CreateCategoryDocument,
  CreateItemDocument,
  CreateModifierDocument,
  CreateModifierGroupDocument,
  CreateRestaurantDocument,
  CreateTableDocument,
  CreateVariantDocument,
  OpenCartDocument,
  RestaurantTablesDocument,
  SignInDocument,
  StartVisitDocument,
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
  const { createCategory } = await owner.ask(CreateCategoryDocument, {
    restaurantId: id,
    input: { slug: 'food', title: 'Food' },
    idempotencyKey: key(),
  });
  const categoryId = createCategory.category.id;
  const tableCode = createTable.table.qr.url.split('/').at(-1)!;
  const pizza = await pizzaOf(owner, id, categoryId);
  const coke = await itemOf(owner, categoryId, 'Coke', 250);
  return { id, slug, owner, tableId: createTable.table.id, tableCode, categoryId, pizza, coke };
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

async function pizzaOf(owner: As, restaurantId: string, categoryId: string): Promise<Place['pizza']> {
  const { id } = await itemOf(owner, categoryId, 'Margherita', 1000);
  const variant = async (label: string, price: number): Promise<string> => {
    const input = { label, price };
    const { createVariant } = await owner.ask(CreateVariantDocument, {
      itemId: id,
      input,
      idempotencyKey: key(),
    });
    return createVariant.item.variants.find((one) => one.label === label)!.id;
  };
  const regularId = await variant('Regular', 1000);
  const largeId = await variant('Large', 1500);
  const group = async (
    title: string,
    modifier: { title: string; price: number; isDefault: boolean },
  ): Promise<string> => {
    const input = { title, min: 0, max: 3 };
    const made = await owner.ask(CreateModifierGroupDocument, { restaurantId, input, idempotencyKey: key() });
    const groupId = made.createModifierGroup.group.id;
    const { createModifier } = await owner.ask(CreateModifierDocument, {
      groupId,
      input: modifier,
      idempotencyKey: key(),
    });
    await owner.ask(AttachModifierGroupDocument, { itemId: id, groupId });
    return createModifier.group.modifiers[0]!.id;
  };
  const basilId = await group('Comes with', { title: 'Basil', price: 0, isDefault: true });
  const cheeseId = await group('Extras', { title: 'Extra cheese', price: 150, isDefault: false });
  return { id, regularId, largeId, basilId, cheeseId };
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
