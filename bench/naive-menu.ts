import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { MikroORM, PostgreSqlDriver } from '@mikro-orm/postgresql';
import { buildSchemaSync } from 'type-graphql';
import { readConfig } from '../src/config.ts';
import { memoryBell } from '../src/events/memory-bell.ts';
import { openPasswords } from '../src/people/passwords.ts';
import { openDoor } from '../src/restaurants/door.ts';
import { openSeal } from '../src/seal.ts';
import { contextMaker } from '../src/server/context.ts';
import { openGraphql } from '../src/server/graphql.ts';
import { openHttp } from '../src/server/http.ts';
import { memoryCounters } from '../src/throttle/memory-counters.ts';
import { openThrottle } from '../src/throttle/throttle.ts';
import { openTokens } from '../src/tokens.ts';
import { naiveEntities } from './naive-entities.ts';
import {
  NaiveCategoryResolver,
  NaiveGroupResolver,
  NaiveItemResolver,
  NaiveMenuResolver,
  NaiveModifierResolver,
  NaiveVariantResolver,
} from './naive-resolvers.ts';
import { answerParent } from './support/answer-parent.ts';
import { jwtSecret } from './support/settings.ts';

const resolvers = [
  NaiveMenuResolver,
  NaiveCategoryResolver,
  NaiveItemResolver,
  NaiveVariantResolver,
  NaiveGroupResolver,
  NaiveModifierResolver,
] as const;

/** The naive menu behind the same Apollo and Fastify, with the same GraphQL types. */
answerParent({
  async open({ databaseUrl }: { databaseUrl: string }): Promise<string> {
    const orm = await MikroORM.init({
      driver: PostgreSqlDriver,
      clientUrl: databaseUrl,
      entities: naiveEntities,
    });
    const log = ({ error }: { error: unknown }): void => console.error(error);
    const schema = buildSchemaSync({ resolvers, validate: false });
    const rules = { visitIdleMinutes: 240, publicUrl: 'http://localhost', requireSecondFactor: false };
    const post = { later: () => Promise.reject(new Error('Nobody writes letters here.')) };
    const http = await openHttp({
      graphql: await openGraphql({ schema, introspection: false, log }),
      door: openDoor({ em: () => orm.em.fork(), tokens: openTokens([jwtSecret]) }),
      contextFor: contextMaker({
        em: () => orm.em.fork(),
        bell: memoryBell(),
        post,
        passwords: openPasswords(1),
        seal: openSeal(['a secret'], 'nothing'),
        throttle: openThrottle(readConfig({}).limits, memoryCounters()),
        rules,
        clock: () => new Date(),
        warn: console.warn,
      }),
      addressOf: () => null,
      corsOrigins: [],
      bodyLimitBytes: 262_144,

      menuLimitBytes: 1_000_000,
      explorer: null,
      readiness: {},
      links: { place: () => noTables(), draw: () => noTables() },
      log,
    });
    await http.listen({ host: '127.0.0.1', port: 0 });
    return `http://127.0.0.1:${(http.server.address() as AddressInfo).port}/graphql`;
  },
});

function noTables(): Promise<never> {
  return Promise.reject(new Error('There are no tables here.'));
}
