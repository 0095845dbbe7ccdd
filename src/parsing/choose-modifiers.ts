import type { Wish } from './asked.ts';
import type { ConversationLine } from './conversation.ts';
import type { Chosen, LineChoices, Refusal } from './line-choices.ts';
import type { IndexedItem, OfferedModifier } from './menu-index.ts';
import { modifiersOf } from './modifiers-of.ts';
import type { Candidate } from './order-parser.ts';

/** Wishes → modifiers of the item; a later wish overrules an earlier one. `textOf` reads a wish aloud, for notes. */
export function chooseModifiers(
  item: IndexedItem,
  wishes: readonly Wish[],
  textOf: (wish: Wish) => string,
  before: ConversationLine | null = null,
): LineChoices {
  const choices: LineChoices = {
    added: chosenBefore(item, before?.withIds ?? []),
    removed: chosenBefore(item, before?.withoutIds ?? []),
    again: (before?.withIds ?? []).filter((id, at, ids) => ids.indexOf(id) < at),
    notes: before?.note?.split(', ') ?? [],
    accepted: [],
    refused: [],
    spoken: [],
  };
  for (const wish of wishes) {
    const offered = modifiersOf(item, wish.keys);
    if (offered.length > 0)
      choices.spoken.push({
        wish,
        offered: wish.how === 'with' ? (pick(offered, wish) ? [pick(offered, wish)!] : offered) : offered,
        wanted: wish.how === 'with',
      });
    if (wish.how === 'with') add(choices, wish, offered, textOf);
    else leaveOut(choices, wish, offered, textOf);
  }
  keepOnly(item, choices, wishes, textOf);
  return choices;
}

/** "With only lettuce": nothing else of what it comes with; "with only cheese", which it does not come with, is for the kitchen to read. */
function keepOnly(
  { groups }: IndexedItem,
  choices: LineChoices,
  wishes: readonly Wish[],
  textOf: (wish: Wish) => string,
): void {
  const only = wishes.filter((wish) => wish.only !== null);
  const wanted = choices.spoken.filter((each) => each.wanted);
  const meant = wanted.filter(({ wish }) => only.includes(wish)).flatMap(({ offered }) => offered);
  // Where one is chosen, the others are out as it is.
  const kept = meant.filter(({ modifier, group }) => modifier.isDefault || group.max === 1);
  for (const wish of kept.length === 0 ? only : []) note(choices, textOf(wish));
  const ids = new Set(wanted.flatMap(({ offered }) => offered.map(({ modifier }) => modifier.id)));
  for (const { group } of groups) {
    if (group.max === 1 || !kept.some((each) => each.group === group)) continue;
    for (const modifier of group.modifiers)
      if (modifier.isDefault && !ids.has(modifier.id))
        choices.removed.set(modifier.id, { modifier, group, wish: null });
  }
}

function chosenBefore({ groups }: IndexedItem, ids: readonly string[]): Map<string, Chosen> {
  const offered = groups.flatMap(({ group }) => group.modifiers.map((modifier) => ({ modifier, group })));
  return new Map(
    offered
      .filter(({ modifier }) => ids.includes(modifier.id))
      .map((each) => [each.modifier.id, { ...each, wish: null }]),
  );
}

function add(
  choices: LineChoices,
  wish: Wish,
  offered: readonly OfferedModifier[],
  textOf: (wish: Wish) => string,
): void {
  const chosen = pick(offered, wish);
  const isUnknown = offered.length === 0 && wish.amount?.amount !== 'less' && !wish.isAside;
  if (isUnknown) refuse(choices, wish, 'MODIFIER_NOT_OFFERED');
  else if (offered.length > 0 && !chosen) refuse(choices, wish, 'AMBIGUOUS', candidatesOf(offered));
  else if (chosen && !chosen.modifier.available) refuse(choices, wish, 'SOLD_OUT', candidatesOf([chosen]));
  else accept(choices, wish, chosen, textOf);
}

function candidatesOf(offered: readonly OfferedModifier[]): Candidate[] {
  return offered.map(({ modifier: { id, title } }) => ({ id, title }));
}

function accept(
  choices: LineChoices,
  wish: Wish,
  chosen: OfferedModifier | null,
  textOf: (wish: Wish) => string,
): void {
  if (chosen) {
    choices.removed.delete(chosen.modifier.id);
    if (!choices.added.has(chosen.modifier.id)) choices.added.set(chosen.modifier.id, { ...chosen, wish });
  }
  // The ids say whether, never how much.
  const isMore = wish.amount !== null && (wish.amount.amount !== 'plain' || chosen?.modifier.isDefault);
  if (isMore || wish.many > 1 || wish.isAside) note(choices, textOf(wish));
  choices.accepted.push(wish);
}

/** Among namesakes "extra" means the one that is not there already. */
function pick(offered: readonly OfferedModifier[], wish: Wish): OfferedModifier | null {
  if (offered.length < 2) return offered[0] ?? null;
  const wantsDefault = wish.amount === null || wish.amount.amount === 'less';
  const fitting = offered.filter(({ modifier }) => modifier.isDefault === wantsDefault);
  const left = fitting.length > 0 ? fitting : offered;
  const isOneName = left.every(({ modifier }) => modifier.title === left[0]!.modifier.title);
  return left.length === 1 || isOneName ? left[0]! : null;
}

/** All that comes with the item and answers to the name; what does not come with it is still said to the kitchen. */
function leaveOut(
  choices: LineChoices,
  wish: Wish,
  offered: readonly OfferedModifier[],
  textOf: (wish: Wish) => string,
): void {
  const present = wish.amount ? [] : offered.filter(({ modifier }) => modifier.isDefault);
  for (const each of present) choices.removed.set(each.modifier.id, { ...each, wish });
  let isTakenBack = false;
  for (const { modifier } of offered) isTakenBack = choices.added.delete(modifier.id) || isTakenBack;
  if (present.length === 0 && !isTakenBack) note(choices, textOf(wish));
  choices.accepted.push(wish);
}

function note(choices: LineChoices, text: string): void {
  if (!choices.notes.includes(text)) choices.notes.push(text);
}

function refuse(
  choices: LineChoices,
  wish: Wish,
  code: Refusal['code'],
  candidates: readonly Candidate[] = [],
): void {
  choices.refused.push({ wish, code, group: null, candidates });
}
