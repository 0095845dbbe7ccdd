import { type EntityManager, MikroORM } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';

import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { Dialect } from 'kysely';
import { EmbeddedDriver } from './embedded-driver.ts';
import { entities } from './entities.ts';
import { lockFolder } from './folder-lock.ts';
import { inTransaction } from './in-transaction.ts';
import { migrations } from './migrations/index.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { TenantGuard } from './tenant-guard.ts';
import { watchedDialect } from './watched-dialect.ts';

/** A PostgreSQL server, or a folder of our own. */
export type DatabaseSettings =
  | { readonly kind: 'postgres'; readonly url: string; readonly poolSize: number }
  | { readonly kind: 'folder'; readonly folder: string; readonly holder: string };

export interface Database {
  readonly orm: MikroORM;
  readonly embedded: boolean;
  /** A fresh manager: its own identity map, no restaurant set. */
  em(): EntityManager;
  close(): Promise<void>;
}

export interface DatabaseObserver {
  warn(message: string): void;
  statement?(text: string): void;
}

export async function openDatabase(
  settings: DatabaseSettings,
  observer: DatabaseObserver,
): Promise<Database> {
  const lock = settings.kind === 'folder' ? lockFolder(settings.folder, settings.holder) : null;
  const orm = await MikroORM.init({
    driver: (settings.kind === 'postgres' ? PostgreSqlDriver : EmbeddedDriver) as typeof PostgreSqlDriver,
    driverOptions: watchedDialect(dialect(settings, observer), {
      borrow: refuseBesideTransaction,
      statement: (text) => observer.statement?.(text),
    }),
    dbName:
      settings.kind === 'postgres' ? decodeURIComponent(new URL(settings.url).pathname.slice(1)) : 'comanda',
    ensureDatabase: false,
    colors: false,
    entities: [...entities.tenant, ...entities.shared],
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, tableName: 'migration', silent: true },
    schemaGenerator: { createForeignKeyConstraints: false },
    filters: {
      tenant: { cond: ofItsRestaurant, entity: entities.tenant, default: true },
    },
    subscribers: [new TenantGuard()],
    logger: (message) => observer.warn(message),
  });
  return {
    orm,
    embedded: settings.kind !== 'postgres',
    em: () => orm.em.fork(),
    close: async () => {
      await orm.close(true);
      lock?.release();
    },
  };
}

function dialect(settings: DatabaseSettings, observer: DatabaseObserver): Dialect {
  return settings.kind === 'postgres'
    ? postgresDialect(settings.url, settings.poolSize, observer.warn)
    : pgliteDialect(`${settings.folder}/database`);
}

function ofItsRestaurant({ restaurantId }: { restaurantId?: string }) {
  if (!restaurantId)
    throw new Error('No restaurant is set: read tenant rows through scoped(em, restaurantId).');
  return { restaurantId };
}

function refuseBesideTransaction(): void {
  if (inTransaction.getStore()?.open) {
    throw new Error('A query beside an open transaction: use the manager that transact hands over.');
  }
}
