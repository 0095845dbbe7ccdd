import { openDatabase } from '../../src/database/orm.ts';
import { redisBell } from '../../src/events/redis-bell.ts';
import { transact } from '../../src/events/transact.ts';
import { redisUrl } from './settings.ts';

/** Another process of the same deployment: what happens here reaches the server through PostgreSQL and Redis alone. */
export interface Kitchen extends AsyncDisposable {
  /** Something changes about an order. */
  move(restaurantId: string, orderId: string): Promise<void>;
}

export async function openKitchen(databaseUrl: string, redisPrefix: string): Promise<Kitchen> {
  const database = await openDatabase(
    { kind: 'postgres', url: databaseUrl, poolSize: 2 },
    { warn: console.warn },
  );
  const bell = redisBell({ url: redisUrl, prefix: redisPrefix, warn: console.warn });
  return {
    async move(restaurantId, orderId) {
      await transact({ em: database.em(), bell }, restaurantId, (tx) =>
        tx.tell([{ kind: 'order.moved', subject: orderId }]),
      );
    },
    async [Symbol.asyncDispose]() {
      await bell.close();
      await database.close();
    },
  };
}
