import type { Menu } from '../../src/menus/menu.ts';
import type { ParsedLine } from '../../src/parsing/order-parser.ts';

/** A line in the menu's own names: "2 Margherita pizza/Large -Basil +Mushrooms (no nuts)". The usual size goes without saying. */
export function slipOf(
  { quantity, variantId, itemId, withIds, withoutIds, note }: ParsedLine,
  menu: Menu,
): string {
  const item = menu.categories.flatMap(({ items }) => items).find(({ id }) => id === itemId)!;
  const size = item.variants.find(({ id }) => id === variantId);
  const modifiers = item.modifierGroups.flatMap((group) => group.modifiers);
  const named = (id: string) => modifiers.find((modifier) => modifier.id === id)!.title;
  const parts = [
    `${quantity} ${item.title}${size && !size.isDefault ? `/${size.label}` : ''}`,
    ...withoutIds.map((id) => `-${named(id)}`),
    ...withIds.map((id) => `+${named(id)}`),
  ];
  return [...parts, ...(note === null ? [] : [`(${note})`])].join(' ');
}
