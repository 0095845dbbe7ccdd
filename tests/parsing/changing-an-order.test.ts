import { describe, expect, test } from '@jest/globals';
import { named, outcome, type Step, talk } from './talk.ts';

// Long because it is a list: what guests say one after the other, and the cart after each.

/** Every sentence is understood wholly and leaves this cart. */
function goes(conversations: readonly (readonly Step[])[]): void {
  test.each(named(conversations))('“$said”', async ({ steps }) => {
    const { heard, wanted } = await outcome(steps);
    expect(heard).toEqual(wanted);
  });
}

describe('sizes and numbers are changed', () => {
  goes([
    [
      ['a margherita', '1 margherita/medium'],
      ['make that a large', '1 margherita/large'],
      ['actually two', '2 margherita/large'],
    ],
    [
      ['a coke', '1 coke/can'],
      ['make it two', '2 coke/can'],
      ['same again', '4 coke/can'],
      ['another one', '5 coke/can'],
    ],
    [
      ['a margherita and a pepperoni', '1 margherita/medium', '1 pepperoni/medium'],
      ['make them large', '1 margherita/large', '1 pepperoni/large'],
    ],
    [
      ['a burger and fries', '1 burger', '1 fries/regular'],
      ['make the fries large', '1 burger', '1 fries/large'],
    ],
    [
      ['a coke', '1 coke/can'],
      ['actually two cokes', '2 coke/can'],
    ],
    [
      ['a coke', '1 coke/can'],
      ['two more cokes', '3 coke/can'],
    ],
    [
      ['a coke', '1 coke/can'],
      ['two more of those', '3 coke/can'],
    ],
    [
      ['a small margherita', '1 margherita/small'],
      ['no, large', '1 margherita/large'],
    ],
    [
      ['a coke and a burger', '1 coke/can', '1 burger'],
      ['the same again', '2 coke/can', '2 burger'],
    ],
  ]);
});

describe('what takes the place of another comes with the same, and fewer are left', () => {
  goes([
    [
      ['a large margherita with olives', '1 margherita/large +olives'],
      ['make it a pepperoni', '1 pepperoni/large'],
    ],
    [
      ['three cokes', '3 coke/can'],
      ['remove one', '2 coke/can'],
      ['double that', '4 coke/can'],
    ],
    [
      ['a latte with oat milk', '1 latte +oat-milk'],
      ['change the oat milk to soy milk', '1 latte +soy-milk'],
    ],
    [
      ['a burger with bacon and a coke', '1 burger +bacon', '1 coke/can'],
      ['take off the bacon', '1 burger', '1 coke/can'],
    ],
    [
      ['a margherita and a pepperoni', '1 margherita/medium', '1 pepperoni/medium'],
      ['add mushrooms to both', '1 margherita/medium +mushrooms', '1 pepperoni/medium +mushrooms'],
    ],
    [
      ['three cokes', '3 coke/can'],
      ['just two cokes', '2 coke/can'],
    ],
  ]);
});

describe('what is not asked for is not ordered, and what is there is not lost', () => {
  goes([
    [
      ['a burger', '1 burger'],
      ['make it without onions, and add a coke', '1 burger -onions', '1 coke/can'],
    ],
    [['a margherita make it large and a coke', '1 margherita/large', '1 coke/can']],
    [['a burger and a coke', '1 burger', '1 coke/can'], ['remove the burger and the coke']],
    [['fries, a burger without onions and fries', '2 fries/regular', '1 burger -onions']],
    [['burger wihtout onions', '1 burger -onions']],
    [['a burger', '1 burger'], ['remvoe the burger']],
    [['onions off the burger', '1 burger -onions']],
    [['a burger with everything but onions', '1 burger -onions']],
    [['steak and eggs without the eggs', '1 steak-and-eggs (without the eggs)']],
    [["don't forget the fries", '1 fries/regular']],
    [
      ['two cokes and a burger', '2 coke/can', '1 burger'],
      ['swap one coke for an espresso', '1 coke/can', '1 burger', '1 espresso'],
    ],
    [
      ['a burger and a coke', '1 burger', '1 coke/can'],
      ['change the burger to a margherita and the coke to an espresso', '1 margherita/medium', '1 espresso'],
    ],
  ]);

  test.each([
    ['a burger', 'no espresso', '1 burger'],
    [
      'a burger, a coke and fries',
      'remove everything except the coke',
      '1 burger',
      '1 coke/can',
      '1 fries/regular',
    ],
    ['a burger', 'table for four', '1 burger'],
    ['a burger', 'a coke or a diet coke', '1 burger'],
    ['a burger', "I'm not allergic to nuts", '1 burger'],
  ])('after “%s”, “%s” changes nothing and is left over', async (first, second, ...cart) => {
    const [, step] = await talk([first, second]);
    expect(step!.cart).toEqual(cart);
    expect(step!.left).not.toEqual([]);
  });
});

describe('lines go', () => {
  goes([
    [
      ['a coke and a burger', '1 coke/can', '1 burger'],
      ['no coke after all', '1 burger'],
    ],
    [['three cokes', '3 coke/can'], ['remove one of the cokes', '2 coke/can'], ['remove the coke']],
    [
      ['a burger and a diet coke', '1 burger', '1 diet-coke'],
      ['scratch the diet coke', '1 burger'],
    ],
    [
      ['a burger', '1 burger'],
      ['a diet coke', '1 burger', '1 diet-coke'],
      ['scratch that', '1 burger'],
    ],
    [
      ['a large margherita and a small margherita', '1 margherita/large', '1 margherita/small'],
      ['remove the large margherita', '1 margherita/small'],
    ],
    [['a coke and a burger', '1 coke/can', '1 burger'], ['start over']],
    [['a coke and a burger', '1 coke/can', '1 burger'], ['cancel everything']],
  ]);
});

describe('one takes the place of another', () => {
  goes([
    [
      ['two cokes', '2 coke/can'],
      ['swap the coke for a diet coke', '1 diet-coke'],
    ],
    [
      ['two cokes', '2 coke/can'],
      ['replace the cokes with diet cokes', '2 diet-coke'],
    ],
    [
      ['a burger', '1 burger'],
      ['change the burger to a margherita', '1 margherita/medium'],
    ],
    [
      ['a burger', '1 burger'],
      ['a margherita instead', '1 margherita/medium'],
    ],
    [
      ['a coke', '1 coke/can'],
      ['make that a diet coke', '1 diet-coke'],
    ],
  ]);
});

describe('what comes with a line is changed', () => {
  goes([
    [
      ['a burger and a coke', '1 burger', '1 coke/can'],
      ['no onions on the burger', '1 burger -onions', '1 coke/can'],
    ],
    [
      ['a burger', '1 burger'],
      ['with extra cheese', '1 burger +cheese'],
      ['no cheese', '1 burger'],
    ],
    [
      ['a burger', '1 burger'],
      ['take the onions off the burger', '1 burger -onions'],
    ],
    [
      ['a burger and a coke', '1 burger', '1 coke/can'],
      ['add bacon to the burger', '1 burger +bacon', '1 coke/can'],
    ],
    [
      ['two margheritas', '2 margherita/medium'],
      ['one without basil', '1 margherita/medium', '1 margherita/medium -basil'],
    ],
    [
      ['a latte', '1 latte'],
      ['make that with oat milk', '1 latte +oat-milk'],
    ],
    [
      ['a burger', '1 burger'],
      ['im allergic to peanuts', '1 burger (im allergic to peanuts)'],
    ],
    [
      ['two burgers', '2 burger'],
      ['no pickles', '2 burger -pickles'],
      ['and one with bacon', '1 burger -pickles', '1 burger +bacon -pickles'],
    ],
  ]);
});

describe('what is only talk changes nothing', () => {
  goes([
    [
      ['a burger', '1 burger'],
      ['what was that?', '1 burger'],
    ],
    [
      ['a burger', '1 burger'],
      ['how much is a large margherita?', '1 burger'],
    ],
    [
      ['a burger', '1 burger'],
      ['do you have tiramisu?', '1 burger'],
      ['a tiramisu then', '1 burger', '1 tiramisu'],
    ],
    [
      ['a burger', '1 burger'],
      ['thanks', '1 burger'],
    ],
  ]);

  test('what is not in the cart is said not to be', async () => {
    const [, second] = await talk(['a burger', 'remove the tiramisu']);
    expect(second).toMatchObject({ cart: ['1 burger'], left: ['remove the tiramisu'] });
  });

  test('new things come beside the old', async () => {
    const [, second] = await talk(['a burger', 'can you make me a large margherita with olives']);
    expect(second).toMatchObject({ cart: ['1 burger', '1 margherita/large +olives'], left: [] });
  });
});
