/** What only named files may do, and why each of them may. An entry that is not needed any more has to go. */
export interface Restriction {
  readonly name: string;
  readonly advice: string;
  readonly pattern: RegExp;
  readonly allowed: Readonly<Record<string, string>>;
  /** A line that the pattern has to find. */
  readonly wrong: string;
}

export const restrictions: readonly Restriction[] = [
  {
    name: 'reads across restaurants',
    advice:
      'Read through scoped(em, restaurantId). A read that is meant to see several restaurants is named here.',
    pattern: /\bacrossRestaurants\b/,
    allowed: {
      'database/across-restaurants.ts': 'It is defined here.',
      'restaurants/accept-invite.ts': 'A token says which restaurant it invites to.',
      'carts/personal-carts.ts': 'A person has carts at several restaurants.',
      'orders/list-orders.ts':
        'A person has orders at several restaurants; admins of the platform read those of all.',
      'orders/personal-orders.ts': 'A person has orders at several restaurants.',
      'orders/find-tracked.ts': 'A code says by itself which order it is of.',
      'restaurants/admit-api-key.ts': 'A key says by itself which restaurant it opens.',
      'restaurants/find-my-restaurants.ts': 'A person may work at several restaurants.',
      'restaurants/list-my-restaurants.ts': 'The same.',
      'restaurants/personal-staff.ts': 'The same.',
      'restaurants/restaurant-with-slug.ts': 'A slug says which restaurant is meant.',
      'commands/welcome.ts':
        'Start-up prints the link of a table of the demo restaurant, which it knows by slug.',
    },
    wrong: 'const all = await acrossRestaurants<Row>(em, sql`select 1`);',
  },
  {
    name: 'reads without the tenant filter',
    advice: 'Read through scoped(em, restaurantId).em.',
    pattern: /filters:\s*(false|\{\s*tenant:\s*false)|setFilterParams\(/,
    allowed: {
      'database/scoped.ts': 'This is where a manager gets its restaurant.',
      'database/seed.ts': 'The seed writes the rows of the one restaurant it makes.',
      'events/transact.ts': 'This is where a transaction gets its restaurant.',
      'orders/load-lines.ts': 'The lines of the orders that a person has at several restaurants.',
    },
    wrong: 'await em.find(Order, {}, { filters: { tenant: false } });',
  },
  {
    name: 'writes that pass by the tenant filter',
    advice:
      'Load the row through the scope and change it, or create one. Neither the filter nor a version guards these.',
    pattern: /\.(getReference|upsert|upsertMany|insert|insertMany|nativeUpdate|nativeDelete)\(/,
    allowed: {
      'audit/audit-draft.ts': 'What is written down belongs to the house, not to a restaurant.',
      'people/refresh-session.ts':
        'Sessions belong to no restaurant; one UPDATE decides which of two refreshes at once has the token.',
    },
    wrong: 'tx.em.getReference(Order, id).status = to;',
  },
  {
    name: 'SQL by other ways than rows',
    advice: 'Use the scope: scope.rows(sql`…`).',
    pattern: /\.(createQueryBuilder|getConnection|getKysely|getTransactionContext)\(|\bem\.execute\(/,
    allowed: { 'database/rows.ts': 'The one way there is.' },
    wrong: "await em.createQueryBuilder(Order).where({ status: 'PLACED' });",
  },
  {
    name: 'hashing passwords past the queue',
    advice: 'Hash by ctx.passwords: two at once, however many come.',
    pattern: /from '\.[^']*\/password\.ts'/,
    allowed: {
      'people/passwords.ts': 'This is the queue.',
      'database/seed.ts': 'The demo is seeded while nobody waits.',
    },
    wrong: "import { password } from './password.ts';",
  },
  {
    name: 'the environment',
    advice: 'Declare a setting in config.ts and take it from the Config.',
    pattern: /\bprocess\.env\b/,
    allowed: { 'commands/environment.ts': 'It hands the environment to config.ts.' },
    wrong: "const port = process.env['PORT'];",
  },
];

/**
 * Files that export more than one thing that is there at run time, and how many. One file, one verb: the numbers may only
 * go down, and a file that is down to one leaves the list.
 */
export const severalExports: Readonly<Record<string, readonly [count: number, reason: string]>> = {
  'carts/assert-not-full.ts': [2, 'A limit of carts that orders keep too, and the check.'],
  'carts/cart-access.ts': [5, 'A page of sentences: who may read and edit a cart.'],
  'carts/change-cart.ts': [
    2,
    'Changing under the version, and the same for a transaction that runs already.',
  ],
  'carts/edit-cart.ts': [3, 'Three edits of a line each.'],
  'carts/find-cart.ts': [2, 'The same read by id and by restaurant.'],
  'commands/environment.ts': [3, 'What the commands take from the environment.'],
  'config.ts': [3, 'The settings as data, their reader and its error.'],
  'database/seed.ts': [2, 'The demo and the people in it.'],
  'delivery/delivery-access.ts': [
    2,
    'A page of sentences: who says who brings an order, and who may bring it.',
  ],
  'errors.ts': [4, 'The errors as data, their class and two of them by name.'],
  'kitchen/board.ts': [2, 'A reducer and its error.'],
  'menus/change-menu.ts': [2, 'Changing a menu and adding to it.'],
  'menus/find-menu.ts': [3, 'A menu for its staff, and two parts of it.'],
  'menus/find-modifier-groups.ts': [2, 'All groups or one.'],
  'menus/menu-access.ts': [2, 'A page of sentences: who may write a menu and who may 86.'],
  'orders/find-orders.ts': [2, 'One order, or those that are not finished.'],
  'orders/follow-orders.ts': [3, 'The same stream for a restaurant and for one order.'],
  'orders/list-orders.ts': [2, 'The same list inside one restaurant and across.'],
  'orders/bill-access.ts': [3, 'A page of sentences: who may change a bill and add to an order.'],
  'orders/order-access.ts': [3, 'A page of sentences: who may see and move an order.'],
  'orders/order-status.ts': [4, 'Statuses and moves, as data.'],
  'restaurants/find-restaurant.ts': [2, 'The same read by slug and by id.'],
  'restaurants/find-staff.ts': [2, 'A page of the staff, or one of them.'],
  'restaurants/find-tables.ts': [2, 'All tables or one.'],
  'restaurants/restaurant-access.ts': [13, 'A page of sentences: which roles and keys may do what.'],
  'restaurants/staff-access.ts': [4, 'A page of sentences: who manages whom.'],
  'restaurants/visit-access.ts': [2, 'A page of sentences: what a visit may still do.'],
  'scalars.ts': [2, 'The scalars of the schema, a line each.'],
  'server/error-format.ts': [2, 'An error inside GraphQL and outside.'],
  'server/limits.ts': [2, 'The limits as data and as validation rules.'],
  'viewer.ts': [4, 'Who asks, and what follows from it in a line each.'],
};
