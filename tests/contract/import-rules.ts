import { dirname } from 'node:path/posix';
import type { Import } from './imports.ts';

/** Who may import whom, a rule an entry. */
export interface ImportRule {
  readonly name: string;
  /** What to do about an import that breaks it. */
  readonly advice: string;
  breaks(one: Import): boolean;
  /** Files and imports that the rule has to catch. */
  readonly wrong: readonly (readonly [file: string, statement: string])[];
}

export const importRules: readonly ImportRule[] = [
  {
    name: 'main → app → server → resolvers → types → verbs, reads and entities, never the other way',
    advice: 'Hand it over as an argument from above, or move what both need further down.',
    breaks: ({ file, target }) => heightOf(target) > (isHouse(file) ? Height.verbs : heightOf(file)),
    wrong: [
      ['app.ts', "import { run } from './commands/run.ts';"],
      ['server/http.ts', "import type { AppOptions } from '../app.ts';"],
      ['orders/order.resolver.ts', "import { limits } from '../server/limits.ts';"],
      ['orders/order.types.ts', "import { OrderResolver } from './order.resolver.ts';"],
      ['orders/place-order.ts', "import type { OrderType } from './order.types.ts';"],
      ['viewer.ts', "import { openHttp } from './server/http.ts';"],
    ],
  },
  {
    name: 'people ← restaurants ← menus ← carts ← parsing ← orders ← kitchen, delivery: import only to the left',
    advice:
      'Add the field in the resolver of the noun on the right, or let that noun give app.ts a reaction.',
    breaks: ({ file, target }) => nounOf(file) >= 0 && nounOf(target) > nounOf(file),
    wrong: [
      ['carts/add-to-cart.ts', "import type { Order } from '../orders/order.entity.ts';"],
      ['people/register.ts', "import { Staff } from '../restaurants/staff.entity.ts';"],
    ],
  },
  {
    name: 'the server meets the nouns through their resolvers only',
    advice: 'Let a resolver call it, or let app.ts hand it over.',
    breaks: ({ file, target, atRunTime }) =>
      atRunTime && file.startsWith('server/') && nounOf(target) >= 0 && !target.endsWith('.resolver.ts'),
    wrong: [['server/http.ts', "import { findPlace } from '../restaurants/find-place.ts';"]],
  },
  {
    name: 'the house services know no noun',
    advice:
      'Let the noun give app.ts what the service needs. database/ lists the entities and seeds, nothing more.',
    breaks: ({ file, target, atRunTime }) =>
      nounOf(target) >= 0 &&
      (file.startsWith('events/') ||
        (file.startsWith('database/') && !/^database\/(entities|seed(-[\w-]+)?)\.ts$/.test(file)) ||
        (atRunTime && isHouse(file) && !file.startsWith('database/'))),
    wrong: [
      ['events/transact.ts', "import type { Order } from '../orders/order.entity.ts';"],
      ['database/orm.ts', "import { Order } from '../orders/order.entity.ts';"],
      ['viewer.ts', "import { roleIn } from './restaurants/restaurant-access.ts';"],
    ],
  },
  {
    name: 'entities know @mikro-orm, their siblings and earlier nouns',
    advice: 'What needs more than the row itself is a verb or a read, in its own file.',
    breaks: ({ file, target, isPackage }) =>
      file.endsWith('.entity.ts') &&
      (isPackage
        ? !target.startsWith('@mikro-orm/')
        : dirname(target) !== dirname(file) && nounOf(target) < 0),
    wrong: [
      ['orders/order.entity.ts', "import { Field } from 'type-graphql';"],
      ['orders/order.entity.ts', "import { transact } from '../events/transact.ts';"],
      ['events/event.entity.ts', "import { sql } from '../database/sql.ts';"],
    ],
  },
  {
    name: '*.types.ts take from entities their types only',
    advice: 'Write `import type`: an entity that is loaded here comes back round as a cycle.',
    breaks: ({ file, target, atRunTime }) =>
      atRunTime && file.endsWith('.types.ts') && target.endsWith('.entity.ts'),
    wrong: [['orders/order.types.ts', "import { Order } from './order.entity.ts';"]],
  },
  {
    name: 'resolvers know no database',
    advice: 'A field is one call of a verb or a read: put the query there.',
    breaks: ({ file, target }) =>
      file.endsWith('.resolver.ts') && (target.startsWith('@mikro-orm/') || target.startsWith('database/')),
    wrong: [
      ['orders/order.resolver.ts', "import type { EntityManager } from '@mikro-orm/core';"],
      ['orders/order.resolver.ts', "import { scoped } from '../database/scoped.ts';"],
    ],
  },
  {
    name: 'Redis is known to the bell and to what counts for limits, alone',
    advice: 'Say what you need through the Bell or the Throttle.',
    breaks: ({ file, target }) =>
      /^(ioredis|graphql-redis-subscriptions|graphql-subscriptions)\b/.test(target) &&
      !['events/redis-bell.ts', 'throttle/redis-counters.ts'].includes(file),
    wrong: [
      ['events/follow.ts', "import { Redis } from 'ioredis';"],
      ['server/live.ts', "import type { RedisPubSub } from 'graphql-redis-subscriptions';"],
    ],
  },
  {
    name: 'the PostgreSQL drivers are known to database/ alone',
    advice: 'Take an EntityManager, a Scope or the executor that database/ hands over.',
    breaks: ({ file, target }) =>
      /^(pg|kysely|@electric-sql\/pglite|@mikro-orm\/(postgresql|pglite|sql|migrations))(\/|$)/.test(
        target,
      ) && !file.startsWith('database/'),
    wrong: [
      ['events/record.ts', "import pg from 'pg';"],
      ['commands/migrate.ts', "import type { Kysely } from 'kysely';"],
      ['main.ts', "const { PGlite } = await import('@electric-sql/pglite');"],
    ],
  },
  {
    name: 'unscoped SQL is known to database/, events/, jobs/ and app.ts',
    advice: 'Use scoped(em, restaurantId), restaurantOf, or a named read with acrossRestaurants.',
    breaks: ({ file, target }) =>
      target === 'database/rows.ts' && !/^(database\/|events\/|jobs\/|app\.ts$)/.test(file),
    wrong: [['orders/find-orders.ts', "import { rows } from '../database/rows.ts';"]],
  },
];

const nouns = ['people', 'restaurants', 'menus', 'carts', 'parsing', 'orders', 'kitchen', 'delivery'];

/** How far right in the row a file's noun stands; -1 outside the nouns. */
function nounOf(file: string): number {
  return nouns.indexOf(file.split('/')[0]!);
}

/** errors.ts, viewer.ts, events/, database/ …: what every noun may use. */
function isHouse(file: string): boolean {
  return heightOf(file) === Height.house;
}

enum Height {
  house,
  verbs,
  types,
  resolvers,
  server,
  app,
  start,
}

/** How far up in the building a file stands. Packages stand on the ground. */
function heightOf(file: string): Height {
  if (file === 'main.ts' || file.startsWith('commands/')) return Height.start;
  if (file === 'app.ts') return Height.app;
  if (file.endsWith('.resolver.ts')) return Height.resolvers;
  if (file.startsWith('server/')) return Height.server;
  if (file.endsWith('.types.ts')) return Height.types;
  return nounOf(file) < 0 ? Height.house : Height.verbs;
}
