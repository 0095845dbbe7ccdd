import type { MenuItem } from '../../menus/menu.ts';
import type { ParsedChoice } from '../order-parser.ts';
import { fitsGroups } from './fits-groups.ts';
import { lineOfChoices } from './line-of-choices.ts';
import type { MenuExcerpt } from './menu-excerpt.ts';
import type { ModelLine, ModelReading } from './model-reading.ts';
import { placeOfQuote } from './place-of-quote.ts';
import { type Place, stretches } from './stretches.ts';

/** A fault anywhere makes the whole answer worthless: whoever gets one thing wrong may have got all wrong. */
class Unusable extends Error {}

const longestAnswer = 100_000;
const mostLines = 100;
/** Nobody orders more dishes than they say words; where those are not parted by spaces, signs. */
const word = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{M}\p{N}]+|\p{Extended_Pictographic}/gu;
const longestNote = 200;

/** Checks every word of a model's answer. A string says, for the log, what is wrong with it. */
export function readAnswer(answer: string, text: string, excerpt: MenuExcerpt): ModelReading | string {
  try {
    return readingOf(parsed(answer), text, excerpt);
  } catch (error) {
    if (error instanceof Unusable) return error.message;
    throw error;
  }
}

function parsed(answer: string): unknown {
  if (answer.length > longestAnswer) throw new Unusable('an answer too long');
  try {
    return JSON.parse(answer);
  } catch {
    throw new Unusable('no JSON');
  }
}

function readingOf(answer: unknown, text: string, excerpt: MenuExcerpt): ModelReading {
  const { lines, notUnderstood } = recordOf(answer, ['lines', 'notUnderstood']);
  const taken: Place[] = [];
  const read: ModelLine[] = [];
  const words = text.match(word)?.length ?? 0;
  for (const line of listOf(lines, Math.min(mostLines, words))) {
    const each = lineOf(line, text, excerpt, taken);
    taken.push(each.said);
    read.push(each);
  }
  return {
    lines: read,
    notUnderstood: listOf(notUnderstood, text.length).map((quote) => placeOf(quote, text)),
  };
}

function lineOf(line: unknown, text: string, excerpt: MenuExcerpt, taken: readonly Place[]): ModelLine {
  const given = recordOf(line, ['words', 'item', 'size', 'quantity', 'modifiers', 'note']);
  const item = excerpt.items.get(String(given['item']));
  if (!item) throw new Unusable('a foreign item');
  const said = placeOf(given['words'], text, taken);
  const asked = listOf(given['modifiers'], 100).map((each) => choiceOf(each, item, text, excerpt, said));
  const choices = asked.map(({ choice }) => choice);
  const note = given['note'] === null ? null : placeOf(given['note'], text);
  if (note && note.end - note.start > longestNote) throw new Unusable('a note too long');
  const chosen = lineOfChoices(
    item,
    choices,
    asked.map(({ words }) => words),
  );
  if (!chosen || !fitsGroups(item, chosen)) throw new Unusable('choices against the rules of a group');
  const notes = [...chosen.notes, ...(note ? [text.slice(note.start, note.end)] : [])];
  const places = [said, ...asked.map(({ place }) => place), ...(note ? [note] : [])];
  const hull = stretches.hull(places);
  return {
    itemId: item.id,
    variantId: variantOf(given['size'], item, excerpt),
    quantity: wholeOf(given['quantity']),
    withIds: chosen.withIds,
    withoutIds: chosen.withoutIds,
    note: notes.length > 0 ? notes.join(', ') : null,
    choices,
    phrase: { text: text.slice(hull.start, hull.end), ...hull },
    confidence,
    said,
    saidOfChoices: asked.map(({ place }) => place),
    saidOfNote: note,
  };
}

/** It understood words that the rules did not: less sure than they are. */
const confidence = 0.7;

function variantOf(size: unknown, { variants }: MenuItem, { sizes }: MenuExcerpt): string | null {
  if (size === null) return variants.find(({ isDefault }) => isDefault)?.id ?? null;
  const id = sizes.get(String(size));
  if (!id || !variants.some((variant) => variant.id === id)) throw new Unusable('a foreign size');
  return id;
}

interface AskedChoice {
  readonly choice: ParsedChoice;
  readonly place: Place;
  readonly words: string;
}

function choiceOf(
  given: unknown,
  { modifierGroups }: MenuItem,
  text: string,
  { modifiers }: MenuExcerpt,
  near: Place,
): AskedChoice {
  const { words, modifier, wanted, amount, count } = recordOf(given, [
    'words',
    'modifier',
    'wanted',
    'amount',
    'count',
  ]);
  const id = modifiers.get(String(modifier));
  const offered = modifierGroups.flatMap((group) => group.modifiers).find((one) => one.id === id);
  if (!offered) throw new Unusable('a foreign modifier');
  if (typeof wanted !== 'boolean') throw new Unusable('a value of the wrong type');
  if (amount !== null && amount !== 'EXTRA' && amount !== 'LIGHT' && amount !== 'HALF')
    throw new Unusable('a value of the wrong type');
  const place = placeOf(words, text, [], near);
  return {
    choice: { modifierIds: [offered.id], wanted, amount, count: wholeOf(count) },
    place,
    words: text.slice(place.start, place.end),
  };
}

function wholeOf(value: unknown): number {
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 99) return value as number;
  throw new Unusable('a number out of range');
}

function placeOf(quote: unknown, text: string, taken: readonly Place[] = [], near?: Place): Place {
  if (typeof quote !== 'string') throw new Unusable('a value of the wrong type');
  const place = placeOfQuote(text, quote, taken, near);
  if (!place) throw new Unusable('words that nobody said');
  return place;
}

function recordOf(value: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Unusable('a value of the wrong type');
  const own = Object.keys(value);
  if (own.length !== keys.length || !keys.every((key) => Object.hasOwn(value, key)))
    throw new Unusable('other properties than were asked for');
  return value as Readonly<Record<string, unknown>>;
}

function listOf(value: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new Unusable('a value of the wrong type');
  if (value.length > most) throw new Unusable('a list too long');
  return value;
}
