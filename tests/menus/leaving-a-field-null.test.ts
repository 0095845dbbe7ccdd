import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.ts';
import { codeIn } from '../support/as.ts';
import { type Place, place } from '../support/build.ts';
import { type InputName, menuInputs } from './menu-inputs.ts';
import { targetIn, wholeMenu } from './menu-writing.ts';

let app: TestApp;
let here: Place;
let inputs: ReturnType<typeof menuInputs>;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  inputs = menuInputs(here, await targetIn(here));
});

afterAll(() => app.close());

const leavable: readonly [InputName, readonly string[]][] = [
  ['createCategory', ['hidden', 'description']],
  ['editCategory', ['slug', 'title', 'hidden', 'position']],
  ['createItem', ['description', 'featured', 'hidden', 'tags', 'allergens', 'image', 'taxClass', 'station']],
  ['editItem', ['categoryId', 'title', 'price', 'featured', 'hidden', 'tags', 'allergens', 'position']],
  ['createVariant', ['isDefault']],
  ['editVariant', ['label', 'price', 'isDefault', 'position']],
  ['editModifierGroup', ['title', 'min', 'max']],
  ['createModifier', ['price', 'isDefault', 'maxPerLine']],
  ['editModifier', ['title', 'price', 'isDefault', 'maxPerLine', 'position']],
  ['setItemStock', ['remaining']],
];

describe.each(leavable)('%s', (name, fields) => {
  test.each(fields)('takes a null %s as left out', async (field) => {
    const { good, send } = inputs[name];
    const { version: _, ...before } = await wholeMenu(here);
    expect(codeIn(await send({ ...good, [field]: null }))).toBe('OK');
    const { version: __, ...after } = await wholeMenu(here);
    if (name.startsWith('edit')) expect(after).toEqual(before);
  });
});
