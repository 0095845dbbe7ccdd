import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'ModifierGroup',
  tableName: 'modifier_group',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    title: p.text(),
    min: p.integer(),
    max: p.integer(),
    archivedAt: p.datetime().strictNullable(),
  },
  uniques: [{ name: 'modifier_group_within', properties: ['restaurantId', 'id'] }],
});

/** Modifiers of which a guest has at least min and at most max. */
export class ModifierGroup extends schema.class {}

schema.setClass(ModifierGroup);
