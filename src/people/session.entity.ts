import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid().index('session_person'),
    /** Of the secret that all its refresh tokens share: with it, a wrong one is an old one used again, not a guess. */
    familyHash: p.text(),
    /** Of the one refresh token that is good now; the token itself is nowhere. */
    tokenHash: p.text(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    endedAt: p.datetime().strictNullable(),
  },
});

/** A person signed in on one device: it lives as long as its refresh token is exchanged in time. */
export class Session extends schema.class {}

schema.setClass(Session);
