import type { MenuItem } from '../../menus/menu.ts';
import type { ParsedChoice } from '../order-parser.ts';
import { checked } from './checked.ts';
import type { MenuExcerpt } from './menu-excerpt.ts';
import type { Place } from './stretches.ts';
import { Unusable } from './unusable.ts';

export interface AskedChoice {
  readonly choice: ParsedChoice;
  readonly place: Place;
  readonly words: string;
}

/** A modifier as a model answers it: one that the item is offered with. Throws Unusable. */
export function askedChoice(
  given: unknown,
  { modifierGroups }: MenuItem,
  text: string,
  { modifiers }: MenuExcerpt,
  near: Place,
): AskedChoice {
  const { words, modifier, wanted, amount, count } = checked.record(given, [
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
  const place = checked.quote(words, text, [], near);
  return {
    choice: { modifierIds: [offered.id], wanted, amount, count: checked.count(count) },
    place,
    words: text.slice(place.start, place.end),
  };
}
