import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ArchiveMenuEntryDocument, type MenuNoun } from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { type Place, place } from '../support/build.ts';
import {
  eightySixings,
  groupsOf,
  type Target,
  targetIn,
  type Writing,
  wholeMenu,
  writings,
} from './menu-writing.ts';

let app: TestApp;
let here: Place;
let target: Target;

beforeAll(async () => {
  app = await startApp();
});

beforeEach(async () => {
  here = await place(app);
  target = await targetIn(here);
});

afterAll(() => app.close());

const archive = (noun: MenuNoun, id: string) => here.owner.codeOf(ArchiveMenuEntryDocument, { noun, id });

const { createItem, createVariant, createModifier, attachModifierGroup, detachModifierGroup } = writings;
const { editCategory, editItem, editVariant, editModifierGroup, editModifier } = writings;
const { setItemAvailable, setItemStock, setModifierAvailable } = eightySixings;
const ofItems = {
  editItem,
  createVariant,
  editVariant,
  attachModifierGroup,
  detachModifierGroup,
  setItemAvailable,
  setItemStock,
};
const ofGroups = { editModifierGroup, createModifier, editModifier, setModifierAvailable };

const cases: readonly [MenuNoun, keyof Target, object][] = [
  ['CATEGORY', 'categoryId', { editCategory, createItem, ...ofItems }],
  ['ITEM', 'itemId', ofItems],
  ['VARIANT', 'variantId', { editVariant }],
  ['MODIFIER_GROUP', 'groupId', { attachModifierGroup, ...ofGroups }],
  ['MODIFIER', 'modifierId', { editModifier, setModifierAvailable }],
];

describe.each(cases)('an archived %s', (noun, id, later) => {
  test('is gone from the menu', async () => {
    expect(JSON.stringify([await wholeMenu(here), await groupsOf(here)])).toContain(target[id]);
    expect(await archive(noun, target[id])).toBe('OK');
    expect(JSON.stringify((await wholeMenu(here)).categories)).not.toContain(target[id]);
    expect(JSON.stringify(await groupsOf(here))).not.toContain(target[id]);
  });

  test('is not found by anything that would change it, and nothing is changed', async () => {
    await archive(noun, target[id]);
    const before = await eventCount();
    for (const [name, write] of Object.entries(later) as [string, Writing][])
      expect([name, await write(here.owner, target)]).toEqual([name, 'NOT_FOUND']);
    expect(await archive(noun, target[id])).toBe('NOT_FOUND');
    expect(await eventCount()).toBe(before);
  });
});

async function eventCount(): Promise<number> {
  return (await rows(app.database.em(), sql`select 1 from event where stream = ${here.id}`)).length;
}
