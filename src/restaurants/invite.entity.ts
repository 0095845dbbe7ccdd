import { defineEntity, p } from '@mikro-orm/core';
import { type Role, roles } from './role.ts';

const schema = defineEntity({
  name: 'Invite',
  tableName: 'invite',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    /** As it was typed; letters go there. */
    email: p.text(),
    /** Lower case: only the person with this address may accept. */
    emailKey: p.text(),
    role: p.enum(roles).$type<Role>(),
    /** Of the token in the last letter, which is nowhere else. */
    tokenHash: p.text().unique('invite_token_hash'),
    /** Who sent the last letter; the invite goes when they go. */
    invitedById: p.uuid(),
    createdAt: p.datetime(),
    sentAt: p.datetime(),
    expiresAt: p.datetime().index('invite_expires_at'),
    acceptedAt: p.datetime().strictNullable(),
    /** Taken back, or replaced by a newer one. */
    revokedAt: p.datetime().strictNullable(),
  },
  indexes: [{ name: 'invite_address', properties: ['restaurantId', 'emailKey'] }],
  uniques: [{ name: 'invite_within', properties: ['restaurantId', 'id'] }],
});

/** A role that is offered to an address, until somebody takes it or it is taken back. */
export class Invite extends schema.class {}

schema.setClass(Invite);
