import { placeOfQuote } from './place-of-quote.ts';
import type { Place } from './stretches.ts';
import { Unusable } from './unusable.ts';

/** Values of a model's answer, each as it was asked for. Throws Unusable. */
export const checked = {
  /** Exactly these properties. */
  record(value: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Unusable('a value of the wrong type');
    const own = Object.keys(value);
    if (own.length !== keys.length || !keys.every((key) => Object.hasOwn(value, key)))
      throw new Unusable('other properties than were asked for');
    return value as Readonly<Record<string, unknown>>;
  },

  list(value: unknown, most: number): readonly unknown[] {
    if (!Array.isArray(value)) throw new Unusable('a value of the wrong type');
    if (value.length > most) throw new Unusable('a list too long');
    return value;
  },

  /** 1 to 99. */
  count(value: unknown): number {
    if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 99) return value as number;
    throw new Unusable('a number out of range');
  },

  /** Where words of the guest stand. */
  quote(value: unknown, text: string, taken: readonly Place[] = [], near?: Place): Place {
    if (typeof value !== 'string') throw new Unusable('a value of the wrong type');
    const place = placeOfQuote(text, value, taken, near);
    if (!place) throw new Unusable('words that nobody said');
    return place;
  },
};
