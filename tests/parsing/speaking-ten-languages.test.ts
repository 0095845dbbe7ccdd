import { describe, expect, test } from '@jest/globals';
import type { Conversation } from '../../src/parsing/conversation.ts';
import { inProcessParser } from '../../src/parsing/in-process-parser.ts';
import { languages } from '../../src/parsing/languages.ts';
import { tokenise } from '../../src/parsing/tokenise.ts';
import { slipOf } from './slip-of.ts';
import { translatedDemoMenu } from './translated-demo-menu.ts';

const parser = inProcessParser();
const menu = translatedDemoMenu();
const items = menu.categories.flatMap((category) => category.items);
const coke = items.find(({ title }) => title === 'Coke')!;
const line = {
  id: 'line',
  itemId: coke.id,
  variantId: coke.variants[0]!.id,
  quantity: 2,
  withIds: [],
  withoutIds: [],
  note: null,
  choices: [],
};
const cart: Conversation = { lines: [line], about: ['line'] };

/** What becomes of two cokes, what is answered, and what was not understood. */
async function said(text: string) {
  const { lines, edits, inquiries, allergies, unmatched, language } = await parser.parse(text, menu, cart);
  return {
    language,
    left: unmatched.map((phrase) => phrase.text),
    does: [
      ...lines.map((each) => slipOf(each, menu)),
      ...edits.map(({ line: now }) => (now ? `${now.quantity}` : 'gone')),
      ...inquiries.map(({ about, answers }) => `${about} ${answers.map(({ title }) => title).join()}`),
      ...allergies.map(({ allergen }) => allergen),
    ],
  };
}

describe('a cart is emptied, its last line taken back or had again, and the menu asked', () => {
  test.each([
    [
      'es',
      'cancela todo',
      'olvídalo',
      'otra ronda',
      '¿cuánto cuesta la lasaña?',
      '¿tenéis tiramisú?',
      'soy alérgica a los cacahuetes',
    ],
    [
      'fr',
      'annule tout',
      'oubliez ça',
      'encore une fois',
      'combien coûte la lasagne ?',
      'avez-vous du tiramisu ?',
      'je suis allergique aux cacahuètes',
    ],
    [
      'de',
      'storniere alles',
      'vergiss es',
      'noch eine Runde',
      'was kostet die Lasagne?',
      'habt ihr Tiramisu?',
      'ich bin allergisch gegen Erdnüsse',
    ],
    [
      'it',
      'annulla tutto',
      'lascia perdere',
      'un altro giro',
      'quanto costa la lasagna?',
      'avete il tiramisù?',
      'sono allergico alle arachidi',
    ],
    [
      'pt',
      'cancela tudo',
      'esquece isso',
      'outra rodada',
      'quanto custa a lasanha?',
      'vocês têm tiramisu?',
      'sou alérgico a amendoim',
    ],
    ['zh', '全部取消', '算了', '一样的', '千层面多少钱？', '你们有提拉米苏吗？', '我对花生过敏'],
    [
      'ja',
      '全部キャンセル',
      '取り消して',
      '同じもの',
      'ラザニアはいくらですか？',
      'ティラミスはありますか？',
      'ピーナッツアレルギーです',
    ],
    [
      'ar',
      'الغ كل شيء',
      'احذفه',
      'نفس الطلب',
      'كم سعر اللازانيا؟',
      'هل عندكم تيراميسو؟',
      'لدي حساسية من الفول السوداني',
    ],
    [
      'hi',
      'सब कैंसिल कर दो',
      'उसे हटा दो',
      'वही फिर से',
      'लज़ान्या कितने का है?',
      'क्या आपके पास तिरामिसु है?',
      'मुझे मूंगफली से एलर्जी है',
    ],
  ])('in “%s”', async (language, clear, undo, again, price, have, allergy) => {
    const understood = (...does: string[]) => ({ language, left: [], does });
    expect(await said(clear!)).toEqual(understood('gone'));
    expect(await said(undo!)).toEqual(understood('gone'));
    expect(await said(again!)).toEqual(understood('4'));
    expect(await said(price!)).toEqual(understood('PRICE Lasagne'));
    expect(await said(have!)).toEqual(understood('HAVE Tiramisu'));
    expect((await said(allergy!)).does).toContain('PEANUTS');
  });
});

describe('letters are read however they are typed', () => {
  test.each([
    ['full-width digits', '２コーラ', '2 Coke'],
    ['half-width kana', 'ｺｰﾗ二つ', '2 Coke'],
    ['hiragana', 'こーらを二つ', '2 Coke'],
    ['Arabic digits', '٢ كولا', '2 Coke'],
    ['Persian digits', '۲ كولا', '2 Coke'],
    ['Devanagari digits', '२ कोक', '2 Coke'],
    ['an Arabic article and "and"', 'الكولا والتيراميسو', '1 Coke', '1 Tiramisu'],
    ['vowel marks and strokes', 'كُولَا بدون ثلـــج', '1 Coke -Ice'],
    ['a dish and its sort in one', 'eine Margheritapizza', '1 Margherita pizza'],
    ['umlauts as two letters', 'eine Vier-Kaese-Pizza', '1 Four-cheese pizza'],
  ])('%s', async (_, text, ...slips) => {
    const parsed = await parser.parse(text, menu);
    expect(parsed.lines.map((each) => slipOf(each, menu))).toEqual(slips);
    expect(parsed.unmatched).toEqual([]);
  });
});

describe('what may go unanswered', () => {
  test.each(Object.entries(languages))(
    'in “%s” is few words, none of which counts, refuses or is eaten',
    async (_, load) => {
      const { words } = await load();
      const quiet = new Set(words.quiet);
      const single = new Set([...quiet].flatMap((phrase) => phrase.split(' ')));
      expect(single.size).toBeLessThanOrEqual(most);
      const telling = [
        ...Object.keys(words.numbers),
        ...words.removing,
        ...words.removingAfter,
        ...words.sizes.flat(),
      ];
      expect(telling.filter((phrase) => quiet.has(phrase))).toEqual([]);
      const names = items.map(({ id, title }) => menu.translations.get(id)?.[words.language]?.title ?? title);
      const written = names.map((name) =>
        tokenise(name)
          .map(({ word }) => word)
          .join(' '),
      );
      expect(written.filter((name) => quiet.has(name))).toEqual([]);
    },
  );
});

/** Words, not phrases. */
const most = 150;
