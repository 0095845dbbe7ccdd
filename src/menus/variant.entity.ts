import { defineEntity, p } from '@mikro-orm/core';
import type { Translations } from './translations.ts';

const schema = defineEntity({
  name: 'Variant',
  tableName: 'menu_variant',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    itemId: p.uuid(),
    label: p.text(),
    /** Minor units; instead of the item's. */
    price: p.integer(),
    isDefault: p.boolean(),
    soldOut: p.boolean().default(false),
    /** When it is back by itself. */
    soldOutUntil: p.datetime().strictNullable(),
    position: p.integer(),
    /** What guests also call it. */
    aliases: p.array().defaultRaw("'{}'"),
    translations: p.json<Translations>().defaultRaw("'{}'"),
    /** What another system knows it by. */
    ref: p.text().nullable(),
    archivedAt: p.datetime().strictNullable(),
  },
  indexes: [{ name: 'menu_variant_of_item', properties: ['restaurantId', 'itemId'] }],
  uniques: [
    { name: 'menu_variant_within', properties: ['restaurantId', 'id'] },
    { name: 'menu_variant_ref', properties: ['restaurantId', 'ref'] },
  ],
});

/** One of an item's sizes or kinds: the guest has exactly one. */
export class Variant extends schema.class {}

schema.setClass(Variant);
