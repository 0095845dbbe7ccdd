import type { MenuItem, MenuModifier } from '../../src/menus/menu.ts';
import type { MenuExcerpt } from '../../src/parsing/models/menu-excerpt.ts';
import type { ParsedLine, ParsedOrder, Phrase } from '../../src/parsing/order-parser.ts';
import type { GoldLine, GoldModifier, GoldOrder } from './corpus.ts';

/**
 * The gold answer in the words of the protocol, as a good model would give it. A corpus does not say which words mean what: a line
 * that the rules read too is given the rules' words, and whatever else there is the words that they left over beside it.
 */
export function goldAnswer({ text, expected }: GoldOrder, read: ParsedOrder, excerpt: MenuExcerpt): object {
  const known = [...read.lines];
  const whole = { text, start: 0, end: text.length };
  const open = read.unmatched.length > 0 ? read.unmatched : [whole];
  return {
    lines: expected.map((gold) => {
      const [short, item] = [...excerpt.items].find(([, one]) => same(one.title, gold.item)) ?? [];
      const mine = item && takeNearest(known, gold, item);
      const left = mine ? nearest(open, mine.phrase) : longest(open);
      const words = mine?.phrase ?? left;
      const size = item?.variants.find(({ label }) => same(label, gold.variant ?? ''));
      return {
        words: words.text,
        item: short ?? '',
        size: size ? shortOf(excerpt.sizes, size.id) : null,
        quantity: gold.quantity,
        modifiers: gold.modifiers.flatMap((one) => choices(one, item, mine, { words, left }, excerpt)),
        note: null,
      };
    }),
    notUnderstood: [],
  };
}

/** Of the rules' lines the one that is most like it. */
function takeNearest(known: ParsedLine[], gold: GoldLine, item: MenuItem): ParsedLine | undefined {
  const wanted = new Set(gold.modifiers.flatMap(({ name }) => modifiersOf(item, [name]).map(({ id }) => id)));
  const likeness = ({ variantId, quantity, choices }: ParsedLine) =>
    choices.filter(({ modifierIds }) => wanted.has(modifierIds[0]!)).length * 2 +
    (item.variants.some(({ id, label }) => id === variantId && same(label, gold.variant ?? '')) ? 1 : 0) +
    (quantity === gold.quantity ? 1 : 0);
  const [best] = known
    .filter(({ itemId }) => itemId === item.id)
    .sort((one, other) => likeness(other) - likeness(one));
  if (best) known.splice(known.indexOf(best), 1);
  return best;
}

function nearest(open: readonly Phrase[], to: Phrase): Phrase {
  const distance = ({ start, end }: Phrase) => Math.max(start - to.end, to.start - end);
  return [...open].sort((one, other) => distance(one) - distance(other))[0]!;
}

function longest(open: readonly Phrase[]): Phrase {
  return [...open].sort((one, other) => other.text.length - one.text.length)[0]!;
}

function choices(
  gold: GoldModifier,
  item: MenuItem | undefined,
  mine: ParsedLine | undefined,
  { words, left }: { words: Phrase; left: Phrase },
  excerpt: MenuExcerpt,
): object[] {
  const any = item ? modifiersOf(item, gold.anyOf ?? [gold.name]) : [];
  const isKnown = ({ id }: MenuModifier) =>
    mine?.choices.some(({ modifierIds }) => modifierIds.includes(id)) ?? true;
  const amount = gold.qualifier === 'extra' ? 'EXTRA' : gold.qualifier === 'light' ? 'LIGHT' : null;
  return (gold.negated ? any : any.slice(0, 1)).map((modifier) => ({
    words: isKnown(modifier) ? words.text : left.text,
    modifier: shortOf(excerpt.modifiers, modifier.id),
    wanted: !gold.negated,
    amount,
    count: gold.quantity ?? 1,
  }));
}

function modifiersOf({ modifierGroups }: MenuItem, names: readonly string[]): MenuModifier[] {
  const offered = modifierGroups.flatMap((group) => group.modifiers);
  return names.flatMap((name) => offered.find(({ title }) => same(title, name)) ?? []);
}

function shortOf(names: ReadonlyMap<string, string>, id: string): string {
  return [...names].find(([, each]) => each === id)?.[0] ?? '';
}

function same(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
