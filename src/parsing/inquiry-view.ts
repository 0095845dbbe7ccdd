import type { Menu } from '../menus/menu.ts';
import { type Money, money } from '../money.ts';
import type { Candidate, Inquiry } from './order-parser.ts';

export interface InquiryView extends Omit<Inquiry, 'answers'> {
  readonly answers: readonly AnswerView[];
}

export interface AnswerView extends Candidate {
  readonly available: boolean;
  readonly prices: readonly { readonly label: string | null; readonly price: Money }[];
}

/** Amounts of a menu as its money. */
export function inquiryView({ currency, locale }: Menu, inquiry: Inquiry): InquiryView {
  return {
    ...inquiry,
    answers: inquiry.answers.map(({ prices, ...answer }) => ({
      ...answer,
      prices: prices.map(({ label, amount }) => ({ label, price: money(amount, currency, locale) })),
    })),
  };
}
