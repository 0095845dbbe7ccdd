import { expect, test } from '@jest/globals';
import { talk } from './talk.ts';

test.each([
  ['a burger, my son is coeliac', 'my son is coeliac', 'GLUTEN'],
  ['a burger. My daughter is a celiac', 'My daughter is a celiac', 'GLUTEN'],
  ["I'm coeliac, a burger", 'coeliac', 'GLUTEN'],
  ['a burger, severe reaction to nuts', 'severe reaction to nuts', 'NUTS'],
  ['a burger, my wife is severely allergic to fish', 'my wife is severely allergic to fish', 'FISH'],
  ["a burger, I'm anaphylactic to peanuts", 'anaphylactic to peanuts', 'PEANUTS'],
  ["a burger, can't have dairy", "can't have dairy", 'MILK'],
  ["a burger, I can't eat anything with gluten", "can't eat anything with gluten", 'GLUTEN'],
  ['a burger, she cannot have any eggs', 'she cannot have any eggs', 'EGGS'],
])('“%s” warns of it', async (text, phrase, allergen) => {
  const [only] = await talk([text]);
  expect(only!.allergies).toMatchObject([{ phrase: { text: phrase }, allergen }]);
  expect(only!.cart).toEqual([`1 burger (${phrase})`]);
});

test('what comes with a dish and may not be had is left off besides', async () => {
  const [only] = await talk(["a latte with oat milk and a margherita, I can't have mozzarella"]);
  expect(only!.cart).toContain('1 margherita/medium -mozzarella');
});

test('what was left out is dangerous to those who say so after it', async () => {
  const [only] = await talk(["a burger, no nuts, I'm allergic"]);
  expect(only!.allergies).toMatchObject([{ allergen: 'NUTS' }]);
  expect(only!.left).toEqual([]);
});

test('what nobody is allergic to is only left off', async () => {
  const [only] = await talk(["a burger, I can't have pickles"]);
  expect(only).toMatchObject({ cart: ['1 burger -pickles'], allergies: [], left: [] });
});

test.each(["a burger, I'm not coeliac", "a burger, I'm not allergic to nuts"])(
  '“%s” warns of nothing',
  async (text) => {
    const [only] = await talk([text]);
    expect(only!.allergies).toEqual([]);
    expect(only!.cart).toEqual(['1 burger']);
  },
);
