import { defineEntity, p } from '@mikro-orm/core';
import { type Countable, countables } from '../menus/countables.ts';

const statuses = ['OPEN', 'APPROVED', 'DISMISSED'] as const;

const schema = defineEntity({
  name: 'AliasSuggestion',
  tableName: 'alias_suggestion',
  properties: {
    id: p.uuid().primary(),
    restaurantId: p.uuid(),
    noun: p.enum(countables).$type<Countable>(),
    /** What was chosen. */
    entry: p.uuid(),
    /** By it the second cart is known to have said the same. */
    digest: p.text(),
    /** In small letters without accents. Null until a second cart has said it: what only one guest ever says may be a name. */
    phrase: p.text().strictNullable(),
    carts: p.integer().default(1),
    /** The cart that said it last, which may be gone: what it says again counts no more. */
    lastCart: p.uuid(),
    status: p.enum(statuses).default('OPEN'),
    firstSeenAt: p.datetime(),
    lastSeenAt: p.datetime().index('alias_suggestion_last_seen'),
    /** The entry again, one of three: by this the database vouches that it is there, in this restaurant. */
    itemId: p.uuid().nullable().generated(idOf('item')),
    variantId: p.uuid().nullable().generated(idOf('variant')),
    modifierId: p.uuid().nullable().generated(idOf('modifier')),
  },
  uniques: [{ name: 'alias_suggestion_once', properties: ['restaurantId', 'entry', 'digest'] }],
  indexes: [
    {
      name: 'alias_suggestion_shown',
      expression: `create index alias_suggestion_shown on alias_suggestion (restaurant_id, id) where phrase is not null and status = 'OPEN'`,
    },
  ],
});

function idOf(noun: Countable): string {
  return `(case when (noun = '${noun}'::text) then entry else null::uuid end) stored`;
}

/** Words that guests said, which the parser did not understand, and what they then chose instead. */
export class AliasSuggestion extends schema.class {}

schema.setClass(AliasSuggestion);
