import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/core';
import { record } from '../events/record.ts';
import { password } from '../people/password.ts';
import { Person } from '../people/person.entity.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import type { Role } from '../restaurants/role.ts';
import { Staff } from '../restaurants/staff.entity.ts';
import { Table } from '../restaurants/table.entity.ts';
import { tableCode } from '../restaurants/table-code.ts';
import { demoMenu } from './demo-menu.ts';
import { rows } from './rows.ts';
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
  /** By e-mail address. */
  readonly passwords: Readonly<Record<string, string>>;
}

/** Any number: several processes that start on one new database seed it once. */
const seedLock = 7_226_633;

/** The demo restaurant with its people, tables and menu, once: false when it is there already. */
export async function seedDemo(manager: EntityManager, { passwords }: DemoSecrets): Promise<boolean> {
  return manager.transactional(async (em) => {
    await rows(em, sql`select pg_advisory_xact_lock(${seedLock})`);
    const { slug, title, currency, timeZone, locale } = demoMenu.restaurant;
    if (await em.findOne(Restaurant, { slug })) return false;
    const id = randomUUIDv7();
    em.create(Restaurant, {
      id,
      slug,
      title,
      currency,
      timeZone,
      locale,
      createdAt: new Date(),
      archivedAt: null,
    });
    await em.flush();
    em.setFilterParams('tenant', { restaurantId: id });
    await seedPeople(em, id, passwords);
    seedTables(em, id);
    await seedMenu(em, id);
    await em.flush();
    await record(em, id, [{ kind: 'restaurant.created', subject: id }], { revise: true });
    return true;
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
      emailKey: email,
      name,
      passwordHash,
      createdAt,
    });
    await em.flush();
    if (role) em.create(Staff, { id: randomUUIDv7(), restaurantId, personId: person.id, role, createdAt });
  }
}

function seedTables(em: EntityManager, restaurantId: string): void {
  for (const name of demoMenu.tables) {
    em.create(Table, {
      id: randomUUIDv7(),
      restaurantId,
      name,
      code: tableCode(),
      createdAt: new Date(),
      archivedAt: null,
    });
  }
}
