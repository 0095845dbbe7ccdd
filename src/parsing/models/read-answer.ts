import type { MenuItem } from '../../menus/menu.ts';
import { askedChoice } from './asked-choice.ts';
import { askedSize } from './asked-size.ts';
import type { CartExcerpt } from './cart-excerpt.ts';
import { checked } from './checked.ts';
import { fitsGroups } from './fits-groups.ts';
import { lineOfChoices } from './line-of-choices.ts';
import type { MenuExcerpt } from './menu-excerpt.ts';
import type { ModelLine, ModelReading } from './model-reading.ts';
import { readChanges } from './read-changes.ts';
import { type Place, stretches } from './stretches.ts';
import { Unusable } from './unusable.ts';

const longestAnswer = 100_000;
const mostLines = 100;
/** Nobody orders more dishes than they say words; where those are not parted by spaces, signs. */
const word = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{M}\p{N}]+|\p{Extended_Pictographic}/gu;
const longestNote = 200;

/** Checks every word of a model's answer. A string says, for the log, what is wrong with it. `cart`: as it was shown; null: it was not. */
export function readAnswer(
  answer: string,
  text: string,
  excerpt: MenuExcerpt,
  cart: CartExcerpt | null = null,
): ModelReading | string {
  try {
    return readingOf(parsed(answer), text, excerpt, cart);
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

function readingOf(
  answer: unknown,
  text: string,
  excerpt: MenuExcerpt,
  cart: CartExcerpt | null,
): ModelReading {
  const keys = ['lines', ...(cart ? ['changes'] : []), 'notUnderstood'];
  const { lines, changes, notUnderstood } = checked.record(answer, keys);
  const taken: Place[] = [];
  const read: ModelLine[] = [];
  const words = text.match(word)?.length ?? 0;
  for (const line of checked.list(lines, Math.min(mostLines, words))) {
    const each = lineOf(line, text, excerpt, taken);
    taken.push(each.said);
    read.push(each);
  }
  return {
    lines: read,
    changes: cart ? readChanges(changes, text, excerpt, cart) : [],
    notUnderstood: checked.list(notUnderstood, text.length).map((quote) => checked.quote(quote, text)),
  };
}

function lineOf(line: unknown, text: string, excerpt: MenuExcerpt, taken: readonly Place[]): ModelLine {
  const given = checked.record(line, ['words', 'item', 'size', 'quantity', 'modifiers', 'note']);
  const item = excerpt.items.get(String(given['item']));
  if (!item) throw new Unusable('a foreign item');
  const said = checked.quote(given['words'], text, taken);
  const asked = checked
    .list(given['modifiers'], 100)
    .map((each) => askedChoice(each, item, text, excerpt, said));
  const choices = asked.map(({ choice }) => choice);
  const note = given['note'] === null ? null : checked.quote(given['note'], text);
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
    variantId: given['size'] === null ? usualOf(item) : askedSize(given['size'], item, excerpt),
    quantity: checked.count(given['quantity']),
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

function usualOf({ variants }: MenuItem): string | null {
  return variants.find(({ isDefault }) => isDefault)?.id ?? null;
}
