import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    /** As typed by its owner. */
    email: p.text(),
    /** See email-key.ts: what makes an address the same address. */
    emailKey: p.text().collation('C').unique('person_email_key'),
    name: p.text(),
    /** The name in small letters without accents. A trigger keeps it. */
    nameKey: p.text().collation('C').default(''),
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
        'create index person_search on person using gin (name_key gin_trgm_ops, email_key gin_trgm_ops)',
    },
    { name: 'person_by_name', properties: ['nameKey', 'id'] },
    { name: 'person_by_creation', properties: ['createdAt', 'id'] },
    { name: 'person_admins', expression: 'create index person_admins on person (id) where admin' },
    {
      name: 'person_suspended',
      expression: 'create index person_suspended on person (id) where suspended_at is not null',
    },
    {
      name: 'person_unverified',
      expression:
        'create index person_unverified on person (id) where verified_at is null and erased_at is null',
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
