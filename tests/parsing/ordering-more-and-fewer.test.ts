import { describe, expect, test } from '@jest/globals';
import { inProcessParser } from '../../src/parsing/in-process-parser.ts';
import { slipOf } from './slip-of.ts';
import { named, outcome, type Step, talk } from './talk.ts';
import { translatedDemoMenu } from './translated-demo-menu.ts';

/** Every sentence is understood wholly and leaves this cart. */
function goes(conversations: readonly (readonly Step[])[]): void {
  test.each(named(conversations))('“$said”', async ({ steps }) => {
    const { heard, wanted } = await outcome(steps);
    expect(heard).toEqual(wanted);
  });
}

const burger: Step = ['a burger', '1 burger'];
const cokes: Step = ['three cokes and a burger', '3 coke/can', '1 burger'];
const dinner: Step = ['a burger, a coke and fries', '1 burger', '1 coke/can', '1 fries/regular'];

describe('one more is another line where it is another choice', () => {
  goes([
    [burger, ['one more, no onions', '1 burger', '1 burger -onions']],
    [burger, ['another, with bacon, and a coke', '1 burger', '1 burger +bacon', '1 coke/can']],
    [burger, ['two more', '3 burger']],
    [burger, ['two more without onions', '1 burger', '2 burger -onions']],
    [
      ['a burger with bacon', '1 burger +bacon'],
      ['one more, no onions', '1 burger +bacon', '1 burger +bacon -onions'],
    ],
    [
      ['a burger and a coke', '1 burger', '1 coke/can'],
      ['one more, no onions', '1 burger', '1 coke/can', '1 burger -onions'],
    ],
    [['two burgers, another without pickles', '2 burger', '1 burger -pickles']],
    [['two burgers, one with cheese, another with bacon', '1 burger +cheese', '1 burger +bacon']],
  ]);
});

describe('some of several become something else', () => {
  goes([
    [
      ['two margheritas', '2 margherita/medium'],
      ['make one a large', '1 margherita/medium', '1 margherita/large'],
    ],
    [
      ['two cokes', '2 coke/can'],
      ['swap one of them for a latte', '1 coke/can', '1 latte'],
    ],
    [
      ['a burger and fries', '1 burger', '1 fries/regular'],
      ['make fries large', '1 burger', '1 fries/large'],
    ],
    [
      ['a burger and a latte', '1 burger', '1 latte'],
      ['the latte is with oat milk', '1 burger', '1 latte +oat-milk'],
    ],
    [['two burgers one no pickles one no onions', '1 burger -pickles', '1 burger -onions']],
  ]);
});

describe('fewer are taken off and never added', () => {
  goes([
    [cokes, ['less coke', '2 coke/can', '1 burger']],
    [cokes, ['two fewer cokes', '1 coke/can', '1 burger']],
    [cokes, ['one coke less', '2 coke/can', '1 burger']],
    [cokes, ['fewer of the cokes please', '2 coke/can', '1 burger']],
    [['three cokes', '3 coke/can'], ['two less please', '1 coke/can'], ['one fewer coke']],
    [burger, ['less onions', '1 burger (less onions)']],
  ]);

  test('of what is not there, none are ordered', async () => {
    const [, second] = await talk(['a burger', 'fewer cokes']);
    expect(second).toMatchObject({ cart: ['1 burger'], left: ['fewer cokes'] });
  });
});

describe('what is listed after one that is removed goes as well', () => {
  goes([
    [dinner, ['remove the coke, the fries and the burger']],
    [dinner, ['no coke, fries', '1 burger']],
    [dinner, ['I no longer want the coke', '1 burger', '1 fries/regular']],
    [dinner, ["I didn't order a coke", '1 burger', '1 fries/regular']],
    [dinner, ['did I order a coke?', '1 burger', '1 coke/can', '1 fries/regular']],
    [dinner, ['forget about the coke', '1 burger', '1 fries/regular']],
    [dinner, ['delete the burger the coke and the fries']],
    [dinner, ['cancel the burger with the fries', '1 coke/can']],
    [cokes, ['remove the burger and one of the cokes', '2 coke/can']],
    [
      ['a burger with bacon and two cokes', '1 burger +bacon', '2 coke/can'],
      ['take off the bacon and the cokes', '1 burger'],
    ],
    [dinner, ["remove the coke, I'll have a latte", '1 burger', '1 fries/regular', '1 latte']],
    [dinner, ['remove the coke, add a latte', '1 burger', '1 fries/regular', '1 latte']],
    [dinner, ['no coke, a latte', '1 burger', '1 fries/regular', '1 latte']],
    [dinner, ['cancel the coke, a latte instead', '1 burger', '1 fries/regular', '1 latte']],
    [dinner, ['cancel the coke and make the fries large', '1 burger', '1 fries/large']],
  ]);

  test('what is not there is said not to be, and not ordered', async () => {
    const [, second] = await talk(['a burger and a coke', 'remove the coke and the tiramisu']);
    expect(second!.cart).toEqual(['1 burger']);
    expect(second!.warnings).toMatchObject([{ code: 'NOT_IN_CART' }]);
  });
});

test.each([
  ['4 espressos, 2 double 2 single', '2 Espresso/Double', '2 Espresso'],
  ['3 espressos: one single and two double', '1 Espresso', '2 Espresso/Double'],
  ['two single espressos', '2 Espresso'],
  ['two espressos, make one a double', '1 Espresso', '1 Espresso/Double'],
  ['an espresso, make it double', '1 Espresso/Double'],
])('“%s”: single and double are sizes of what comes in them', async (text, ...lines) => {
  const menu = translatedDemoMenu();
  const order = await inProcessParser().parse(text, menu);
  expect(order.lines.map((line) => slipOf(line, menu))).toEqual(lines);
  expect(order.unmatched).toEqual([]);
});
