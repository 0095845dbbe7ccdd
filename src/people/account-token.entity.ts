import { defineEntity, p } from '@mikro-orm/core';

const purposes = ['VERIFY', 'RESET', 'CHANGE_EMAIL'] as const;
export type TokenPurpose = (typeof purposes)[number];

const schema = defineEntity({
  name: 'AccountToken',
  tableName: 'account_token',
  properties: {
    /** Of the token, which only its letter holds. */
    secretHash: p.text().primary(),
    personId: p.uuid().index('account_token_person'),
    purpose: p.enum(purposes).$type<TokenPurpose>(),
    /** CHANGE_EMAIL: the new address, as typed. */
    email: p.text().strictNullable(),
    /**
     * VERIFY: what was registered when the letter was first sent. A stranger may register the same address before or after its
     * owner; the owner's letter makes the owner's password good, not the stranger's.
     */
    name: p.text().strictNullable(),
    passwordHash: p.text().strictNullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime().index('account_token_expires_at'),
  },
});

/** What a letter lets its reader do, once. */
export class AccountToken extends schema.class {}

schema.setClass(AccountToken);
