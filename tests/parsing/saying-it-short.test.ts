import { describe, expect, test } from '@jest/globals';
import { named, outcome, type Step, talk } from './talk.ts';

/** Every sentence is understood wholly and leaves this cart. */
function goes(conversations: readonly (readonly Step[])[]): void {
  test.each(named(conversations))('“$said”', async ({ steps }) => {
    const { heard, wanted } = await outcome(steps);
    expect(heard).toEqual(wanted);
  });
}

describe('a dash leaves off what the dish comes with', () => {
  goes([
    [['burger - onions', '1 burger -onions']],
    [['burger – onions - pickles + bacon', '1 burger +bacon -onions -pickles']],
    [['burger -onions', '1 burger -onions']],
    [['burger - fries - coke', '1 burger', '1 fries/regular', '1 coke/can']],
    [['burger - 2 cokes', '1 burger', '2 coke/can']],
  ]);
});

describe('only leaves off the rest of its sort', () => {
  goes([
    [['a burger with only onions', '1 burger -lettuce -pickles']],
    [['a burger with just onions and pickles and a coke', '1 burger -lettuce', '1 coke/can']],
    [['burger, only lettuce', '1 burger -onions -pickles']],
    [['a burger with lettuce only', '1 burger -onions -pickles']],
    [['a burger with only cheese', '1 burger +cheese (only cheese)']],
    [['a latte with only oat milk', '1 latte +oat-milk']],
    [['just a burger', '1 burger']],
    [
      ['three cokes', '3 coke/can'],
      ['only two', '2 coke/can'],
    ],
  ]);
});

describe('how it shall be brought is for the kitchen to read', () => {
  goes([
    [['a burger with the onions on the side', '1 burger (onions on the side)']],
    [['a burger with cheese on the side and a coke', '1 burger +cheese (cheese on the side)', '1 coke/can']],
    [['a burger, not too many onions', '1 burger (not too many onions)']],
    [['a burger with a side of fries', '1 burger', '1 fries/regular']],
  ]);
});

describe('of each', () => {
  goes([
    [['a burger and fries, two of each', '2 burger', '2 fries/regular']],
    [['a margherita and a pepperoni, one of each please', '1 margherita/medium', '1 pepperoni/medium']],
  ]);

  test.each(['one of each', 'one of each pizza', 'another of each', 'two burgers and fries, three of each'])(
    '“%s” is unclear, and counts nothing',
    async (text) => {
      const [only] = await talk([text]);
      expect(only!.cart.join()).not.toMatch(/3|pizza|margherita/);
      expect(only!.left.join()).toContain('each');
    },
  );
});

describe('an address orders nothing, whatever it is called', () => {
  test.each([
    ['deliver to 22 coke street', 'deliver to 22 coke street'],
    ['a burger, deliver to 22 coke street', 'deliver to 22 coke street', '1 burger'],
    ['deliver to 22 coke street, apt 5, a burger please', 'deliver to 22 coke street, apt 5', '1 burger'],
    [
      'deliver to 5 latte lane, 7 burger road and a burger',
      'deliver to 5 latte lane, 7 burger road',
      '1 burger',
    ],
    ["my address is 22 coke street and I'd like two cokes", 'my address is 22 coke street', '2 coke/can'],
    ['a burger to 22 coke street', '22 coke street', '1 burger'],
    ['deliver to 22 coke street add a burger', 'deliver to 22 coke street', '1 burger'],
  ])('“%s” leaves “%s”', async (text, address, ...cart) => {
    const [only] = await talk([text]);
    expect(only!.left.join(' | ')).toContain(address);
    expect(only!.cart).toEqual(cart);
  });
});

describe('a line has 99 pieces at most, and what comes beyond is said not to be there', () => {
  test.each([
    [['98 cokes', 'two cokes and a burger'], ['98 coke/can', '1 burger'], 'two cokes'],
    [['60 cokes, 60 cokes, a burger'], ['60 coke/can', '1 burger'], '60 cokes'],
    [['98 cokes and a burger', 'make the cokes 100 and another burger'], ['98 coke/can', '2 burger'], '100'],
    [['99 margheritas', '99 large margheritas, make those medium'], ['99 margherita/medium'], 'margheritas'],
  ])('%j', async (sentences, cart, left) => {
    const last = (await talk(sentences)).at(-1)!;
    expect(last.cart).toEqual(cart);
    expect(last.left.join(' | ')).toContain(left);
    expect(last.warnings.map(({ code }) => code)).toContain('QUANTITY_OUT_OF_RANGE');
  });
});
