import { randomUUIDv7 } from 'node:crypto';
import type { Role } from '../../src/restaurants/role.ts';
import { Staff } from '../../src/restaurants/staff.entity.ts';
import type { TestApp } from './app.ts';

/** Gives somebody who is there a role, past the front door. */
export async function employ(
  app: TestApp,
  restaurantId: string,
  personId: string,
  role: Role,
): Promise<void> {
  const em = app.database.em();
  em.setFilterParams('tenant', { restaurantId });
  em.create(Staff, { id: randomUUIDv7(), restaurantId, personId, role, createdAt: new Date() });
  await em.flush();
}
