import { defineEntity, p } from '@mikro-orm/core';
import type { Translations } from './translations.ts';

const schema = defineEntity({
  name: 'ModifierGroup',
  tableName: 'modifier_group',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    title: p.text(),
    min: p.integer(),
    max: p.integer(),
    translations: p.json<Translations>().defaultRaw("'{}'"),
    /** What another system knows it by. */
    ref: p.text().nullable(),
    archivedAt: p.datetime().strictNullable(),
  },
  uniques: [
    { name: 'modifier_group_within', properties: ['restaurantId', 'id'] },
    { name: 'modifier_group_ref', properties: ['restaurantId', 'ref'] },
  ],
});

/** Modifiers of which a guest has at least min and at most max. */
export class ModifierGroup extends schema.class {}

schema.setClass(ModifierGroup);
