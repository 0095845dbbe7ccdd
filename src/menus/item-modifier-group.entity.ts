import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'ItemModifierGroup',
  tableName: 'item_modifier_group',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    itemId: p.uuid(),
    groupId: p.uuid(),
    position: p.integer(),
    /** Instead of the group's own. */
    min: p.integer().strictNullable(),
    max: p.integer().strictNullable(),
  },
  uniques: [{ name: 'item_modifier_group_once', properties: ['restaurantId', 'itemId', 'groupId'] }],
  indexes: [{ name: 'item_modifier_group_of_group', properties: ['restaurantId', 'groupId'] }],
});

/** A modifier group offered with an item. */
export class ItemModifierGroup extends schema.class {}

schema.setClass(ItemModifierGroup);
