import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Stream',
  tableName: 'event_stream',
  properties: {
    id: p.uuid().primary(),
    lastNumber: p.bigint('number'),
    /** A second count that begins at 1 with every later key: a restaurant's orders of one day. */
    tallyKey: p.text(),
    tally: p.integer(),
    /** A third that only some changes raise: the menu's version. */
    revision: p.integer(),
  },
});

/** A stream's counters in one row, so that one UPDATE as a transaction's last lock gives every number. */
export class Stream extends schema.class {}

schema.setClass(Stream);
