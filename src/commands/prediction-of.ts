import type { Menu } from '../menus/menu.ts';
import type { LineChoice, ParsedChoice, Phrase } from '../parsing/order-parser.ts';

/** Lines by the menu's names, in the shape that scorers of orders read. */
export function predictionOf(lines: readonly LineChoice[], unmatched: readonly Phrase[], menu: Menu) {
  const items = menu.categories.flatMap((category) => category.items);
  const groups = items.flatMap((item) => item.modifierGroups);
  const names = new Map(
    groups.flatMap(({ modifiers }) => modifiers.map(({ id, title }) => [id, title] as const)),
  );
  const predictionOfLine = ({ itemId, variantId, quantity, choices }: LineChoice) => {
    const item = items.find(({ id }) => id === itemId)!;
    const variant = item.variants.find(({ id }) => id === variantId);
    return {
      item: item.title,
      quantity,
      ...(variant && { variant: variant.label }),
      modifiers: choices.map((choice) => modifierOf(choice, names)),
    };
  };
  return { lines: lines.map(predictionOfLine), unmatched: unmatched.map(({ text }) => text) };
}

function modifierOf(
  { modifierIds, wanted, amount, count }: ParsedChoice,
  names: ReadonlyMap<string, string>,
) {
  return {
    name: names.get(modifierIds[0]!)!,
    ...(modifierIds.length > 1 && { anyOf: modifierIds.map((id) => names.get(id)!) }),
    ...(!wanted && { negated: true }),
    ...((amount === 'EXTRA' || amount === 'LIGHT') && { qualifier: amount.toLowerCase() }),
    ...(count > 1 && { quantity: count }),
  };
}
