import { describe, expect, test } from '@jest/globals';
import { named, outcome, type Step, talk } from './talk.ts';

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

describe('what shall stay stays', () => {
  changesNothing([
    ['a burger and a coke', "don't remove the burger"],
    ['a burger and a coke', 'please do not cancel the burger and the coke'],
    ['a burger and a coke', 'keep the burger'],
    ['a burger and a coke', "don't change the burger"],
    ['a burger and a coke', "don't clear the cart"],
    ['a burger and a coke', "don't cancel that"],
    ['a burger and a coke', "don't replace the burger with fries"],
  ]);

  goes([
    [
      ['a burger', '1 burger'],
      ["don't remove the onions", '1 burger'],
      ['no onions', '1 burger -onions'],
      ['keep the onions', '1 burger'],
    ],
  ]);
});

describe('what is told of a dish orders nothing', () => {
  changesNothing([
    ['a coke', 'my burger is burnt'],
    ['a coke', 'the burger was great last time'],
    ['a coke', 'the fries are soggy'],
    ['a coke', 'I had a burger here yesterday'],
    ['a coke', 'we ordered two burgers an hour ago'],
    ['a coke', 'my burger tastes like rubber'],
    ['a coke', "the burger isn't cooked properly"],
  ]);

  goes([[['two burgers, and the fries are for me', '2 burger', '1 fries/regular']]]);

  test('but “a coke is fine” asks for one', async () => {
    const [{ cart } = { cart: [] }] = await talk(['and for the drink a coke is fine']);
    expect(cart).toEqual(['1 coke/can']);
  });
});
