import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'RestaurantSlug',
  tableName: 'restaurant_slug',
  properties: {
    slug: p.text().primary(),
    restaurantId: p.uuid().index('restaurant_slug_of'),
  },
});

/** A slug that a restaurant has or had. It stays the restaurant's: printed codes live for years. */
export class RestaurantSlug extends schema.class {}

schema.setClass(RestaurantSlug);
