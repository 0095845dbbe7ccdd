import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_key',
  properties: {
    viewer: p.text().primary(),
    field: p.text().primary(),
    stream: p.uuid().primary(),
    key: p.text().primary(),
    /** SHA-256 of the input that came with it. */
    fingerprint: p.text(),
    /** What the first call made. */
    madeId: p.uuid(),
    createdAt: p.datetime().index('idempotency_key_created_at'),
  },
});

/** A key that a client gave with something it wanted done once. Good for 24 hours. */
export class IdempotencyKey extends schema.class {}

schema.setClass(IdempotencyKey);
