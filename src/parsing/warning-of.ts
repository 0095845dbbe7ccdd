import type { ParseWarning, ParseWarningCode, Phrase } from './order-parser.ts';

/** A warning in words a guest can be shown. `names` are the menu's own, the item or group first where there is one. */
export function warningOf(
  code: ParseWarningCode,
  phrase: Phrase,
  names: readonly string[] = [],
): ParseWarning {
  return { code, phrase, message: sentences[code](`“${phrase.text}”`, names) };
}

const sentences: Readonly<Record<ParseWarningCode, (said: string, names: readonly string[]) => string>> = {
  SOLD_OUT: (_, [title]) => `${title} is sold out.`,
  OUTSIDE_WINDOW: (_, [title]) => `${title} is not served at this time.`,
  QUANTITY_OUT_OF_RANGE: (said) => `${said}: a line can be for 1 to 99.`,
  MODIFIER_NOT_OFFERED: (said, [item]) => `${item} cannot be had with ${said}.`,
  CHOICE_REQUIRED: (_, [item, group, ...options]) => `${item}: choose ${group}: ${list(options)}.`,
  TOO_MANY_CHOICES: (said, [item, group, max]) =>
    `${item}: ${said} is more than the ${max} that ${group} allows.`,
  NOT_IN_CART: (said) => `${said} was not ordered.`,
  MODEL_FAILED: () => 'The language model gave no usable answer; the order was read without it.',
  AMBIGUOUS: (said, names) => `${said} could be ${list(names)}.`,
};

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
