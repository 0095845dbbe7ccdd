import type { MenuVariant } from '../menus/menu.ts';
import type { Asked, AskedOrder, Wish } from './asked.ts';
import { chooseModifiers } from './choose-modifiers.ts';
import { keepGroupRules } from './keep-group-rules.ts';
import type { LineChoices } from './line-choices.ts';
import type { IndexedItem } from './menu-index.ts';
import type { ParsedLine, ParseWarning, Phrase } from './order-parser.ts';
import type { NameSpan, Stretch } from './span.ts';
import type { Transcript } from './transcript.ts';
import { warningOf } from './warning-of.ts';

export interface ChosenLines {
  readonly lines: readonly ParsedLine[];
  readonly warnings: readonly ParseWarning[];
  /** Tokens that lines were made of. */
  readonly used: readonly Stretch[];
  /** Lines that could not be had, whole. */
  readonly refused: readonly Stretch[];
}

/** Words → choices from the menu, or why not. */
export function chooseLines(order: AskedOrder, transcript: Transcript): ChosenLines {
  const lines: ParsedLine[] = [];
  const used: Stretch[] = [];
  const refused: Stretch[] = [];
  const warnings = new Map<string, ParseWarning>();
  const warn = (warning: ParseWarning) =>
    warnings.set(`${warning.code} ${warning.phrase.start} ${warning.message}`, warning);
  const common = order.warnings.map((wish) => transcript.wish(wish));
  const told = new Set<Asked>();

  for (const asked of order.asked) {
    const whole = asked.partOf ?? asked;
    const refusal = refusalOf(whole, sizesOf(asked), transcript);
    if (refusal) {
      warn(refusal);
      refused.push(transcript.hull([...everySaid(asked)]));
      continue;
    }
    const quantity = quantityOf(asked);
    if (quantity === 0) continue;
    // A line that its parts used up has its words told with the first of them.
    const isFirstPart = asked.partOf !== null && quantityOf(whole) === 0 && !told.has(whole);
    told.add(whole);
    const said = [...everySaid(asked), ...(isFirstPart ? everySaid(whole) : [])];
    const phrase = transcript.phrase(transcript.hull(said));
    const { line, spoken } = lineOf(asked, quantity, phrase, transcript, common, warn);
    lines.push(line);
    used.push(...spoken);
  }
  if (lines.length > 0) for (const wish of order.warnings) used.push(...wish.said);
  return { lines, warnings: [...warnings.values()], used, refused };
}

function everySaid(asked: Asked): Stretch[] {
  return [...asked.said, ...asked.sizes, ...asked.wishes.flatMap((wish) => wish.said)];
}

function quantityOf(asked: Asked): number {
  if (asked.count === null) return asked.taken > 0 ? 0 : 1;
  return asked.count - asked.taken;
}

function refusalOf(asked: Asked, sizes: readonly NameSpan[], transcript: Transcript): ParseWarning | null {
  const { items } = asked.name!;
  if (items.length > 1) {
    return warningOf('AMBIGUOUS', transcript.phrase(asked.name!), orderable(items));
  }
  const phrase = transcript.phrase(transcript.hull([...asked.said, ...asked.sizes]));
  const { item } = items[0]!;
  if (!item.available) return warningOf('SOLD_OUT', phrase, [item.title]);
  const { variant } = chooseVariant(items[0]!, sizes);
  if (variant && !variant.available)
    return warningOf('SOLD_OUT', phrase, [`${item.title} (${variant.label})`]);
  if (!item.availableNow) return warningOf('OUTSIDE_WINDOW', phrase, [item.title]);
  const count = asked.count ?? 1;
  return count < 1 || count > 99 || asked.taken > 99 ? warningOf('QUANTITY_OUT_OF_RANGE', phrase) : null;
}

/** Candidates worth naming: what is sold out is no answer while something else is. */
function orderable(items: NameSpan['items']): string[] {
  const available = items.filter(({ item }) => item.available);
  return (available.length > 0 ? available : items).map(({ item }) => item.title);
}

function lineOf(
  asked: Asked,
  quantity: number,
  phrase: Phrase,
  transcript: Transcript,
  common: readonly string[],
  warn: (warning: ParseWarning) => void,
): { line: ParsedLine; spoken: Stretch[] } {
  const indexed = asked.name!.items[0]!;
  const { item } = indexed;
  const sizes = sizesOf(asked);
  const { variant, taken } = chooseVariant(indexed, sizes);
  const asWishes = sizes
    .filter((size) => !taken.includes(size) && indexed.modifiers.has(size.key))
    .map(wishFor);
  const wishes = [...asWishes, ...(asked.partOf?.wishes ?? []), ...asked.wishes];
  const choices = chooseModifiers(indexed, wishes, (wish) => transcript.wish(wish));
  const wanting = keepGroupRules(item, choices);
  for (const { wish, code, group, candidates } of choices.refused) {
    const names = code === 'TOO_MANY_CHOICES' ? [item.title, group!.title, String(group!.max)] : candidates;
    warn(
      warningOf(code, transcript.phrase(transcript.hull(wish.said)), names.length > 0 ? names : [item.title]),
    );
  }
  for (const group of wanting) {
    const options = group.modifiers.filter(({ available }) => available).map(({ title }) => title);
    warn(warningOf('CHOICE_REQUIRED', phrase, [item.title, group.title, ...options]));
  }
  const notes = [...choices.notes, ...common];
  const line: ParsedLine = {
    itemId: item.id,
    variantId: variant?.id ?? null,
    quantity,
    withIds: beyondDefaults(choices),
    withoutIds: [...choices.removed.keys()],
    note: notes.length > 0 ? notes.join(', ') : null,
    phrase,
  };
  const spoken = [
    ...asked.said,
    ...(asked.partOf?.said ?? []),
    // The size of a line it only resembles is that line's to answer for.
    ...taken.filter((size) => asked.sizes.includes(size) || asked.partOf?.sizes.includes(size)),
    ...choices.accepted.flatMap((wish) => wish.said),
  ];
  return { line, spoken };
}

function sizesOf(asked: Asked): NameSpan[] {
  return [...(asked.like?.sizes ?? []), ...asked.sizes];
}

/** The last size said that the item has; a size it has not is nobody's. */
function chooseVariant(
  { item, sizes }: IndexedItem,
  said: readonly NameSpan[],
): { variant: MenuVariant | null; taken: NameSpan[] } {
  let variant = item.variants.find(({ isDefault }) => isDefault) ?? item.variants[0] ?? null;
  const taken: NameSpan[] = [];
  for (const size of said) {
    const named = sizes.get(size.key) ?? [];
    const found = named.find(({ grade }) => grade === 'full') ?? (named.length === 1 ? named[0] : undefined);
    if (!found) continue;
    variant = found.thing;
    taken.push(size);
  }
  return { variant, taken };
}

/** "a medium burger": no size of it, but the way it is done. */
function wishFor(size: NameSpan): Wish {
  return { how: 'with', keys: [size.key], thing: size, amount: null, many: 1, note: [size], said: [size] };
}

function beyondDefaults(choices: LineChoices): string[] {
  return [...choices.added.values()]
    .filter(({ modifier }) => !modifier.isDefault)
    .map(({ modifier }) => modifier.id);
}
