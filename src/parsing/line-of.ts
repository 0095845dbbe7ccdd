import type { Asked, Wish } from './asked.ts';
import { chooseModifiers } from './choose-modifiers.ts';
import { chooseVariant } from './choose-variant.ts';
import type { Conversation } from './conversation.ts';
import { keepGroupRules } from './keep-group-rules.ts';
import { keysIn } from './keys-in.ts';
import type { LineChoices, SpokenChoice } from './line-choices.ts';
import type { IndexedItem } from './menu-index.ts';
import { modifiersOf } from './modifiers-of.ts';
import { offers } from './offers.ts';
import type { LineChoice, ParsedChoice } from './order-parser.ts';
import type { AmountSpan, NameSpan, Stretch } from './span.ts';
import type { Transcript } from './transcript.ts';

/** Characters; what notes may have that are typed. */
const mostNote = 200;

export interface MadeLine {
  readonly line: LineChoice;
  readonly choices: LineChoices;
  /** Groups that still want a choice. */
  readonly wanting: ReturnType<typeof keepGroupRules>;
  readonly spoken: Stretch[];
  readonly confidence: number;
}

/** One line as spoken, and as it was when it stood in the cart already → choices of the menu that keep its rules. */
export function lineOf(
  asked: Asked,
  quantity: number,
  transcript: Transcript,
  common: readonly string[],
): MadeLine {
  const indexed = asked.name!.items[0]!;
  const { item } = indexed;
  const base = baseOf(asked);
  const before = asked.insteadOf;
  const sizes = [...(asked.like?.sizes ?? []), ...sizesBefore(before, indexed), ...asked.sizes];
  const { variant, taken } = chooseVariant(indexed, sizes, variantOf(base?.variantId ?? null, asked));
  const asWishes = sizes.filter((size) => !taken.includes(size) && offers(indexed, size)).map(wishFor);
  const shared = asked.partOf ?? (base && asked.like ? asked.like : null);
  const kept = before?.wishes.filter(({ keys }) => modifiersOf(indexed, keys).length > 0) ?? [];
  const wishes = [...asWishes, ...kept, ...(shared?.wishes ?? []), ...asked.wishes];
  const choices = chooseModifiers(indexed, wishes, (wish) => transcript.wish(wish), base);
  const wanting = keepGroupRules(item, choices);
  const notes = notesOf(choices.notes, common);
  const line: LineChoice = {
    itemId: item.id,
    variantId: variant?.id ?? null,
    quantity,
    withIds: beyondDefaults(choices),
    withoutIds: [...choices.removed.keys()],
    note: notes.length > 0 ? notes.join(', ') : null,
    choices: overruled(offered(base?.choices ?? [], indexed), choices.spoken.map(spokenChoice)),
  };
  const spoken = [
    ...asked.said,
    // What was said of a line of the cart is that line's to tell.
    ...(asked.partOf?.existing ? [] : (asked.partOf?.said ?? [])),
    // The size of a line it only resembles is that line's to answer for.
    ...taken.filter((size) => asked.sizes.includes(size) || asked.partOf?.sizes.includes(size)),
    ...choices.accepted.flatMap((wish) => wish.said),
  ];
  const confidence = Math.min(asked.name!.confidence, ...taken.map((size) => size.confidence));
  return { line, choices, wanting, spoken, confidence };
}

/** An allergy that finds no room stands with the order all the same. */
function notesOf(own: readonly string[], common: readonly string[]): string[] {
  const notes = [...new Set(own)];
  for (const note of new Set(common)) {
    if (!notes.includes(note) && notes.join(', ').length + note.length < mostNote) notes.push(note);
  }
  return notes;
}

/** What it was in the cart, itself or what it is a part or another of. */
function baseOf({ existing, partOf, like, insteadOf }: Asked): Conversation['lines'][number] | null {
  return existing ?? partOf?.existing ?? like?.existing ?? insteadOf?.existing ?? null;
}

function sizesBefore(before: Asked | null, { sizes }: IndexedItem): NameSpan[] {
  return before?.sizes.filter(({ key, spelling }) => sizes.has(key) || sizes.has(spelling)) ?? [];
}

/** Of another item the size of the same name. */
function variantOf(id: string | null, { name, insteadOf }: Asked): string | null {
  const had = insteadOf?.name?.items
    .flatMap(({ item }) => item.variants)
    .find((variant) => variant.id === id);
  if (!had) return id;
  return name!.items[0]!.item.variants.find(({ label }) => label === had.label)?.id ?? null;
}

function offered(choices: readonly ParsedChoice[], { groups }: IndexedItem): ParsedChoice[] {
  const ids = new Set(groups.flatMap(({ group }) => group.modifiers.map(({ id }) => id)));
  return choices.filter(({ modifierIds }) => modifierIds.every((id) => ids.has(id)));
}

/** "a medium burger": no size of it, but the way it is done. */
function wishFor(size: NameSpan): Wish {
  return {
    how: 'with',
    keys: keysIn(size),
    thing: size,
    amount: null,
    many: 1,
    isAside: false,
    only: null,
    note: [size],
    said: [size],
  };
}

/** What was said later of a modifier counts; leaving off what was only wished for before leaves nothing to say. */
function overruled(before: readonly ParsedChoice[], now: readonly ParsedChoice[]): ParsedChoice[] {
  const isSame = (one: ParsedChoice, other: ParsedChoice) =>
    one.modifierIds.some((id) => other.modifierIds.includes(id));
  const kept = before.filter((one) => !now.some((other) => isSame(one, other)));
  const told = now.filter((one) => one.wanted || !before.some((other) => other.wanted && isSame(one, other)));
  return [...kept, ...told];
}

function spokenChoice({ wish, offered, wanted }: SpokenChoice): ParsedChoice {
  return {
    modifierIds: offered.map(({ modifier }) => modifier.id),
    wanted,
    amount: wish.amount ? amounts[wish.amount.amount] : null,
    count: wish.many,
  };
}

const amounts: Readonly<Record<AmountSpan['amount'], ParsedChoice['amount']>> = {
  plain: 'EXTRA',
  double: 'EXTRA',
  less: 'LIGHT',
  half: 'HALF',
};

function beyondDefaults({ added, again }: LineChoices): string[] {
  const ids = [...added.values()]
    .filter(({ modifier }) => !modifier.isDefault)
    .map(({ modifier }) => modifier.id);
  return [...ids, ...again.filter((id) => added.has(id))];
}
