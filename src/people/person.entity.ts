import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    /** As typed by its owner. */
    email: p.text(),
    /** See email-key.ts: what makes an address the same address. */
    emailKey: p.text().unique('person_email_key'),
    name: p.text(),
    /** Empty: erased, or registered by several before one of them has verified the address. Matches no password. */
    passwordHash: p.text(),
    createdAt: p.datetime(),
    /** May in any restaurant what its owner may. */
    admin: p.boolean(),
    /** Null: the address is not proven yet, and nobody signs in with it. */
    verifiedAt: p.datetime().strictNullable(),
    suspendedAt: p.datetime().strictNullable(),
    /** What a device token has to name to be good: raised, it makes every one of before void. */
    deviceGeneration: p.integer().default(0),
    /** Nothing but the id is left: what refers to it goes on, and says of nobody who it was. */
    erasedAt: p.datetime().strictNullable(),
  },
  indexes: [
    {
      name: 'person_search',
      expression:
        'create index person_search on person using gin (name gin_trgm_ops, email_key gin_trgm_ops)',
    },
  ],
});

/** An account. */
export class Person extends schema.class {
  /** Leaves nothing but the id. The key is no address that anybody could register. */
  erase(): void {
    this.email = '';
    this.emailKey = `erased:${this.id}`;
    this.name = '';
    this.passwordHash = '';
    this.admin = false;
    this.verifiedAt = null;
    this.erasedAt = new Date();
  }
}

schema.setClass(Person);
