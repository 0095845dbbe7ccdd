import { defineEntity, p } from '@mikro-orm/core';
import { type Role, roles } from './role.ts';

const schema = defineEntity({
  name: 'Staff',
  tableName: 'staff',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    personId: p.uuid().index('staff_person'),
    role: p.enum(roles).$type<Role>(),
    createdAt: p.datetime(),
  },
  uniques: [{ name: 'staff_once', properties: ['restaurantId', 'personId'] }],
});

/** A person's role in a restaurant. */
export class Staff extends schema.class {}

schema.setClass(Staff);
