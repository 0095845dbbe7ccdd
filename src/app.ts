import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Database } from './database/orm.ts';
import { rows } from './database/rows.ts';
import { sql } from './database/sql.ts';
import type { Bell } from './events/bell.ts';
import { openFollower } from './events/follow.ts';
import { memoryBell } from './events/memory-bell.ts';
import { redisBell } from './events/redis-bell.ts';
import type { Logger } from './logger.ts';
import { menuSnapshots } from './menus/menu-snapshots.ts';
import { inProcessParser } from './parsing/in-process-parser.ts';
import { findPlace } from './restaurants/find-place.ts';
import { contextMaker } from './server/context.ts';
import { openGraphql } from './server/graphql.ts';
import { openHttp } from './server/http.ts';
import { openLive } from './server/live.ts';
import { buildSchema } from './server/schema.ts';
import { openWebsocket } from './server/websocket.ts';
import { openTokens } from './tokens.ts';

export interface AppOptions {
  readonly config: Config;
  readonly jwtSecret: string;
  /** Open and migrated; closed by whoever opened it, after the app. */
  readonly database: Database;
  readonly logger: Logger;
}

export interface App {
  /** Where it listens: http://127.0.0.1:5005. */
  readonly url: string;
  /** Stops accepting, finishes what runs, tells sockets to reconnect, closes everything in reverse order. */
  close(): Promise<void>;
}

/** Builds everything by hand and listens. This is the whole of the wiring. */
export async function openApp({ config, jwtSecret, database, logger }: AppOptions): Promise<App> {
  const shared = database.em();
  const bell = openBell(config, logger);
  const follower = openFollower({ em: () => shared, bell, everyMs: config.pollMs, warn: logger.warn });
  const snapshots = menuSnapshots({ em: database.em, follower, most: config.menuCache });
  const tokens = openTokens(jwtSecret);
  const schema = buildSchema({ tokens, snapshots, parser: inProcessParser(), publicUrl: config.publicUrl });
  const contextFor = contextMaker({
    em: database.em,
    bell,
    rules: { visitIdleMinutes: config.visitIdleMinutes },
  });
  const { failure: log } = logger;
  const graphql = await openGraphql({ schema, introspection: config.apiDocs, log });
  const http = await openHttp({
    graphql,
    tokens,
    contextFor,
    corsOrigins: config.corsOrigins,
    bodyLimitBytes: config.bodyLimitBytes,
    explorer: config.apiDocs ? explorerFolder : null,
    readiness: {
      database: async () => (await rows(shared, sql`select 1`)).length === 1,
      bell: () => bell.healthy(),
    },
    place: (slug, code) => findPlace(contextFor({ kind: 'anonymous' }), slug, code),
    log,
  });
  const websocket = openWebsocket({
    server: http.server,
    schema,
    introspection: config.apiDocs,
    live: openLive({ follower, contextFor, log }),
    tokens,
    contextFor,
    corsOrigins: config.corsOrigins,
    messageLimitBytes: config.bodyLimitBytes,
    backlogBytes: config.backlogBytes,
    log,
  });
  const close = async (): Promise<void> => {
    const impatience = setTimeout(() => http.server.closeAllConnections(), patienceMs);
    // Together: no new request comes in while sockets say goodbye, and the door waits for those that run.
    await Promise.all([http.close(), websocket.close()]);
    clearTimeout(impatience);
    await graphql.close();
    snapshots.close();
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

/** A client that never finishes its request must not keep the app from closing. */
const patienceMs = 5_000;

/** The build puts it beside the compiled source; tests run the source itself. */
const explorerFolder = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? '../dist/explorer' : '../explorer',
);

function openBell({ redisUrl, redisPrefix }: Config, { warn }: Logger): Bell {
  return redisUrl ? redisBell({ url: redisUrl, prefix: redisPrefix, warn }) : memoryBell();
}
