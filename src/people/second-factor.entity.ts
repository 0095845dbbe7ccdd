import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'SecondFactor',
  tableName: 'second_factor',
  properties: {
    personId: p.uuid().primary(),
    /** What the person's app makes codes from; only the server's secret opens it. */
    sealed: p.text(),
    createdAt: p.datetime(),
    /** Null: a code has not shown yet that the app has it, and nobody is asked for one. */
    confirmedAt: p.datetime().strictNullable(),
    /** The half minute, counted from 1970, of the code used last: none of then or before is good again. */
    lastStep: p.integer(),
  },
});

/** An app that makes codes (TOTP), asked for beside the password. */
export class SecondFactor extends schema.class {}

schema.setClass(SecondFactor);
