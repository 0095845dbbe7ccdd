import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AttachModifierGroupDocument,
  EditItemDocument,
  ModifierGroupsDocument,
  WholeMenuDocument,
} from '../../schema/operations.ts';
import { Staff } from '../../src/restaurants/staff.entity.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, type Person, type Place, person, place, staff } from '../support/build.ts';
import { eightySixings, groupsOf, type Target, targetIn, wholeMenu, writings } from './menu-writing.ts';

let app: TestApp;
let here: Place;
let target: Target;
let manager: Person;
let crew: Record<'KITCHEN' | 'FLOOR' | 'COURIER', Person>;
let strangers: Record<string, As>;
let boss: Person;
let bossTarget: Target;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  target = await targetIn(here);
  manager = await staff(app, here.id, 'MANAGER');
  crew = {
    KITCHEN: await staff(app, here.id, 'KITCHEN'),
    FLOOR: await staff(app, here.id, 'FLOOR'),
    COURIER: await staff(app, here.id, 'COURIER'),
  };
  const there = await place(app);
  boss = await staff(app, there.id, 'MANAGER');
  bossTarget = await targetIn(there);
  strangers = {
    nobody: new As(app.url),
    guest: await guest(app, here),
    customer: await person(app),
    'the owner of elsewhere': there.owner,
  };
});

afterAll(() => app.close());

const everything = async (): Promise<unknown> => [await wholeMenu(here), await groupsOf(here)];

describe.each(Object.entries(writings))('%s', (_, write) => {
  test('is refused to the kitchen, the floor and couriers, and does not exist for others', async () => {
    const before = await everything();
    for (const member of Object.values(crew)) expect(await write(member, target)).toBe('FORBIDDEN');
    for (const stranger of Object.values(strangers)) expect(await write(stranger, target)).toBe('NOT_FOUND');
    expect(await everything()).toEqual(before);
  });

  test('is for managers', async () => {
    expect(await write(boss, bossTarget)).toBe('OK');
  });
});

describe.each(Object.entries(eightySixings))('%s', (_, write) => {
  test('is for the kitchen, the floor, managers and owners, and nobody else', async () => {
    const before = await everything();
    expect(await write(crew.COURIER, target)).toBe('FORBIDDEN');
    for (const stranger of Object.values(strangers)) expect(await write(stranger, target)).toBe('NOT_FOUND');
    expect(await everything()).toEqual(before);
    for (const member of [crew.KITCHEN, crew.FLOOR, manager, here.owner])
      expect(await write(member, target)).toBe('OK');
  });
});

test('the whole menu is for the same people', async () => {
  for (const document of [WholeMenuDocument, ModifierGroupsDocument]) {
    const codeFor = (viewer: As) =>
      viewer.codeOf(document as typeof WholeMenuDocument, { restaurantId: here.id });
    for (const member of [crew.KITCHEN, crew.FLOOR, manager, here.owner])
      expect(await codeFor(member)).toBe('OK');
    expect(await codeFor(crew.COURIER)).toBe('FORBIDDEN');
    for (const stranger of Object.values(strangers)) expect(await codeFor(stranger)).toBe('NOT_FOUND');
  }
});

test('things of two restaurants are not mixed, even by somebody who runs both', async () => {
  const there = await place(app);
  const { id: personId } = here.owner;
  const em = app.database.em();
  em.setFilterParams('tenant', { restaurantId: there.id });
  em.create(Staff, {
    id: randomUUIDv7(),
    restaurantId: there.id,
    personId,
    role: 'OWNER',
    createdAt: new Date(),
  });
  await em.flush();
  const foreign = await targetIn(there);
  const before = await everything();
  const { owner } = here;
  const attach = { itemId: target.itemId, groupId: foreign.groupId };
  expect(await owner.codeOf(AttachModifierGroupDocument, attach)).toBe('NOT_FOUND');
  const move = { id: target.itemId, input: { categoryId: foreign.categoryId } };
  expect(await owner.codeOf(EditItemDocument, move)).toBe('NOT_FOUND');
  expect(await everything()).toEqual(before);
});
