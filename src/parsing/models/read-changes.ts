import type { MenuItem } from '../../menus/menu.ts';
import type { ConversationLine } from '../conversation.ts';
import type { LineChoice } from '../order-parser.ts';
import { type AskedChoice, askedChoice } from './asked-choice.ts';
import { askedSize } from './asked-size.ts';
import type { CartExcerpt } from './cart-excerpt.ts';
import { changedChoices } from './changed-choices.ts';
import { checked } from './checked.ts';
import { fitsGroups } from './fits-groups.ts';
import type { MenuExcerpt } from './menu-excerpt.ts';
import type { ModelChange } from './model-reading.ts';
import { Unusable } from './unusable.ts';

/** Characters; what notes may have that are typed. */
const longestNote = 200;

/** What a model's answer makes of lines of the cart: each of them once, by words of the guest, and by the menu's rules. Throws Unusable. */
export function readChanges(
  given: unknown,
  text: string,
  excerpt: MenuExcerpt,
  cart: CartExcerpt,
): ModelChange[] {
  const changes = checked.list(given, cart.lines.size).map((change) => changeOf(change, text, excerpt, cart));
  const ids = new Set(changes.map(({ lineId }) => lineId));
  if (ids.size < changes.length) throw new Unusable('a line changed twice');
  return changes;
}

function changeOf(given: unknown, text: string, excerpt: MenuExcerpt, cart: CartExcerpt): ModelChange {
  const asked = checked.record(given, ['words', 'line', 'how', 'quantity', 'size', 'modifiers']);
  const shown = cart.lines.get(String(asked['line']));
  if (!shown) throw new Unusable('a foreign line');
  const { line, item, orderable } = shown;
  const said = checked.quote(asked['words'], text);
  const quantity = asked['quantity'] === null ? null : checked.count(asked['quantity']);
  const variantId = asked['size'] === null ? null : askedSize(asked['size'], item, excerpt);
  const choices = checked
    .list(asked['modifiers'], 100)
    .map((each) => askedChoice(each, item, text, excerpt, said));
  const change = { lineId: line.id, itemId: item.id, said, saidOfChoices: choices.map(({ place }) => place) };
  const changesNothing = quantity === null && variantId === null && choices.length === 0;
  if (asked['how'] === 'REMOVE') {
    if (!changesNothing) throw new Unusable('a line changed that goes');
    return { ...change, line: null };
  }
  if (asked['how'] !== 'CHANGE') throw new Unusable('a value of the wrong type');
  if (changesNothing) throw new Unusable('a change of nothing');
  if (!orderable && (quantity ?? line.quantity) > line.quantity) throw new Unusable('more than is to be had');
  return { ...change, line: changed(line, item, { quantity, variantId, choices }) };
}

interface Wanted {
  readonly quantity: number | null;
  readonly variantId: string | null;
  readonly choices: readonly AskedChoice[];
}

function changed(
  { id, ...line }: ConversationLine,
  item: MenuItem,
  { quantity, variantId, choices }: Wanted,
): LineChoice {
  const { notes, ...chosen } = changedChoices(item, line, choices);
  const after: LineChoice = {
    ...line,
    ...chosen,
    quantity: quantity ?? line.quantity,
    variantId: variantId ?? line.variantId,
    note: [line.note, ...notes].filter(Boolean).join(', ') || null,
    choices: [...line.choices, ...choices.map(({ choice }) => choice)],
  };
  if (after.note && notes.length > 0 && after.note.length > longestNote)
    throw new Unusable('a note too long');
  if (!fitsGroups(item, after)) throw new Unusable('choices against the rules of a group');
  return after;
}
