import { defineEntity, p } from '@mikro-orm/core';
import type { Scope } from './scope.ts';

const schema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_key',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    name: p.text(),
    scopes: p.array().$type<Scope[]>(),
    /** Of the secret, which was shown once and is nowhere. */
    secretHash: p.text(),
    createdById: p.uuid(),
    createdAt: p.datetime(),
    expiresAt: p.datetime().strictNullable(),
    /** To the minute: written at most once a minute. */
    usedAt: p.datetime().strictNullable(),
    revokedAt: p.datetime().strictNullable(),
  },
  uniques: [{ name: 'api_key_within', properties: ['restaurantId', 'id'] }],
});

/** What a program shows instead of a person's token. It belongs to one restaurant. */
export class ApiKey extends schema.class {}

schema.setClass(ApiKey);
