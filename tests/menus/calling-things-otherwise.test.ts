import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ArchiveMenuEntryDocument,
  CreateItemDocument,
  CreateModifierDocument,
  CreateVariantDocument,
  EditItemDocument,
  EditModifierDocument,
  EditVariantDocument,
  ExportMenuDocument,
  ImportMenuDocument,
  MenuAliasesDocument,
  MenuDocument,
  ParseOrderDocument,
} from '../../schema/operations.ts';
import { told } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, itemOf, key, type Place, place } from '../support/build.ts';
import type { Doc } from './menu-document.ts';
import { targetIn } from './menu-writing.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
});

beforeEach(async () => {
  here = await place(app);
});

afterAll(() => app.close());

/** By a new guest each time. */
async function say(text: string) {
  const variables = { restaurantSlug: here.slug, text, cartVersion: 0, idempotencyKey: key() };
  const { parseOrder } = await (await guest(app, here)).ask(ParseOrderDocument, variables);
  return { lines: told(parseOrder.cart), warnings: parseOrder.warnings.map(({ code }) => code) };
}

const edit = (id: string, aliases: string[] | null) =>
  here.owner.ask(EditItemDocument, { id, input: { aliases } });

const aliases = async () =>
  Object.fromEntries(
    (await here.owner.ask(MenuAliasesDocument, { restaurantId: here.id })).menuAliases.map(
      ({ noun, title, aliases: called }) => [`${noun} ${title}`, called],
    ),
  );

test('guests order an item, a variant and a modifier by what they also call them', async () => {
  const { owner, coke, pizza } = here;
  await edit(coke.id, ['Fizzy pop', 'Coca-Cola']);
  await owner.ask(EditVariantDocument, { id: pizza.largeId, input: { aliases: ['dinosaur'] } });
  await owner.ask(EditModifierDocument, { id: pizza.cheeseId, input: { aliases: ['stretchy stuff'] } });
  const said = await say('two fizzy pops, a coca cola and a dinosaur margherita with stretchy stuff');
  expect(said.lines).toEqual(['3 Coke', '1 Margherita Large +Extra cheese']);
});

test('what is new on the menu is called so at once', async () => {
  const { owner, categoryId, pizza } = here;
  const target = await targetIn(here);
  const [title, idempotencyKey] = ['Lemonade', key()];
  const input = { title, price: 300, aliases: ['  sour   stuff ', '🍋'] };
  const { createItem } = await owner.ask(CreateItemDocument, { categoryId, input, idempotencyKey });
  const again = await owner.ask(CreateItemDocument, { categoryId, input, idempotencyKey });
  expect(again.createItem).toEqual({ ...createItem, replayed: true });
  const variant = { label: 'Huge', price: 1900, aliases: ['whale'] };
  await owner.ask(CreateVariantDocument, { itemId: pizza.id, input: variant, idempotencyKey: key() });
  const modifier = { title: 'Anchovies', aliases: ['little fish'] };
  await owner.ask(CreateModifierDocument, {
    groupId: target.groupId,
    input: modifier,
    idempotencyKey: key(),
  });
  expect((await say('two sour stuff and a whale margherita with little fish')).lines).toEqual([
    '2 Lemonade',
    '1 Margherita Huge +Anchovies',
  ]);
  expect(await aliases()).toEqual({
    'ITEM Lemonade': ['sour stuff', '🍋'],
    'MODIFIER Anchovies': ['little fish'],
    'VARIANT Huge': ['whale'],
  });
});

test('a menu in memory hears of it', async () => {
  expect((await say('a fizzy pop')).lines).toEqual([]);
  await edit(here.coke.id, ['fizzy pop']);
  for (let lines: string[] = []; lines.length === 0; ) {
    lines = (await say('a fizzy pop')).lines;
    if (lines.length > 0) expect(lines).toEqual(['1 Coke']);
  }
});

test('whoever says what two things are called gets neither, and is told', async () => {
  const ale = await itemOf(here.owner, here.categoryId, 'Ginger ale', 300);
  for (const id of [here.coke.id, ale.id]) await edit(id, ['fizzy pop']);
  expect(await say('a fizzy pop')).toEqual({ lines: [], warnings: ['AMBIGUOUS'] });
  expect((await say('a coke')).lines).toEqual(['1 Coke']);
});

test('an edit says all of them, null says nothing of them, and none takes them away', async () => {
  await edit(here.coke.id, ['pop', 'soda']);
  await edit(here.coke.id, ['soda', 'Cola']);
  await edit(here.coke.id, null);
  await here.owner.ask(EditItemDocument, { id: here.coke.id, input: { title: 'Coke' } });
  expect(await aliases()).toEqual({ 'ITEM Coke': ['soda', 'Cola'] });
  await edit(here.coke.id, []);
  expect(await aliases()).toEqual({});
});

test('what is taken off the menu is not read', async () => {
  await edit(here.coke.id, ['pop']);
  await here.owner.ask(ArchiveMenuEntryDocument, { noun: 'ITEM', id: here.coke.id });
  expect(await aliases()).toEqual({});
});

test('guests are not shown them', async () => {
  await edit(here.coke.id, ['what a rival calls it']);
  const { menu } = await new As(app.url).ask(MenuDocument, { slug: here.slug });
  expect(JSON.stringify(menu)).not.toContain('rival');
  const asked = `{ menu(slug: "${here.slug}") { categories { items { aliases } } } }`;
  expect((await new As(app.url).raw(asked, {})).errors?.[0]?.message).toMatch(/Cannot query field "aliases"/);
});

async function exported(): Promise<Doc> {
  return (await here.owner.ask(ExportMenuDocument, { restaurantId: here.id })).exportMenu;
}

test('they come out with the menu and go in with it, of another menu too; a document without them takes none away', async () => {
  const { owner, coke, pizza } = here;
  await edit(coke.id, ['pop']);
  await owner.ask(EditVariantDocument, { id: pizza.largeId, input: { aliases: ['dinosaur'] } });
  await owner.ask(EditModifierDocument, { id: pizza.cheeseId, input: { aliases: ['stretchy stuff'] } });
  const before = await aliases();
  const document = await exported();
  const counts = async () =>
    (await here.owner.ask(ImportMenuDocument, { restaurantId: here.id, document })).importMenu
      .filter(({ created, changed }) => created + changed > 0)
      .map(({ noun, created, changed }) => `${noun} +${created} ~${changed}`);
  expect(await counts()).toEqual([]);
  const [margherita, cola] = document.categories[0].items;
  cola.aliases = [' fizzy  pop '];
  delete margherita.variants[1].aliases;
  expect(await counts()).toEqual(['ITEM +0 ~1']);
  expect(await counts()).toEqual([]);
  expect(await aliases()).toEqual({ ...before, 'ITEM Coke': ['fizzy pop'] });
  margherita.variants[1].aliases = [];
  expect(await counts()).toEqual(['VARIANT +0 ~1']);
  expect(await counts()).toEqual([]);
  const { 'VARIANT Large': _, ...others } = before;
  expect(await aliases()).toEqual({ ...others, 'ITEM Coke': ['fizzy pop'] });
  here = await place(app);
  for (const category of document.categories) category.slug = `${category.slug}-too`;
  await counts();
  expect(await aliases()).toEqual({ ...others, 'ITEM Coke': ['fizzy pop'] });
});

test('a document with aliases that cannot be is refused, with the place of each', async () => {
  const document = await exported();
  const [margherita, cola] = document.categories[0].items;
  cola.aliases = ['Pop', 'póp!', '…'];
  margherita.variants[0].aliases = ['a', 'A'];
  document.modifierGroups[0].modifiers[0].aliases = ['  '];
  const faults = async () => {
    const refused = await here.owner
      .ask(ImportMenuDocument, { restaurantId: here.id, document })
      .catch((error) => error.extensions.problem.fields.map(({ path }: { path: string }) => path));
    return refused.sort();
  };
  expect(await faults()).toEqual([
    'document.categories.0.items.0.variants.0.aliases.1',
    'document.categories.0.items.1.aliases.1',
    'document.categories.0.items.1.aliases.2',
    'document.modifierGroups.0.modifiers.0.aliases.0',
  ]);
  cola.aliases = ['x'.repeat(61), 'a\nb'];
  margherita.aliases = Array.from({ length: 21 }, String);
  expect(await faults()).toEqual([
    'document.categories.0.items.0.aliases',
    'document.categories.0.items.1.aliases.0',
    'document.categories.0.items.1.aliases.1',
  ]);
  expect(await aliases()).toEqual({});
});
