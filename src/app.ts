// Longer than 200 lines because the whole of the wiring stands here, in the order it is opened and closed.

import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { cartAgains } from './carts/cart-agains.ts';
import { clearStaffCart } from './carts/clear-staff-cart.ts';
import { oldCarts } from './carts/old-carts.ts';
import { personalCarts } from './carts/personal-carts.ts';
import type { Config } from './config.ts';
import type { Database } from './database/orm.ts';
import { rows } from './database/rows.ts';
import { sql } from './database/sql.ts';
import { openSweeper } from './database/sweeper.ts';
import { takeDeliveriesBack } from './delivery/take-deliveries-back.ts';
import type { Bell } from './events/bell.ts';
import { openFollower } from './events/follow.ts';
import { memoryBell } from './events/memory-bell.ts';
import { oldEvents } from './events/old-events.ts';
import { oldKeys } from './events/old-keys.ts';
import { redisBell } from './events/redis-bell.ts';
import { oldJobs } from './jobs/old-jobs.ts';
import { openWorker } from './jobs/worker.ts';
import type { Logger } from './logger.ts';
import { openMail } from './mail/open-mail.ts';
import { menuAgains } from './menus/menu-agains.ts';
import { menuSnapshots } from './menus/menu-snapshots.ts';
import { putBack } from './menus/put-back.ts';
import { countPrepared } from './orders/count-prepared.ts';
import { countSold } from './orders/count-sold.ts';
import { guardRestaurantEdit } from './orders/guard-restaurant-edit.ts';
import { oldOrderDetails } from './orders/old-order-details.ts';
import { orderAgains } from './orders/order-agains.ts';
import { personalOrders } from './orders/personal-orders.ts';
import { countModelUse } from './parsing/count-model-use.ts';
import { learnAliases } from './parsing/learn-aliases.ts';
import { openaiModel } from './parsing/models/openai-model.ts';
import { oldModelUse } from './parsing/old-model-use.ts';
import { oldSuggestions } from './parsing/old-suggestions.ts';
import { openParsers } from './parsing/open-parsers.ts';
import { parsingAgains } from './parsing/parsing-agains.ts';
import { oldRegistrations } from './people/old-registrations.ts';
import { oldSessions } from './people/old-sessions.ts';
import { oldTokens } from './people/old-tokens.ts';
import { openPasswords } from './people/passwords.ts';
import { peopleAgains } from './people/people-agains.ts';
import { renewSeals } from './people/renew-seals.ts';
import { openDoor } from './restaurants/door.ts';
import { drawPlace } from './restaurants/draw-place.ts';
import { findPlace } from './restaurants/find-place.ts';
import { oldInvites } from './restaurants/old-invites.ts';
import { personalStaff } from './restaurants/personal-staff.ts';
import { restaurantAgains } from './restaurants/restaurant-agains.ts';
import { visitStands } from './restaurants/visit-stands.ts';
import { openSeal } from './seal.ts';
import { addressReader } from './server/address-reader.ts';
import { contextMaker } from './server/context.ts';
import { openGraphql } from './server/graphql.ts';
import { openHttp } from './server/http.ts';
import { openLive } from './server/live.ts';
import { buildSchema } from './server/schema.ts';
import { openWebsocket } from './server/websocket.ts';
import { memoryCounters } from './throttle/memory-counters.ts';
import { redisCounters } from './throttle/redis-counters.ts';
import { openThrottle, type Throttle } from './throttle/throttle.ts';
import { openTokens, type Secrets } from './tokens.ts';

export interface AppOptions {
  readonly config: Config;
  readonly jwtSecrets: Secrets;
  /** Open and migrated; closed by whoever opened it, after the app. */
  readonly database: Database;
  readonly logger: Logger;
  /** What time it is; a test hands in another. */
  readonly clock?: () => Date;
}

export interface App {
  /** Where it listens: http://127.0.0.1:5005. */
  readonly url: string;
  /** Stops accepting, finishes what runs, tells sockets to reconnect, closes everything in reverse order. */
  close(): Promise<void>;
}

/** Builds everything by hand and listens. This is the whole of the wiring. */
export async function openApp({
  config,
  jwtSecrets,
  database,
  logger,
  clock = () => new Date(),
}: AppOptions): Promise<App> {
  const shared = database.em();
  const bell = openBell(config, logger);
  const follower = openFollower({ em: () => shared, bell, everyMs: config.pollMs, warn: logger.warn });
  const snapshots = menuSnapshots({ em: database.em, follower, most: config.menuCache, clock });
  const tokens = openTokens(jwtSecrets);
  const throttle = await openLimits(config);
  const seal = openSeal(jwtSecrets, 'second factors');
  if (jwtSecrets.length > 1) await renewSeals(shared, seal);
  const parsers = await openParsers({
    model: config.model && (await openaiModel(config.model)),
    timeoutMs: config.modelTimeoutMs,
    info: logger.info,
    warn: logger.warn,
    count: (use) => countModelUse(database.em(), clock(), use),
  });
  const door = openDoor({ em: () => shared, tokens });
  const schema = buildSchema({
    tokens,
    visitStands,
    snapshots,
    parsers,
    editGuard: guardRestaurantEdit,
    offDuty: takeDeliveriesBack,
    tableLeft: clearStaffCart,
    held: [personalOrders, personalCarts, personalStaff(takeDeliveriesBack)],
    agains: {
      ...peopleAgains,
      ...restaurantAgains,
      ...menuAgains,
      ...cartAgains,
      ...orderAgains,
      ...parsingAgains,
    },
    pageSize: config.pageSize,
  });
  const { post, deliver } = openMail({
    secrets: jwtSecrets,
    smtpUrl: config.smtpUrl,
    folder: config.mailDir,
    from: config.mailFrom,
    info: logger.info,
  });
  const contextFor = contextMaker({
    em: database.em,
    bell,
    post,
    passwords: openPasswords(config.passwordQueue),
    throttle,
    seal,
    rules: {
      visitIdleMinutes: config.visitIdleMinutes,
      publicUrl: config.publicUrl,
      requireSecondFactor: config.requireSecondFactor,
    },
    clock,
    warn: logger.warn,
  });
  const { failure: log } = logger;
  const addressOf = addressReader(config.trustProxy, logger.warn);
  const graphql = await openGraphql({ schema, introspection: config.apiDocs, log });
  const http = await openHttp({
    graphql,
    door,
    contextFor,
    addressOf,
    corsOrigins: config.corsOrigins,
    bodyLimitBytes: config.bodyLimitBytes,
    menuLimitBytes: config.menuLimitBytes,
    explorer: config.apiDocs ? explorerFolder : null,
    readiness: {
      database: async () => (await rows(shared, sql`select 1`)).length === 1,
      bell: () => bell.healthy(),
    },
    links: {
      place: (slug, code) => findPlace(contextFor({ kind: 'anonymous' }), slug, code),
      draw: (slug, code, pixels) => drawPlace(contextFor({ kind: 'anonymous' }), slug, code, pixels),
    },
    log,
  });
  const websocket = openWebsocket({
    server: http.server,
    schema,
    introspection: config.apiDocs,
    live: openLive({ follower, contextFor, log }),
    door,
    follower,
    contextFor,
    addressOf,
    corsOrigins: config.corsOrigins,
    messageLimitBytes: config.bodyLimitBytes,
    backlogBytes: config.backlogBytes,
    log,
  });
  const sweeper = openSweeper({
    em: database.em,
    everyMs: config.sweepMs,
    sweeps: [
      (most) => oldEvents(config.eventDays, most),
      oldKeys,
      oldSessions,
      oldTokens,
      oldRegistrations,
      oldJobs,
      oldInvites,
      (most) => oldOrderDetails(config.orderPersonalDays, most),
      countSold,
      () => countPrepared(clock()),
      (most) => oldCarts(config.cartHours, most),
      (most) => oldSuggestions(config.eventDays, most),
      oldModelUse,
    ],
    warn: logger.warn,
  });
  const worker = await openWorker({
    em: () => shared,
    bell,
    handlers: {
      mail: deliver,
      'menu-back': ({ payload }) => putBack({ em: database.em(), bell, now: clock }, payload),
      'learn-aliases': ({ payload }) => learnAliases({ em: database.em(), bell, now: clock }, seal, payload),
    },
    alone: database.embedded,
    everyMs: config.pollMs,
    retryMs: config.retryMs,
    warn: logger.warn,
  });
  const close = async (): Promise<void> => {
    const impatience = setTimeout(() => http.server.closeAllConnections(), patienceMs);
    // Together: no new request comes in while sockets say goodbye, and the door waits for those that run.
    await Promise.all([http.close(), websocket.close(patienceMs)]);
    clearTimeout(impatience);
    await graphql.close();
    await worker.close(workerPatienceMs);
    await sweeper.close();
    parsers.close();
    snapshots.close();
    await throttle.close();
    await follower.close();
    await bell.close();
  };
  try {
    await http.listen({ host: config.host, port: config.port });
  } catch (error) {
    await close();
    throw error;
  }
  const { port } = http.server.address() as AddressInfo;
  return { url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`, close };
}

/** A client that never finishes its request, or a request that never ends, must not keep the app from closing. */
const patienceMs = 5_000;

/** A job that a mail server keeps waiting is left to another process, or to the next start. */
const workerPatienceMs = 2_000;

/** The build puts it beside the compiled source; tests run the source itself. */
const explorerFolder = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? '../dist/explorer' : '../explorer',
);

function openBell({ redisUrl, redisPrefix }: Config, { warn }: Logger): Bell {
  return redisUrl ? redisBell({ url: redisUrl, prefix: redisPrefix, warn }) : memoryBell();
}

async function openLimits({ redisUrl, redisPrefix: prefix, limits }: Config): Promise<Throttle> {
  return openThrottle(limits, redisUrl ? await redisCounters({ url: redisUrl, prefix }) : memoryCounters());
}
