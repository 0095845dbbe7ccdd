import { randomUUIDv7 } from 'node:crypto';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { Session } from '../../src/people/session.entity.ts';
import type { Role } from '../../src/restaurants/role.ts';
import { Staff } from '../../src/restaurants/staff.entity.ts';
import { type StartOptions, startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, type Person, type Place, person, place, staff } from '../support/build.ts';

/** One restaurant with everybody who may come to it, and another one. */
export interface World {
  readonly app: TestApp;
  readonly here: Place;
  readonly elsewhere: Place;
  /** By the table's columns. */
  readonly viewers: Readonly<Record<string, As>>;
  /** Another guest at the same table. */
  readonly zoe: As;
  /** Another one who serves here. */
  readonly waiter: Person;
  /** Comes and goes; see `employ`. */
  readonly temp: Person;
  /** Sessions that a line has ended go on. */
  signEverybodyInAgain(): Promise<void>;
  close(): Promise<void>;
}

export async function buildWorld(options: StartOptions = {}): Promise<World> {
  const app = await startApp(options);
  const here = await place(app);
  const elsewhere = await place(app);
  await rows(
    app.database.em(),
    sql`update restaurant set fulfilments = '{DINE_IN,PICKUP,DELIVERY}' where id = ${here.id}`,
  );
  const viewers: Record<string, As> = {
    nobody: new As(app.url),
    guest: await guest(app, here),
    customer: await person(app),
    OWNER: here.owner,
    MANAGER: await staff(app, here.id, 'MANAGER'),
    KITCHEN: await staff(app, here.id, 'KITCHEN'),
    FLOOR: await staff(app, here.id, 'FLOOR'),
    COURIER: await staff(app, here.id, 'COURIER'),
    elsewhere: elsewhere.owner,
  };
  return {
    app,
    here,
    elsewhere,
    viewers,
    zoe: await guest(app, here),
    waiter: await staff(app, here.id, 'FLOOR'),
    temp: await person(app),
    async signEverybodyInAgain() {
      await app.database.em().nativeUpdate(Session, {}, { endedAt: null });
    },
    async close() {
      for (const viewer of Object.values(viewers)) await viewer.hangUp();
      await app.close();
    },
  };
}

/** Sees to it that the temp has this role here, or none. Past the front door, which would want a letter each time. */
export async function employ({ app, here, temp }: World, role: Role | null): Promise<string> {
  const em = app.database.em();
  em.setFilterParams('tenant', { restaurantId: here.id });
  await em.nativeDelete(Staff, { restaurantId: here.id, personId: temp.id });
  if (role) {
    const id = randomUUIDv7();
    await em.insert(Staff, {
      id,
      restaurantId: here.id,
      personId: temp.id,
      role,
      createdAt: new Date(),
    });
  }
  return temp.id;
}
