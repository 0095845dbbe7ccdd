import type { Wish } from './asked.ts';
import type { LineChoices, Refusal } from './line-choices.ts';
import type { IndexedItem, Named, OfferedModifier } from './menu-index.ts';

/** Wishes → modifiers of the item; a later wish overrules an earlier one. `textOf` reads a wish aloud, for notes. */
export function chooseModifiers(
  item: IndexedItem,
  wishes: readonly Wish[],
  textOf: (wish: Wish) => string,
): LineChoices {
  const choices: LineChoices = { added: new Map(), removed: new Map(), notes: [], accepted: [], refused: [] };
  for (const wish of wishes) {
    const key = wish.keys.find((each) => item.modifiers.has(each));
    const offered = best(item.modifiers.get(key ?? '') ?? []);
    if (wish.how === 'with') add(choices, wish, offered, textOf);
    else leaveOut(choices, wish, offered, textOf);
  }
  return choices;
}

function best(named: readonly Named<OfferedModifier>[]): OfferedModifier[] {
  const full = named.filter(({ grade }) => grade === 'full');
  return (full.length > 0 ? full : named).map(({ thing }) => thing);
}

function add(
  choices: LineChoices,
  wish: Wish,
  offered: readonly OfferedModifier[],
  textOf: (wish: Wish) => string,
): void {
  const chosen = pick(offered, wish);
  const isUnknown = offered.length === 0 && wish.amount?.amount !== 'less';
  if (isUnknown) refuse(choices, wish, 'MODIFIER_NOT_OFFERED');
  else if (offered.length > 0 && !chosen) refuse(choices, wish, 'AMBIGUOUS', titlesOf(offered));
  else if (chosen && !chosen.modifier.available) refuse(choices, wish, 'SOLD_OUT', titlesOf([chosen]));
  else accept(choices, wish, chosen, textOf);
}

function titlesOf(offered: readonly OfferedModifier[]): string[] {
  return offered.map(({ modifier }) => modifier.title);
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
  if (isMore || wish.many > 1) note(choices, textOf(wish));
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
  candidates: readonly string[] = [],
): void {
  choices.refused.push({ wish, code, group: null, candidates });
}
