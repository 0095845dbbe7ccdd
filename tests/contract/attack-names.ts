/**
 * What an argument names, by its coordinate in the schema or, where it always means the same, by its name alone: a table and
 * its column. The attack puts ids of another restaurant there, and ids of its own into the arguments beside it.
 */
export const named: Readonly<Record<string, string>> = {
  restaurantId: 'restaurant.id',
  restaurantSlug: 'restaurant.slug',
  slug: 'restaurant.slug',
  tableId: 'restaurant_table.id',
  tableCode: 'restaurant_table.code',
  personId: 'staff.person_id',
  inviteId: 'invite.id',
  keyId: 'api_key.id',
  categoryId: 'menu_category.id',
  itemId: 'menu_item.id',
  variantId: 'menu_variant.id',
  groupId: 'modifier_group.id',
  modifierId: 'modifier.id',
  withIds: 'modifier.id',
  withoutIds: 'modifier.id',
  cartId: 'cart.id',
  lineId: 'cart_line.id',
  'DiscountOrderInput.lineId': 'order_line.id',
  'RemoveDiscountInput.lineId': 'order_line.id',
  'VoidLineInput.lineId': 'order_line.id',
  'LinePiecesInput.lineId': 'order_line.id',
  'Mutation.moveLines.lineIds': 'order_line.id',
  orderId: 'orders.id',
  'Mutation.assignCourier.courierId': 'staff.person_id',
  'AuditFilterInput.actorId': 'staff.person_id',
  'AliasSuggestionFilterInput.entryId': 'menu_item.id',
  'Query.cart.id': 'cart.id',
  'Query.item.id': 'menu_item.id',
  'Query.itemsById.ids': 'menu_item.id',
  'ItemFilterInput.categoryIds': 'menu_category.id',
  'Query.order.id': 'orders.id',
  'Mutation.editCategory.id': 'menu_category.id',
  'Mutation.editItem.id': 'menu_item.id',
  'Mutation.editVariant.id': 'menu_variant.id',
  'Mutation.editModifierGroup.id': 'modifier_group.id',
  'Mutation.editModifier.id': 'modifier.id',
  'Mutation.approveAlias.id': 'alias_suggestion.id',
  'Mutation.dismissAlias.id': 'alias_suggestion.id',
  'Mutation.archiveMenuEntry.id': 'menu_item.id',
  'Mutation.translateMenuEntry.id': 'menu_item.id',
  'Mutation.restoreMenuEntry.id': 'menu_item.id',
  'ReorderMenuInput.within': 'menu_category.id',
  'ReorderMenuInput.ids': 'menu_item.id',
};

/** Slugs that name nothing yet, because they are being given. */
export const given: readonly string[] = [
  'CreateCategoryInput.slug',
  'CreateRestaurantInput.slug',
  'EditCategoryInput.slug',
  'UpdateRestaurantInput.slug',
];

/** Where what names another restaurant's thing may well be answered, and why. */
export const open: Readonly<Record<string, string>> = {
  'Query.restaurant.slug':
    'Guests read what a restaurant says of itself; what they may not is asked field by field.',
  'Query.menu.slug': 'Menus are public.',
  'Subscription.menuUpdates.slug': 'The same.',
  'Query.categories.restaurantSlug': 'The same.',
  'Query.items.restaurantId': 'The same; what is not is asked of the owner only.',
  'Query.items.restaurantSlug': 'The same.',
  'Query.item.id': 'The same.',
  'Query.itemsById.restaurantId': 'The same.',
  'Query.itemsById.ids': 'The same.',
  'ItemFilterInput.categoryIds': 'It narrows what is public.',
  'AuditFilterInput.actorId': 'It narrows what the viewer may read anyway.',
  'AliasSuggestionFilterInput.entryId': 'The same.',
  'Mutation.startVisit.slug': 'Anybody may come for pickup.',
  'Mutation.parseOrder.restaurantSlug': 'Whoever is signed in may order anywhere, as a customer.',
};

/** Below the roots, where the attack does not come by itself: a list, by the input that narrows it. */
export const narrowed: Readonly<Record<string, string>> = {
  'Restaurant.orders': 'RestaurantOrderFilterInput',
};

/** What only admins of the platform are answered: an owner finds nothing there, not even what is their own. */
export const ofThePlatform: readonly string[] = ['Query.auditEntries', 'Query.orders'];

/** Where an enum beside the id says what it names: each is tried with each. Elsewhere they take turns. */
export const kindByEnum: readonly string[] = [
  'Mutation.archiveMenuEntry',
  'Mutation.restoreMenuEntry',
  'Mutation.reorderMenu',
  'Mutation.translateMenuEntry',
];

/** What opens something for whoever has it. Alone, at another restaurant, it opens nothing. */
export const keys: readonly string[] = ['Mutation.startVisit.tableCode'];

/** What everybody reads of a restaurant that is known by its slug. The rest answers as if it were not there. */
export const publicOfRestaurant: Readonly<Record<string, string>> = {
  id: 'It is in no way secret, and opens nothing.',
  slug: 'It is on every printed code.',
  title: 'The name on the door.',
  currency: 'Prices are public.',
  timeZone: 'Opening hours are public.',
  locale: 'Prices are public.',
  version: 'A count of changes to what is public.',
  taxPerMillion: 'It is on every bill.',
  taxClasses: 'They are on every bill.',
  servicePerMillion: 'It is on every bill.',
  serviceDineInOnly: 'It is on every bill.',
  tipsAllowed: 'Guests see it when they order.',
  additionsUntil: 'Guests see it when they order.',
  pricesIncludeTax: 'It is on every menu.',
  autoAccept: 'Guests see it when they order.',
  fulfilments: 'Guests choose from them.',
  ordersPerQuarterHour: 'Who is refused for it knows it anyway.',
  dayStartsAt: 'It says which day is meant by a number.',
  openingHours: 'They hang on the door.',
  opening: 'They hang on the door.',
  pause: 'It is for guests to read.',
  archivedAt: 'An archived restaurant is found by its owners alone.',
  suspendedAt: 'A suspended restaurant is found by nobody.',
  qr: "The counter's code: the public link.",
  myRole: 'Null for whoever does not work there.',
};

/** Arguments that are not ids, as the rules want them; by coordinate or by name. What is not here follows from its type. */
export const examples: Readonly<Record<string, unknown>> = {
  businessDay: '2027-01-31',
  currency: 'EUR',
  language: 'de',
  document: { format: 'comanda-menu', version: 1, categories: [], modifierGroups: [] },
  timeZone: 'Europe/Madrid',
  locale: 'en-GB',
  email: 'somebody@example.com',
  password: 'correct horse battery',
  slug: 'not-yet-taken',
  'ReorderMenuInput.noun': 'ITEM',
  'Mutation.moveLines.course': null,
  'OpeningSpanInput.from': '09:00',
  'OpeningSpanInput.to': '17:00',
  date: '2040-01-01',
  dayStartsAt: '04:00',
  phone: '+34 600 000 000',
  after: null,
  before: null,
  last: null,
  first: 10,
  expectedVersion: 1,
  until: null,
  untilTomorrow: null,
  'TaxClassInput.key': 'drinks',
  'AmountOrRateInput.perMillion': null,
};
