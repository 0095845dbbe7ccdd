import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type DocumentNode, getOperationAST } from 'graphql';
import {
  AddToCartDocument,
  MenuDocument,
  MySecondFactorDocument,
  OrderHistoryDocument,
  PlaceOrderDocument,
  RestaurantDetailsDocument,
  SetItemStockDocument,
  SplitOrderBySeatDocument,
  SplitOrderDocument,
} from '../../schema/operations.ts';
import { setUp } from '../people/second-factor.ts';
import { As } from '../support/as.ts';
import { admin, cartOf, guest, key, type Person, person } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';
import { statementsOf } from '../support/statements-of.ts';
import { type Case, type Cell, cases } from './access-cases.ts';
import { type Door, overHttp, overSocket } from './access-doors.ts';
import { proofs } from './access-proofs.ts';
import { columns, rows } from './access-rows.ts';
import { freshItem, togethersCart } from './access-targets.ts';
import { buildWorld, type World } from './access-world.ts';
import { type Document, documents } from './documents.ts';

let world: World;
let ada: Person;

beforeAll(async () => {
  // So long that no reading of the news is counted but those that a bell asked for.
  world = await buildWorld({ config: { pollMs: 600_000 } });
  ada = await admin(world.app);
});

afterAll(() => world.close());

/** Who uses an app. What none of them may is asked by the owner, on the platform by an admin. */
const users: Readonly<Record<string, readonly Who[]>> = {
  guest: ['guest', 'guest together', 'customer', 'FLOOR'],
  waiter: ['FLOOR', 'MANAGER'],
  kitchen: ['KITCHEN', 'FLOOR'],
  courier: ['COURIER'],
  'back-office': ['OWNER'],
  account: ['customer', 'MANAGER'],
  platform: ['admin'],
};

/** A column of the access table; a guest who shares a cart; an admin. */
type Who = string;

/** What a document is asked with, by whom. */
interface Asking extends Case {
  readonly who: Who;
  readonly door: Door;
}

/** Where the access table has no line about a document, or none that costs as much. */
const others: readonly (Case & { readonly who: readonly Who[] })[] = [
  { document: RestaurantDetailsDocument, who: ['guest', 'customer'], variables: atThisPlace },
  { document: SplitOrderDocument, who: ['guest', 'FLOOR'], variables: splitting },
  { document: SplitOrderBySeatDocument, who: ['guest', 'FLOOR'], variables: ownOrder },
  { document: PlaceOrderDocument, who: ['guest', 'FLOOR'], variables: placingWhatIsCounted },
  { document: OrderHistoryDocument, who: ['guest', 'FLOOR'], variables: ownOrder },
  {
    document: MySecondFactorDocument,
    who: ['customer'],
    variables: async ({ mine }) => {
      await setUp(mine);
      return {};
    },
  },
];

async function atThisPlace({ world: { here } }: Cell) {
  return { slug: here.slug };
}

async function ownOrder({ world: { here }, mine }: Cell) {
  return { id: (await placedOrder(mine, here)).id };
}

async function splitting(cell: Cell) {
  return { ...(await ownOrder(cell)), ways: 3 };
}

async function placingWhatIsCounted({ world, mine }: Cell) {
  const itemId = await freshItem(world);
  await world.here.owner.ask(SetItemStockDocument, { input: { itemId, remaining: 5 } });
  const { id: cartId } = await cartOf(mine, world.here);
  const { addToCart } = await mine.ask(AddToCartDocument, {
    input: { cartId, lines: [{ itemId }] },
    idempotencyKey: key(),
  });
  return { cartId, cartVersion: addToCart.cart.version, idempotencyKey: key() };
}

/** What changes something first, so that lists have more than one thing in them: what costs more for each would show. */
const inOrder = (['mutation', 'query', 'subscription'] as const).flatMap((kind) =>
  documents.filter(({ ast }) => getOperationAST(ast)?.operation === kind),
);

test.each(inOrder.map((one) => [one.file, one] as const))(
  '%s costs what its first line says: # statements: …',
  async (file, document) => {
    const askings = askingsOf(document);
    if (askings.length === 0) throw new Error(`Send ${file}: give it a line in access-table.ts, or here.`);
    let most = { who: '', texts: [] as string[] };
    for (const asking of askings) {
      const texts = await statementsFor(asking);
      if (texts.length > most.texts.length) most = { who: asking.who, texts };
    }
    const measured = most.texts.length;
    if (measured !== document.statements) {
      const said = `Write "# statements: ${measured}" at the top of ${file}, which says ${document.statements}`;
      throw new Error(`${said}. If that is more, say why first. ${[most.who, ...most.texts].join('\n  ')}`);
    }
  },
);

function askingsOf({ app, name, ast }: Document): Asking[] {
  const named = ({ document }: { document: DocumentNode }) => getOperationAST(document)?.name?.value === name;
  const usual = getOperationAST(ast)?.operation === 'subscription' ? overSocket : overHttp;
  const fromTable = rows
    .filter(({ label }) => named(cases[label]!))
    .flatMap(({ label, answers }) => {
      const may = (who: Who) => answers[columns.indexOf(who.split(' ')[0]!)] === 'OK';
      const able = app === 'platform' ? ['admin'] : users[app]!.filter(may);
      const fallback = may('OWNER') ? ['OWNER'] : [];
      return (able.length > 0 ? able : fallback).map((who) => ({ who, door: usual, ...cases[label]! }));
    });
  const fromProofs = Object.entries(proofs)
    .filter(([, proven]) => named(proven))
    .map(([field, { document, proof }]) => ({
      who: 'customer',
      door: field === 'renewConnection' ? overSocket : usual,
      document,
      variables: async ({ mine }: Cell) => proof(mine as Person, world),
    }));
  const fromHere = others
    .filter(named)
    .flatMap(({ who, ...one }) => who.map((each) => ({ ...one, who: each, door: usual })));
  return [...fromTable, ...fromProofs, ...fromHere];
}

async function statementsFor({ who, door, document, variables }: Asking): Promise<string[]> {
  // A line may have signed its viewer out.
  await world.signEverybodyInAgain();
  const viewer = await viewerOf(who);
  const asked = await variables({ world, mine: viewer });
  // Read once whenever it has changed, for everybody.
  await new As(world.app.url).ask(MenuDocument, { slug: world.here.slug });
  const texts = await statementsOf(world.app, async () => {
    expect(await door(viewer, document, asked)).toBe('OK');
  });
  await viewer.hangUp();
  return texts.filter((text) => !ofNews.test(text));
}

/** When a bell has rung the news are read once for everybody who follows, whoever rang. */
const ofNews =
  /^select (number, topic, kind, subject, data, previous, subject_previous from event where|id, last_number from event_stream where id = any)/;

/** Somebody new where what they did before would make a difference. */
async function viewerOf(who: Who): Promise<As> {
  const { app, here, viewers } = world;
  if (who === 'admin') return ada;
  if (who === 'customer') return person(app);
  if (!who.startsWith('guest')) return viewers[who]!;
  const anna = await guest(app, here);
  if (who === 'guest together') await togethersCart(world, anna);
  return anna;
}
