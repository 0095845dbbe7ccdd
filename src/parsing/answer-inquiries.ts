import type { MenuItem, MenuModifier } from '../menus/menu.ts';
import { keysIn } from './keys-in.ts';
import type { Language } from './language.ts';
import type { IndexedItem, MenuIndex } from './menu-index.ts';
import { modifiersOf } from './modifiers-of.ts';
import type { Inquiry, InquiryAnswer } from './order-parser.ts';
import type { NameSpan } from './span.ts';
import type { Asking } from './take-inquiries.ts';
import type { Transcript } from './transcript.ts';
import { whetherSo } from './whether-so.ts';

const about = { have: 'HAVE', price: 'PRICE', order: 'ORDER', details: 'DETAILS' } as const;
const mostAnswers = 20;

/** Answers questions from the menu; what was ordered is for the cart to say. `talkedOf`: what "it" is. */
export function answerInquiries(
  askings: readonly Asking[],
  talkedOf: IndexedItem | null,
  index: MenuIndex,
  transcript: Transcript,
  language: Language,
): Inquiry[] {
  return askings.map((asking) => {
    const answers =
      asking.about === 'details'
        ? detailsOf(asking, talkedOf, transcript, language)
        : answersTo(asking.names, index);
    return {
      about: about[asking.about],
      phrase: transcript.phrase(asking),
      answers: answers.slice(0, mostAnswers),
    };
  });
}

/** "Is it vegan", "does the burger come with cheese": the items, and what of them was named. */
function detailsOf(
  asking: Asking,
  talkedOf: IndexedItem | null,
  transcript: Transcript,
  language: Language,
): InquiryAnswer[] {
  const { names } = asking;
  const named = names.filter(({ itemGrade, isSize }) => itemGrade !== null && !isSize);
  const full = named.filter(({ itemGrade }) => itemGrade === 'full');
  const items = (full.length > 0 ? full : named).flatMap((name) => name.items);
  const asked = items.length > 0 ? items : talkedOf ? [talkedOf] : [];
  const answers = new Map<string, InquiryAnswer>();
  for (const indexed of asked) {
    const isSo = whetherSo(indexed, asking, transcript, language);
    answers.set(indexed.item.id, { ...answerOf(indexed.item, [], [indexed]), isSo });
    for (const name of names) {
      if (name.itemGrade === 'full') continue;
      for (const { modifier } of modifiersOf(indexed, keysIn(name)))
        answers.set(modifier.id, offerOf(modifier));
    }
  }
  return [...answers.values()];
}

function answersTo(names: readonly NameSpan[], index: MenuIndex): InquiryAnswer[] {
  const sizes = names.filter(({ isSize, items }) => isSize && items.length === 0);
  const answers = new Map<string, InquiryAnswer>();
  const items = names.filter(({ itemGrade }) => itemGrade === 'full').flatMap((name) => name.items);
  for (const name of names) {
    // "A burger with cheese" is no ice cream.
    const offered = name.itemGrade === 'full' ? [] : items.flatMap((item) => modifiersOf(item, keysIn(name)));
    for (const { modifier } of offered) answers.set(modifier.id, offerOf(modifier));
    if (offered.length > 0) continue;
    for (const { item } of name.items) answers.set(item.id, answerOf(item, sizes, name.items));
    if (name.items.length > 0) continue;
    for (const { modifier } of index.all.flatMap((item) => modifiersOf(item, keysIn(name))))
      answers.set(modifier.id, offerOf(modifier));
  }
  return [...answers.values()];
}

function offerOf({ id, title, price, available }: MenuModifier): InquiryAnswer {
  return { id, title, prices: [{ label: null, amount: price.amount }], available, isSo: null };
}

function answerOf(item: MenuItem, said: readonly NameSpan[], items: readonly IndexedItem[]): InquiryAnswer {
  const sizes = items.find((indexed) => indexed.item === item)!.sizes;
  const meant = new Set(said.flatMap((size) => (sizes.get(size.key) ?? []).map(({ thing }) => thing)));
  const variants = meant.size > 0 ? item.variants.filter((variant) => meant.has(variant)) : item.variants;
  return {
    id: item.id,
    title: item.title,
    prices:
      variants.length > 0
        ? variants.map(({ label, price }) => ({ label, amount: price.amount }))
        : [{ label: null, amount: item.price.amount }],
    available: item.availableNow,
    isSo: null,
  };
}
