/** A statement and its bound values. Values never become part of the text. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

const texts = new WeakMap<TemplateStringsArray, string>();

/** sql`select 1 where id = ${id}` → text with $1 and the values beside it. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  let text = texts.get(strings);
  if (text === undefined) {
    text = strings.reduce((soFar, part, index) => `${soFar}$${index}${part}`);
    texts.set(strings, text);
  }
  return { text, values };
}
