import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/core';
import { record } from '../events/record.ts';
import { emailKey } from '../people/email-key.ts';
import { password } from '../people/password.ts';
import { Person } from '../people/person.entity.ts';
import { fulfilments } from '../restaurants/fulfilment.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import { RestaurantSlug } from '../restaurants/restaurant-slug.entity.ts';
import type { Role } from '../restaurants/role.ts';
import { Staff } from '../restaurants/staff.entity.ts';
import { Table } from '../restaurants/table.entity.ts';
import { tableCode } from '../restaurants/table-code.ts';
import { demoMenu } from './demo-menu.ts';
import { rows } from './rows.ts';
import { seedHours } from './seed-hours.ts';
import { seedMenu } from './seed-menu.ts';
import { sql } from './sql.ts';

/** Who can sign in to the demo. */
export const demoPeople: readonly {
  readonly email: string;
  readonly name: string;
  readonly role: Role | null;
}[] = [
  { email: 'owner@comanda.example', name: 'Olivia Owner', role: 'OWNER' },
  { email: 'manager@comanda.example', name: 'Marco Manager', role: 'MANAGER' },
  { email: 'kitchen@comanda.example', name: 'Kim Kitchen', role: 'KITCHEN' },
  { email: 'floor@comanda.example', name: 'Flora Floor', role: 'FLOOR' },
  { email: 'courier@comanda.example', name: 'Carl Courier', role: 'COURIER' },
  { email: 'customer@comanda.example', name: 'Cora Customer', role: null },
];

export interface DemoSecrets {
  /** Tells the restaurant that was seeded with these from another of the same slug. */
  readonly restaurantId: string;
  /** By e-mail address. */
  readonly passwords: Readonly<Record<string, string>>;
}

/** Any number: several processes that start on one new database seed it once. */
const seedLock = 7_226_633;

/** The demo restaurant with its people, tables and menu, once. `foreign`: it is there with other passwords than these. */
export async function seedDemo(
  manager: EntityManager,
  { restaurantId: id, passwords }: DemoSecrets,
): Promise<'made' | 'there' | 'foreign'> {
  return manager.transactional(async (em) => {
    await rows(em, sql`select pg_advisory_xact_lock(${seedLock})`);
    const { restaurant } = demoMenu;
    const { slug } = restaurant;
    // By its id: the demo may have been renamed or archived since.
    if (await em.findOne(Restaurant, { id })) return 'there';
    if ((await rows(em, sql`select 1 from restaurant_slug where slug = ${slug}`)).length > 0)
      return 'foreign';
    const createdAt = new Date();
    em.create(Restaurant, {
      id,
      ...restaurant,
      openingHours: seedHours,
      fulfilments,
      dayStartsAt: '04:00',
      pausedAt: null,
      pausedUntil: null,
      pauseReason: null,
      createdAt,
      archivedAt: null,
      suspendedAt: null,
    });
    await em.flush();
    em.setFilterParams('tenant', { restaurantId: id });
    em.create(RestaurantSlug, { slug, restaurantId: id });
    await seedPeople(em, id, passwords);
    seedTables(em, id);
    await seedMenu(em, id);
    await em.flush();
    await record(em, id, [{ kind: 'restaurant.created', subject: id }], { revise: true });
    return 'made';
  });
}

async function seedPeople(
  em: EntityManager,
  restaurantId: string,
  passwords: DemoSecrets['passwords'],
): Promise<void> {
  for (const { email, name, role } of demoPeople) {
    const createdAt = new Date();
    const passwordHash = await password.hash(passwords[email]!);
    const person = em.create(Person, {
      id: randomUUIDv7(),
      email,
      emailKey: emailKey(email),
      name,
      passwordHash,
      createdAt,
      admin: false,
      verifiedAt: createdAt,
      suspendedAt: null,
      erasedAt: null,
    });
    await em.flush();
    if (role) em.create(Staff, { id: randomUUIDv7(), restaurantId, personId: person.id, role, createdAt });
  }
}

function seedTables(em: EntityManager, restaurantId: string): void {
  // Made within one millisecond, ids do not rise by themselves, and tables are listed in their order.
  const ids = demoMenu.tables.map(() => randomUUIDv7()).sort();
  const createdAt = new Date();
  for (const [at, name] of demoMenu.tables.entries()) {
    em.create(Table, {
      id: ids[at]!,
      restaurantId,
      name,
      code: tableCode(),
      createdAt,
      archivedAt: null,
    });
  }
}
