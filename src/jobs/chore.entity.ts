import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Chore',
  tableName: 'chore',
  properties: {
    name: p.text().primary(),
    doneAt: p.datetime(),
  },
});

/** Something done every so often for the whole house, and when it was: whichever process moves the time on does it. */
export class Chore extends schema.class {}

schema.setClass(Chore);
