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

/** The second sentence changes nothing, and is not passed over in silence. */
function changesNothing(conversations: readonly (readonly [first: string, second: string])[]): void {
  test.each(conversations)('after “%s”, “%s” changes nothing and is left over', async (first, second) => {
    const [before, after] = await talk([first, second]);
    expect(after!.cart).toEqual(before!.cart);
    expect(after!.left).not.toEqual([]);
  });
}

const twoBurgers: Step = ['a burger and a burger with bacon', '1 burger', '1 burger +bacon'];
const twoSizes: Step = [
  'a large margherita and a small margherita',
  '1 margherita/large',
  '1 margherita/small',
];
const dinner: Step = ['a burger, a coke and fries', '1 burger', '1 coke/can', '1 fries/regular'];

describe('a line is told from others by what it comes with', () => {
  goes([
    [twoBurgers, ['remove the burger with bacon', '1 burger']],
    [twoBurgers, ['remove the burger without bacon', '1 burger +bacon']],
    [twoBurgers, ['remove the one with bacon', '1 burger']],
    [twoBurgers, ['make the one with bacon well done', '1 burger', '1 burger +bacon +well-done']],
    [twoBurgers, ['change the one with bacon to fries', '1 burger', '1 fries/regular']],
    [twoBurgers, ['no onions on the one with bacon', '1 burger', '1 burger +bacon -onions']],
    [
      ['a burger and a burger without onions', '1 burger', '1 burger -onions'],
      ['remove the one without onions', '1 burger'],
    ],
    [
      ['a burger', '1 burger'],
      ['make the burger with bacon', '1 burger +bacon'],
    ],
    [twoSizes, ['remove the large one', '1 margherita/small']],
    [twoSizes, ['cancel the small', '1 margherita/large']],
    [twoSizes, ['remove the small one and add a coke', '1 margherita/large', '1 coke/can']],
  ]);

  changesNothing([
    ['a burger and a burger with bacon', 'remove the burger with cheese'],
    ['a burger with bacon', 'remove the burger without bacon'],
    ['a burger', 'remove one with bacon'],
  ]);
});

describe('a line is told from others by where it stands', () => {
  goes([
    [dinner, ['remove the last one', '1 burger', '1 coke/can']],
    [dinner, ['remove the first one', '1 coke/can', '1 fries/regular']],
    [dinner, ['remove the first and the second', '1 fries/regular']],
    [dinner, ['make the last one large', '1 burger', '1 coke/can', '1 fries/large']],
    [dinner, ['the third one large please', '1 burger', '1 coke/can', '1 fries/large']],
    [dinner, ['change the second one to an espresso', '1 burger', '1 fries/regular', '1 espresso']],
    [twoBurgers, ['take off the second burger', '1 burger']],
    [twoBurgers, ['add cheese to the first one', '1 burger +cheese', '1 burger +bacon']],
    [['three cokes', '3 coke/can'], ['remove the third coke', '2 coke/can'], ['remove the last two']],
    [['two burgers, the first without onions, the second with bacon', '1 burger -onions', '1 burger +bacon']],
  ]);

  changesNothing([
    ['a burger, a coke and fries', 'remove the fifth one'],
    ['a burger and a coke', 'remove the second burger'],
    ['a burger and a small margherita', 'make the fifth one large'],
  ]);
});

describe('a line that is there is meant, and not another', () => {
  goes([
    [
      ['a margherita and a pepperoni', '1 margherita/medium', '1 pepperoni/medium'],
      ['the margherita large, the pepperoni small', '1 margherita/large', '1 pepperoni/small'],
    ],
    [['the margherita large, the pepperoni small', '1 margherita/large', '1 pepperoni/small']],
    [
      ['a margherita', '1 margherita/medium'],
      ["I'll have the margherita large", '1 margherita/medium', '1 margherita/large'],
    ],
  ]);
});
