import type { Menu, MenuItem } from '../../menus/menu.ts';
import type { Conversation, ConversationLine } from '../conversation.ts';
import type { MenuExcerpt } from './menu-excerpt.ts';

/** What of a cart a model is shown, and what the short names it answers with stand for. */
export interface CartExcerpt {
  readonly text: string;
  readonly lines: ReadonlyMap<string, ShownLine>;
}

export interface ShownLine {
  readonly line: ConversationLine;
  readonly item: MenuItem;
  /** Whether there may be more of it, or another size. */
  readonly orderable: boolean;
}

/** The lines that were put in last: who orders more speaks of those. */
const mostLines = 30;

/**
 * The lines of a cart by the short names of the menu, and which of them was talked of last. No note: people write names into them, and
 * whatever else they like. Null: there is nothing in it that is on the menu.
 */
export function cartExcerpt(
  { lines, about }: Conversation,
  menu: Menu,
  excerpt: MenuExcerpt,
): CartExcerpt | null {
  const onMenu = new Map(
    menu.categories.flatMap(({ items }) => items.map((item) => [item.id, item] as const)),
  );
  const names = {
    items: new Map([...excerpt.items].map(([short, { id }]) => [id, short])),
    parts: new Map([...excerpt.sizes, ...excerpt.modifiers].map(([short, id]) => [id, short])),
  };
  const shown = new Map<string, ShownLine>();
  const told: string[] = [];
  const last: string[] = [];
  for (const line of lines.slice(-mostLines)) {
    const item = onMenu.get(line.itemId);
    if (!item) continue;
    const short = `c${shown.size + 1}`;
    const itemName = names.items.get(item.id);
    shown.set(short, { line, item, orderable: itemName !== undefined });
    if (about.includes(line.id)) last.push(short);
    const parts = [
      ...[line.variantId].map((id) => id && names.parts.get(id)),
      ...line.withIds.map((id) => names.parts.has(id) && `+${names.parts.get(id)}`),
      ...line.withoutIds.map((id) => names.parts.has(id) && `-${names.parts.get(id)}`),
    ];
    const title = itemName ?? `${JSON.stringify(item.title.slice(0, 80))} (no more to be had)`;
    told.push([`${short} ${line.quantity} of ${title}`, ...parts].filter(Boolean).join(' '));
  }
  if (shown.size === 0) return null;
  if (last.length > 0) told.push(`talked of last: ${last.join(', ')}`);
  return { text: told.join('\n'), lines: shown };
}
