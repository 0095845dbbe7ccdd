import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_code',
  properties: {
    personId: p.uuid().primary(),
    codeHash: p.text().primary(),
  },
});

/** Stands in for a code of the app, once: used, its row is gone. */
export class RecoveryCode extends schema.class {}

schema.setClass(RecoveryCode);
