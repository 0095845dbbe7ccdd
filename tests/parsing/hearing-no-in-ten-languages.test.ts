import { describe, expect, test } from '@jest/globals';
import { afterwards } from '../../src/parsing/afterwards.ts';
import type { Conversation } from '../../src/parsing/conversation.ts';
import { inProcessParser } from '../../src/parsing/in-process-parser.ts';
import { slipOf } from './slip-of.ts';
import { translatedDemoMenu } from './translated-demo-menu.ts';

const parser = inProcessParser();
const menu = translatedDemoMenu();

describe('a "no" is heard before or after what it is about, however short the text', () => {
  test.each([
    ['a burger, no onions', '1 Burger -Onions'],
    ['hamburguesa no cebolla', '1 Burger -Onions'],
    ['burger, cebolla no', '1 Burger -Onions'],
    ['coca no hielo', '1 Coke -Ice'],
    ['burger pas oignons', '1 Burger -Onions'],
    ['un burger, les oignons non', '1 Burger -Onions'],
    ["un burger où il n'y a pas d'oignons", '1 Burger -Onions'],
    ['Burger nicht Zwiebeln', '1 Burger -Onions'],
    ['burger, Zwiebeln nein', '1 Burger -Onions'],
    ['margherita no basilico', '1 Margherita pizza -Basil'],
    ['un hamburger che non abbia cipolla', '1 Burger -Onions'],
    ['burger, la cipolla no', '1 Burger -Onions'],
    ['hambúrguer não cebola', '1 Burger -Onions'],
    ['hambúrguer, cebola não', '1 Burger -Onions'],
    ['hambúrguer que não tenha cebola', '1 Burger -Onions'],
    ['不带洋葱的汉堡', '1 Burger -Onions'],
    ['洋葱不要的汉堡', '1 Burger -Onions'],
    ['コーラは氷もレモンもなしで', '1 Coke -Ice -Lemon slice'],
    ['برغر البصل لا', '1 Burger -Onions'],
    ['برغر ما فيه بصل', '1 Burger -Onions'],
    ['बिना प्याज वाला बर्गर', '1 Burger -Onions'],
    ['बर्गर जिसमें प्याज न हो', '1 Burger -Onions'],
  ])('%s', async (text, slip) => {
    const { lines, unmatched } = await parser.parse(text, menu);
    expect(lines.map((line) => slipOf(line, menu))).toEqual([slip]);
    expect(unmatched).toEqual([]);
  });

  test.each([
    ['dos cocas', '2 Coke'],
    ['tres docenas de cervezas', '36 Lager'],
    ['2 Dutzend Bier', '24 Lager'],
    ['ビール2ダース', '24 Lager'],
  ])('and a number: %s', async (text, slip) => {
    const { lines } = await parser.parse(text, menu);
    expect(lines.map((line) => slipOf(line, menu))).toEqual([slip]);
  });
});

describe('what is said of the cart', () => {
  test.each([
    ['dos cocas, una hamburguesa y un tiramisú', 'quita la coca y la hamburguesa', '1 Tiramisu'],
    ['dos cocas, una hamburguesa y un tiramisú', 'quita la última', '2 Coke', '1 Burger'],
    ['deux cocas, un burger et un tiramisu', 'enlevez le coca, le burger', '1 Tiramisu'],
    ['due coche e una margherita', "togli l'ultima", '2 Coke'],
    ['コーラ二つとハンバーガーとティラミス', 'コーラとハンバーガーをキャンセル', '1 Tiramisu'],
    ['コーラ二つ', 'コーラを三つにしてください', '3 Coke'],
    ['两杯可乐', '可乐改成三杯', '3 Coke'],
    ['दो कोक', 'कोक तीन कर दो', '3 Coke'],
    ['dos cocas', '¿el tiramisú tiene huevo?', '2 Coke'],
    ['due coche', 'nel tiramisù ci sono le uova?', '2 Coke'],
    ['duas cocas', 'o tiramisu leva ovo?', '2 Coke'],
    ['zwei Cola', 'sind in dem Tiramisu Eier?', '2 Coke'],
  ])('after “%s”, “%s”', async (first, then, ...slips) => {
    let cart: Conversation = { lines: [], about: [] };
    let made = 0;
    for (const text of [first, then])
      cart = afterwards(cart, await parser.parse(text, menu, cart), () => `line ${++made}`);
    expect(cart.lines.map((line) => slipOf(line as never, menu))).toEqual(slips);
  });
});

test.each([
  'ich bin Vegetarier',
  'die Rechnung bitte',
  'quiero pagar',
  'où sont les toilettes ?',
  '买单',
  'お会計お願いします',
])('“%s” orders nothing and is told', async (text) => {
  const { lines, unmatched } = await parser.parse(text, menu);
  expect(lines).toEqual([]);
  expect(unmatched).not.toEqual([]);
});
