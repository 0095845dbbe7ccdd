import { describe, expect, test } from '@jest/globals';
import type { Menu } from '../../src/menus/menu.ts';
import { inProcessParser } from '../../src/parsing/in-process-parser.ts';
import type { Inquiry } from '../../src/parsing/order-parser.ts';
import { smallMenu } from './small-menu.ts';
import { talk } from './talk.ts';

const parser = inProcessParser();

/** The small menu, which declares something of its dishes. */
const menu: Menu = {
  ...smallMenu,
  categories: smallMenu.categories.map((category) => ({
    ...category,
    items: category.items.map((item) =>
      item.title === 'Tiramisu'
        ? { ...item, tags: ['vegetarian'], allergens: ['MILK', 'NUTS'] }
        : item.title === 'Fries'
          ? { ...item, tags: ['vegan', 'gluten-free'] }
          : item,
    ),
  })),
};

function told({ about, answers }: Inquiry): string {
  const told = answers.map(({ title, isSo }) => `${title}${isSo === null ? '' : isSo ? ': yes' : ': no'}`);
  return `${about} ${told.join(', ')}`.trim();
}

describe('a question about a dish is answered from the menu and orders nothing', () => {
  test.each([
    ['are the fries vegan?', 'DETAILS Fries: yes'],
    ['are the fries gluten free?', 'DETAILS Fries: yes'],
    ['Is the tiramisu vegetarian', 'DETAILS Tiramisu: yes'],
    ['does the tiramisu contain nuts?', 'DETAILS Tiramisu: yes'],
    ['is the tiramisu nut free?', 'DETAILS Tiramisu: no'],
    ['is the tiramisu safe for somebody allergic to nuts?', 'DETAILS Tiramisu: no'],
    ['is the tiramisu ok without milk?', 'DETAILS Tiramisu: no'],
    ['does the burger come with onions?', 'DETAILS Burger: yes, Onions'],
    ['does the burger come with cheese?', 'DETAILS Burger, Cheese'],
    ['is the burger vegan?', 'DETAILS Burger'],
    ['is the tiramisu egg free?', 'DETAILS Tiramisu'],
    ['are the burger and the fries spicy?', 'DETAILS Burger, Fries'],
    ['how big is the burger?', 'DETAILS Burger'],
    ['which desserts are vegetarian?', 'DETAILS Tiramisu: yes, Ice Cream'],
    ['is the unicorn vegan?', 'DETAILS'],
    ['how much for two burgers?', 'PRICE Burger'],
    ['how much is a burger with cheese?', 'PRICE Burger, Cheese'],
  ])('“%s” → %s', async (text, answer) => {
    const order = await parser.parse(text, menu);
    expect(order).toMatchObject({ lines: [], unmatched: [], warnings: [], allergies: [] });
    expect(order.inquiries.map(told)).toEqual([answer]);
  });

  test('what was ordered last is “it”', async () => {
    const [, second] = await talk(['a coke and a burger', 'does it come with onions?']);
    expect(second!.cart).toEqual(['1 coke/can', '1 burger']);
    expect(second!.inquiries.map(told)).toEqual(['DETAILS Burger: yes, Onions']);
  });

  test.each([
    ['a coke, and is the burger vegan?', '1 coke/can'],
    ['is the burger vegan? a coke please', '1 coke/can'],
    ['is the burger vegan and a coke please', '1 coke/can'],
    ["do you have tiramisu, I'd like a coke", '1 coke/can'],
    ["is the burger spicy I'll have a coke", '1 coke/can'],
    ['my order is a burger', '1 burger'],
    ['can I get the burger without onions?', '1 burger -onions'],
  ])('“%s” orders %s', async (text, line) => {
    const [only] = await talk([text]);
    expect(only!.cart).toEqual([line]);
  });
});
