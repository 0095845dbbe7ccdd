import type { Statement } from './record-statements.ts';

/** What differs from order to order: given by the request, made anew, or read from the rows. */
export interface Facts {
  readonly cart: string;
  readonly visit: string;
  readonly key: string;
  readonly order: string;
  readonly line0: string;
  readonly line1: string;
  readonly line2: string;
  /** The order is tracked by it. */
  readonly code: string;
  /** The event's. */
  readonly number: number;
  /** The order's. */
  readonly tally: number;
}

/** The statements of one recorded order, with {holes} where its own facts stood. */
export function recipeOf(statements: readonly Statement[], facts: Facts): Statement[] {
  const known = Object.entries(facts);
  const open = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(open);
    const whole = known.find(([, fact]) => fact === value);
    if (whole) return `{${whole[0]}}`;
    if (typeof value !== 'string') return value;
    return known.reduce((text, [name, fact]) => text.replaceAll(String(fact), `{${name}}`), value);
  };
  return statements.map(({ text, values }) => ({ text, values: values.map(open) }));
}

/** A value of a recipe, ready to be filled many times. */
export function filler(value: unknown): (facts: Facts) => unknown {
  if (typeof value !== 'string') return () => value;
  const parts = value.split(/\{(\w+)\}/);
  if (parts.length === 1) return () => value;
  const [before, name, after] = parts as [string, keyof Facts, string];
  if (parts.length === 3 && before === '' && after === '') return (facts) => facts[name];
  return (facts) => parts.map((part, index) => (index % 2 ? facts[part as keyof Facts] : part)).join('');
}
