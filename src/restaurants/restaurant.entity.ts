import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Restaurant',
  tableName: 'restaurant',
  properties: {
    id: p.uuid().primary(),
    slug: p.text().unique('restaurant_slug'),
    title: p.text(),
    /** ISO 4217. */
    currency: p.text(),
    /** IANA; business days follow it. */
    timeZone: p.text(),
    /** BCP 47. */
    locale: p.text(),
    createdAt: p.datetime(),
    archivedAt: p.datetime().strictNullable(),
  },
});

/** The tenant: everything else belongs to exactly one. */
export class Restaurant extends schema.class {}

schema.setClass(Restaurant);
