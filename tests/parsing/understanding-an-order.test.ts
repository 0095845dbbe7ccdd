import { describe, expect, test } from '@jest/globals';
import { inProcessParser } from '../../src/parsing/in-process-parser.ts';
import { slip } from './slip.ts';
import { smallMenu } from './small-menu.ts';

// Long because it is a list: one sentence a guest may say, one expectation.

const parser = inProcessParser();

async function heard(text: string) {
  const order = await parser.parse(text, smallMenu);
  return {
    lines: order.lines.map(slip),
    unmatched: order.unmatched.map((phrase) => phrase.text),
    warnings: order.warnings.map(({ code, phrase }) => `${code}: ${phrase.text}`),
  };
}

/** Understood wholly: these lines, nothing left over, no warning. */
function understands(cases: readonly (readonly [text: string, ...lines: string[]])[]): void {
  test.each(cases.map(([text, ...lines]) => ({ text, lines })))(
    '“$text” is understood',
    async ({ text, lines }) => {
      expect(await heard(text)).toEqual({ lines, unmatched: [], warnings: [] });
    },
  );
}

describe('how many', () => {
  understands([
    ['two cokes', '2 coke/can'],
    ['2 cokes', '2 coke/can'],
    ['2x coke', '2 coke/can'],
    ['2 x coke', '2 coke/can'],
    ['x2 coke', '2 coke/can'],
    ['coke x2', '2 coke/can'],
    ['coke 2, espresso 3', '2 coke/can', '3 espresso'],
    ['a coke', '1 coke/can'],
    ['an espresso', '1 espresso'],
    ['a couple of cokes and half a dozen espressos', '2 coke/can', '6 espresso'],
    ['a dozen tiramisus', '12 tiramisu'],
    ['twenty one cokes', '21 coke/can'],
    ['to large margheritas and for cokes', '2 margherita/large', '4 coke/can'],
    ['2 cokes, no make it 3', '3 coke/can'],
    ['99 cokes', '99 coke/can'],
    ['- burger\n- 2 cokes\n- fries', '1 burger', '2 coke/can', '1 fries/regular'],
  ]);

  test.each(['0 cokes', '100 cokes', 'a hundred cokes', '1,000 cokes', '99999999999999999999999 cokes'])(
    '“%s” is no quantity',
    async (text) => {
      expect(await heard(text)).toEqual({
        lines: [],
        unmatched: [text],
        warnings: [`QUANTITY_OUT_OF_RANGE: ${text}`],
      });
    },
  );

  test('half a coke is not rounded in silence', async () => {
    expect((await heard('1.5 cokes')).unmatched).toEqual(['1.5']);
  });
});

describe('sizes', () => {
  understands([
    ['large margherita', '1 margherita/large'],
    ['margherita, large', '1 margherita/large'],
    ['margherita large', '1 margherita/large'],
    ['a lg. margherita', '1 margherita/large'],
    ['margherita', '1 margherita/medium'],
    ['three margheritas, two larges and one small', '2 margherita/large', '1 margherita/small'],
    ['margheritas: two large, one small', '2 margherita/large', '1 margherita/small'],
    ['a large and a small margherita', '1 margherita/large', '1 margherita/small'],
    ['a small margherita and a large', '1 margherita/small', '1 margherita/large'],
    ['two 2 liter cokes', '2 coke/2-liter'],
    ['large fries and a small pepperoni', '1 fries/large', '1 pepperoni/small'],
  ]);

  test('a size the item has not is left over', async () => {
    expect(await heard('a large tiramisu')).toEqual({
      lines: ['1 tiramisu'],
      unmatched: ['large'],
      warnings: [],
    });
  });

  test('a size said for something not on the menu is not given to what is', async () => {
    const order = await heard('two burgers and six large sprites, fries');
    expect(order.lines).toEqual(['2 burger', '1 fries/regular']);
    expect(order.unmatched).toEqual(['and six large sprites']);
  });
});

describe('several items', () => {
  understands([
    ['a burger, fries and a coke', '1 burger', '1 fries/regular', '1 coke/can'],
    ['burgers fries cokes tiramisus', '1 burger', '1 fries/regular', '1 coke/can', '1 tiramisu'],
    ['burger plus fries', '1 burger', '1 fries/regular'],
    ['a burger with a coke', '1 burger', '1 coke/can'],
    ["Hi! Can I get a burger, please? And I'd like two diet cokes for me. Thanks", '1 burger', '2 diet-coke'],
    ['steak & eggs', '1 steak-and-eggs'],
    [
      'large pepperoni with mushrooms and olives, a carbonara, two diet cokes and an ice cream with vanilla',
      '1 pepperoni/large +mushrooms +olives',
      '1 spaghetti-carbonara',
      '2 diet-coke',
      '1 ice-cream +vanilla',
    ],
  ]);
});

describe('names', () => {
  understands([
    ['margherita pizza', '1 margherita/medium'],
    ['pizza margherita', '1 margherita/medium'],
    ['carbonara', '1 spaghetti-carbonara'],
    ['JALAPEÑO POPPERS', '1 jalapeno-poppers'],
    ['jalapenos poppers', '1 jalapeno-poppers'],
    ['jalapen\u0303o poppers', '1 jalapeno-poppers'],
    ['penne all arrabbiata', '1 penne-all-arrabbiata'],
    ['a margarita and a tirramisu', '1 margherita/medium', '1 tiramisu'],
    ['two burgr', '2 burger'],
    ['spagetti bolognaise', '1 spaghetti-bolognese'],
    ['sparkling water', '1 sparkling-water'],
  ]);

  test('a name that could be several things is asked about', async () => {
    const order = await parser.parse('two spaghetti and a coke', smallMenu);
    expect(order.lines.map(slip)).toEqual(['1 coke/can']);
    expect(order.unmatched.map(({ text }) => text)).toEqual(['two spaghetti and']);
    expect(order.warnings).toEqual([
      {
        code: 'AMBIGUOUS',
        message: '“spaghetti” could be Spaghetti Carbonara or Spaghetti Bolognese.',
        phrase: { text: 'spaghetti', start: 4, end: 13 },
      },
    ]);
  });

  test('a kind of dish is no dish', async () => {
    expect((await heard('a pizza')).warnings).toEqual(['AMBIGUOUS: pizza']);
  });

  test('hidden items are not there', async () => {
    expect(await heard('off the menu')).toEqual({ lines: [], unmatched: ['off the menu'], warnings: [] });
  });

  test('an ordinary word is not taken for a similar dish', async () => {
    expect((await heard('a cake')).lines).toEqual([]);
  });
});

describe('with', () => {
  understands([
    ['margherita with extra cheese', '1 margherita/medium +extra-cheese'],
    ['margherita, add mushrooms', '1 margherita/medium +mushrooms'],
    ['margherita plus olives', '1 margherita/medium +olives'],
    ['margherita with mushrooms, olives and pepperoni', '1 margherita/medium +mushrooms +olives +pepperoni'],
    ['margherita with basil', '1 margherita/medium'],
    ['mushroom margherita', '1 margherita/medium +mushrooms'],
    ['burger with a fried egg and fries', '1 burger +fried-egg', '1 fries/regular'],
    ['burger, well done', '1 burger +well-done'],
    ['burger with extra cheese', '1 burger +cheese'],
    ['burger with double cheese', '1 burger +cheese (double cheese)'],
    ['burger with extra pickles', '1 burger (extra pickles)'],
    ['oat latte', '1 latte +oat-milk'],
    ['latte with oat milk instead of whole milk', '1 latte +oat-milk'],
    ['latte with whole milk', '1 latte'],
    ['an oat milk latte and an espresso', '1 latte +oat-milk', '1 espresso'],
    ['vanilla and chocolate ice cream', '1 ice-cream +vanilla +chocolate'],
    ['burger w/ bacon', '1 burger +bacon'],
  ]);

  test('what the item cannot have is said', async () => {
    expect(await heard('burger with mushrooms')).toEqual({
      lines: ['1 burger'],
      unmatched: ['mushrooms'],
      warnings: ['MODIFIER_NOT_OFFERED: mushrooms'],
    });
  });

  test('so is what nobody has', async () => {
    expect(await heard('burger with truffle')).toEqual({
      lines: ['1 burger'],
      unmatched: ['truffle'],
      warnings: ['MODIFIER_NOT_OFFERED: truffle'],
    });
  });
});

describe('without', () => {
  understands([
    ['burger no onions', '1 burger -onions'],
    ['burger without onions and pickles', '1 burger -onions -pickles'],
    ['burger, hold the onions', '1 burger -onions'],
    ['burger minus pickles', '1 burger -pickles'],
    ['burger w/o lettuce', '1 burger -lettuce'],
    ['burger, leave off the pickles, skip the lettuce', '1 burger -pickles -lettuce'],
    ['burger -onions +cheese', '1 burger +cheese -onions'],
    ["burger, I don't want any onions", '1 burger -onions'],
    ['onion free burger', '1 burger -onions'],
    ['no onions burger', '1 burger -onions'],
    ['burger no onions extra cheese', '1 burger +cheese -onions'],
    ['margherita with no basil and extra cheese', '1 margherita/medium +extra-cheese -basil'],
    ['burger without onions with onions', '1 burger'],
    ['burger no peanuts', '1 burger (no peanuts)'],
    ['burger with no peanuts please and fries', '1 burger (no peanuts)', '1 fries/regular'],
    ['burger, no onions or peanuts, and a coke', '1 burger -onions (no peanuts)', '1 coke/can'],
    ['burger without mushrooms', '1 burger (without mushrooms)'],
    ['a burger, no fries', '1 burger (no fries)'],
    [
      "a burger and a coke, I'm allergic to nuts",
      "1 burger (I'm allergic to nuts)",
      "1 coke/can (I'm allergic to nuts)",
    ],
    ['margherita, basil allergy', '1 margherita/medium (basil allergy)'],
    ['easy on the pickles burger', '1 burger (easy on pickles)'],
  ]);

  test('refusing before ordering refuses nothing', async () => {
    expect(await heard('no, a coke')).toEqual({ lines: ['1 coke/can'], unmatched: ['no'], warnings: [] });
  });
});

describe('some of several', () => {
  understands([
    [
      'two large margheritas, one without basil, and a coke',
      '1 margherita/large',
      '1 margherita/large -basil',
      '1 coke/can',
    ],
    ['two burgers, one without onions and one with cheese', '1 burger -onions', '1 burger +cheese'],
    ['two burgers, one with cheese and the other without onions', '1 burger +cheese', '1 burger -onions'],
    ['three burgers, one with cheese, the other two no onions', '1 burger +cheese', '2 burger -onions'],
    ['three burgers, one with cheese, the rest without onions', '1 burger +cheese', '2 burger -onions'],
    ['three burgers, two of them without pickles', '1 burger', '2 burger -pickles'],
    ['a burger and another without pickles', '1 burger', '1 burger -pickles'],
    ['two lattes, one oat, one soy', '1 latte +oat-milk', '1 latte +soy-milk'],
    ['two burgers, both with extra cheese', '2 burger +cheese'],
    ['three burgers all without onions', '3 burger -onions'],
    ['two burgers both with cheese, one without onions', '1 burger +cheese', '1 burger +cheese -onions'],
    [
      'a margherita and a pepperoni, both with olives',
      '1 margherita/medium +olives',
      '1 pepperoni/medium +olives',
    ],
    ['two margheritas, one large pepperoni', '2 margherita/medium', '1 pepperoni/large'],
  ]);
});

describe('the rules of the menu', () => {
  test('a sold-out dish is no line', async () => {
    expect(await heard('two marinaras and a coke')).toEqual({
      lines: ['1 coke/can'],
      unmatched: ['two marinaras and'],
      warnings: ['SOLD_OUT: two marinaras'],
    });
  });

  test('a sold-out modifier leaves the line', async () => {
    expect(await heard('a margherita with anchovies')).toEqual({
      lines: ['1 margherita/medium'],
      unmatched: ['anchovies'],
      warnings: ['SOLD_OUT: anchovies'],
    });
  });

  test('a required choice is asked for, with its options', async () => {
    const { lines, unmatched, warnings } = await parser.parse('an ice cream', smallMenu);
    expect(lines.map(slip)).toEqual(['1 ice-cream']);
    expect(unmatched).toEqual([]);
    expect(warnings.map(({ code, message }) => [code, message])).toEqual([
      ['CHOICE_REQUIRED', 'Ice Cream: choose Flavours: Vanilla, Chocolate, Strawberry or Pistachio.'],
    ]);
  });

  test('leaving out the only choice asks for another', async () => {
    expect((await heard('latte without whole milk')).warnings).toEqual([
      'CHOICE_REQUIRED: latte without whole milk',
    ]);
  });

  test('no more than a group allows', async () => {
    expect(await heard('ice cream with vanilla, chocolate, strawberry and pistachio')).toEqual({
      lines: ['1 ice-cream +vanilla +chocolate +strawberry'],
      unmatched: ['and pistachio'],
      warnings: ['TOO_MANY_CHOICES: pistachio'],
    });
  });

  test('of two where one may be chosen, the first', async () => {
    expect(await heard('latte with oat milk and soy milk')).toEqual({
      lines: ['1 latte +oat-milk'],
      unmatched: ['and soy milk'],
      warnings: ['TOO_MANY_CHOICES: soy milk'],
    });
  });
});

describe('what is left over', () => {
  test('keeps its place in the text as it was typed', async () => {
    const text = '🍕🍕 ﬁsh Crème bru\u0302le\u0301e, a coke ☕️ und Öl';
    const { unmatched, lines } = await parser.parse(text, smallMenu);
    for (const phrase of [...unmatched, ...lines.map((line) => line.phrase)]) {
      expect(text.slice(phrase.start, phrase.end)).toBe(phrase.text);
    }
    expect(lines.map(({ phrase }) => phrase.text)).toEqual(['a coke']);
    expect(unmatched.map((phrase) => phrase.text)).toContain('☕️ und Öl');
  });

  test('a “no thanks” takes nothing off, and is told', async () => {
    const order = await heard('fries no thanks and a coke');
    expect(order.lines).toEqual(['1 fries/regular', '1 coke/can']);
    expect(order.unmatched).toEqual(['no thanks and']);
  });

  test('has the fillers beside it, those between two phrases with the second', async () => {
    const order = await heard('a burger and a unicorn for me and a dragon please with fries, thanks');
    expect(order.unmatched).toEqual(['and a unicorn', 'for me and a dragon please']);
  });

  test('is told in the order spoken, neighbours together', async () => {
    expect((await heard('two purple unicorns and a coke, dragon')).unmatched).toEqual([
      'two purple unicorns and',
      'dragon',
    ]);
  });

  test('a choice between two is left to the guest', async () => {
    expect(await heard('a coke or an espresso')).toEqual({
      lines: [],
      unmatched: ['a coke or an espresso'],
      warnings: ['AMBIGUOUS: a coke or an espresso'],
    });
  });

  test('says who parsed it, and in what language', async () => {
    const { engine, language } = await parser.parse('', smallMenu);
    expect({ engine, language }).toEqual({ engine: 'in-process', language: 'en' });
  });
});
