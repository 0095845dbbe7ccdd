import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Table',
  tableName: 'restaurant_table',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    name: p.text(),
    /** What the QR code says; a new code makes the old one dead. */
    code: p.text(),
    createdAt: p.datetime(),
    archivedAt: p.datetime().strictNullable(),
  },
  indexes: [
    {
      name: 'restaurant_table_code',
      expression:
        'create unique index restaurant_table_code on restaurant_table (code) where archived_at is null',
    },
  ],
  uniques: [{ name: 'restaurant_table_within', properties: ['restaurantId', 'id'] }],
});

/** A place with a QR code. */
export class Table extends schema.class {}

schema.setClass(Table);
