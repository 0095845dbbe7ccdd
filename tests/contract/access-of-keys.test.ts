import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiKeyScope, CreateApiKeyDocument } from '../../schema/operations.ts';
import { As, codeIn, Refused, Stream } from '../support/as.ts';
import { key } from '../support/build.ts';
import { textOf } from '../support/text-of.ts';
import { cases } from './access-cases.ts';
import { type Row, rows } from './access-rows.ts';
import { buildWorld, type World } from './access-world.ts';

const everyScope: readonly ApiKeyScope[] = [
  'MENU_READ',
  'MENU_WRITE',
  'ORDERS_READ',
  'ORDERS_WRITE',
  'KITCHEN_READ',
];

const moves: readonly ApiKeyScope[] = ['ORDERS_READ', 'ORDERS_WRITE'];

/** What takes which scopes, all of them. A key opens nothing else that is not everybody's, whatever its scopes. */
const opens: Readonly<Record<string, readonly ApiKeyScope[]>> = {
  'Query.wholeMenu': ['MENU_READ'],
  'Query.menuAliases': ['MENU_READ'],
  'Query.modifierGroups': ['MENU_READ'],
  'Query.stock': ['MENU_READ'],
  'Query.aliasSuggestions': ['MENU_WRITE'],
  'Query.items: hidden ones too': ['MENU_READ'],
  'Query.items: by stock': ['MENU_READ'],
  'Query.item: a hidden one': ['MENU_READ'],
  'Query.archivedMenuEntries': ['MENU_WRITE'],
  'Query.restaurant: its orders': ['ORDERS_READ'],
  'Query.restaurant: its preparation': ['ORDERS_READ'],
  'Query.restaurant: its figures': ['ORDERS_READ'],
  'Query.order: own': ['ORDERS_READ'],
  "Query.order: a guest's": ['ORDERS_READ'],
  "Query.order: a guest's, the courier's": ['ORDERS_READ'],
  'Mutation.createCategory': ['MENU_WRITE'],
  'Mutation.editCategory': ['MENU_WRITE'],
  'Query.exportMenu': ['MENU_READ'],
  'Mutation.importMenu': ['MENU_WRITE'],
  'Mutation.translateMenuEntry': ['MENU_WRITE'],
  'Mutation.approveAlias': ['MENU_WRITE'],
  'Mutation.dismissAlias': ['MENU_WRITE'],
  'Mutation.createItem': ['MENU_WRITE'],
  'Mutation.editItem': ['MENU_WRITE'],
  'Mutation.createVariant': ['MENU_WRITE'],
  'Mutation.editVariant': ['MENU_WRITE'],
  'Mutation.createModifierGroup': ['MENU_WRITE'],
  'Mutation.editModifierGroup': ['MENU_WRITE'],
  'Mutation.createModifier': ['MENU_WRITE'],
  'Mutation.editModifier': ['MENU_WRITE'],
  'Mutation.attachModifierGroup': ['MENU_WRITE'],
  'Mutation.detachModifierGroup': ['MENU_WRITE'],
  'Mutation.archiveMenuEntry: a category': ['MENU_WRITE'],
  'Mutation.archiveMenuEntry: an item': ['MENU_WRITE'],
  'Mutation.archiveMenuEntry: a variant': ['MENU_WRITE'],
  'Mutation.archiveMenuEntry: a modifier group': ['MENU_WRITE'],
  'Mutation.archiveMenuEntry: a modifier': ['MENU_WRITE'],
  'Mutation.restoreMenuEntry: an item': ['MENU_WRITE'],
  'Mutation.reorderMenu: categories': ['MENU_WRITE'],
  'Mutation.reorderMenu: items': ['MENU_WRITE'],
  'Mutation.reorderMenu: modifier groups': ['MENU_WRITE'],
  'Mutation.setItemAvailable': ['MENU_WRITE'],
  'Mutation.setItemStock': ['MENU_WRITE'],
  'Mutation.setModifierAvailable': ['MENU_WRITE'],
  'Query.splitByLines: own': ['ORDERS_READ'],
  "Query.splitByLines: a guest's": ['ORDERS_READ'],
  'Mutation.discountOrder: own': moves,
  "Mutation.discountOrder: a guest's": moves,
  'Mutation.removeDiscount: own': moves,
  "Mutation.removeDiscount: a guest's": moves,
  'Mutation.voidLine: own': moves,
  "Mutation.voidLine: a guest's": moves,
  'Mutation.setVariantAvailable': ['MENU_WRITE'],
  'Mutation.setVariantStock': ['MENU_WRITE'],
  'Mutation.setModifierStock': ['MENU_WRITE'],
  'Mutation.moveOrder: own, cancel': moves,
  'Mutation.moveOrder: own, accept': moves,
  'Mutation.moveOrder: own, cancel once accepted': moves,
  "Mutation.moveOrder: a guest's, accept": moves,
  "Mutation.moveOrder: a guest's, reject": moves,
  "Mutation.moveOrder: a guest's, cancel": moves,
  "Mutation.moveOrder: a guest's, prepare": moves,
  "Mutation.moveOrder: a guest's, ready": moves,
  "Mutation.moveOrder: a guest's, complete": moves,
  "Mutation.moveOrder: the courier's, on its way": moves,
  "Mutation.failDelivery: nobody's": moves,
  "Mutation.failDelivery: the courier's": moves,
  'Mutation.moveLines: own, bump': moves,
  "Mutation.moveLines: a guest's, bump": moves,
  "Mutation.moveLines: a guest's, hold": moves,
  'Mutation.promiseOrder: own': moves,
  "Mutation.promiseOrder: a guest's": moves,
  'Subscription.liveFigures': ['ORDERS_READ'],
  'Subscription.kitchenTickets': ['KITCHEN_READ'],
  'Subscription.restaurantOrders': ['ORDERS_READ'],
  'Subscription.orderUpdates: own': ['ORDERS_READ'],
  "Subscription.orderUpdates: a guest's": ['ORDERS_READ'],
};

let world: World;
const keys = new Map<string, As>();

beforeAll(async () => {
  world = await buildWorld();
});

afterAll(async () => {
  for (const one of keys.values()) await one.hangUp();
  await world.close();
});

test('what a scope opens stands in the table of access', () => {
  const labels = rows.map(({ label }) => label);
  expect(Object.keys(opens).filter((label) => !labels.includes(label))).toEqual([]);
});

describe('a key of the restaurant opens what its scopes say', () => {
  test.each(rows.map((row) => [row.label, row] as const))('%s', async (label, row) => {
    const needs = opens[label];
    const isPublic = row.answers[0] === 'OK';
    expect(await answer(row, everyScope)).toBe(isPublic || needs !== undefined);
    for (const missing of needs ?? []) {
      expect(
        await answer(
          row,
          everyScope.filter((scope) => scope !== missing),
        ),
      ).toBe(false);
    }
    if (needs) expect(await answer(row, needs)).toBe(true);
  });
});

/** Whether a key with these scopes is let to do it. */
async function answer({ label, operation }: Row, scopes: readonly ApiKeyScope[]): Promise<boolean> {
  await world.signEverybodyInAgain();
  const { document, variables } = cases[label]!;
  const given = await variables({ world, mine: world.zoe });
  const program = await keyWith(scopes);
  if (operation !== 'Subscription') return codeIn(await program.raw(textOf(document), given)) === 'OK';
  const stream = new Stream(program.socket(), textOf(document), given);
  try {
    await stream.at(0);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(Refused);
    return false;
  } finally {
    stream.stop();
  }
}

async function keyWith(scopes: readonly ApiKeyScope[]): Promise<As> {
  const name = scopes.join(' ');
  const known = keys.get(name);
  if (known) return known;
  const input = { restaurantId: world.here.id, name, scopes: [...scopes] };
  const { createApiKey } = await world.here.owner.ask(CreateApiKeyDocument, { input, idempotencyKey: key() });
  const made = new As(world.app.url, { accessToken: createApiKey.token! });
  keys.set(name, made);
  return made;
}
