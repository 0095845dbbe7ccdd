import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Visit',
  tableName: 'visit',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    /** Null: the guest came with the restaurant's link only and picks up at the counter. */
    tableId: p.uuid().strictNullable(),
    startedAt: p.datetime(),
    /** To the minute: written at most once a minute. */
    usedAt: p.datetime(),
    endedAt: p.datetime().strictNullable(),
  },
  indexes: [{ name: 'visit_of_table', properties: ['restaurantId', 'tableId'] }],
  uniques: [{ name: 'visit_within', properties: ['restaurantId', 'id'] }],
});

/** A guest's stay at a table, begun by scanning. */
export class Visit extends schema.class {}

schema.setClass(Visit);
