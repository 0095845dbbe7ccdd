import { defineEntity, p } from '@mikro-orm/core';
import type { Translations } from './translations.ts';

const schema = defineEntity({
  name: 'Modifier',
  tableName: 'modifier',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    groupId: p.uuid(),
    title: p.text(),
    /** Minor units; added to the item's price. */
    price: p.integer(),
    /** Comes with the item unless the guest says otherwise. */
    isDefault: p.boolean(),
    /** How many of it one piece of a line may have. */
    maxPerLine: p.integer().default(1),
    soldOut: p.boolean(),
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
  indexes: [{ name: 'modifier_of_group', properties: ['restaurantId', 'groupId'] }],
  uniques: [
    { name: 'modifier_within', properties: ['restaurantId', 'id'] },
    { name: 'modifier_ref', properties: ['restaurantId', 'ref'] },
  ],
});

export class Modifier extends schema.class {}

schema.setClass(Modifier);
