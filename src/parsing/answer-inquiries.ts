import type { MenuItem } from '../menus/menu.ts';
import { keysIn } from './keys-in.ts';
import type { IndexedItem, MenuIndex } from './menu-index.ts';
import { modifiersOf } from './modifiers-of.ts';
import type { Inquiry, InquiryAnswer } from './order-parser.ts';
import type { NameSpan } from './span.ts';
import type { Asking } from './take-inquiries.ts';
import type { Transcript } from './transcript.ts';

const about = { have: 'HAVE', price: 'PRICE', order: 'ORDER' } as const;
const mostAnswers = 20;

/** Answers questions from the menu; what was ordered is for the cart to say. */
export function answerInquiries(
  askings: readonly Asking[],
  index: MenuIndex,
  transcript: Transcript,
): Inquiry[] {
  return askings.map((asking) => ({
    about: about[asking.about],
    phrase: transcript.phrase(asking),
    answers: answersTo(asking.names, index).slice(0, mostAnswers),
  }));
}

function answersTo(names: readonly NameSpan[], index: MenuIndex): InquiryAnswer[] {
  const sizes = names.filter(({ isSize, items }) => isSize && items.length === 0);
  const answers = new Map<string, InquiryAnswer>();
  for (const name of names) {
    for (const { item } of name.items) answers.set(item.id, answerOf(item, sizes, name.items));
    if (name.items.length > 0) continue;
    for (const { modifier } of index.all.flatMap((item) => modifiersOf(item, keysIn(name)))) {
      const { id, title, price, available } = modifier;
      answers.set(id, { id, title, prices: [{ label: null, amount: price.amount }], available });
    }
  }
  return [...answers.values()];
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
  };
}
