import type { Asked, AskedOrder } from './asked.ts';
import type { IndexedItem, MenuIndex } from './menu-index.ts';
import { modifiersOf } from './modifiers-of.ts';
import type { NameSpan } from './span.ts';

/** Narrows names that could be several items, and finds the item of lines that name none, by the sizes and modifiers that were said. */
export function nameItems(order: AskedOrder, index: MenuIndex): AskedOrder {
  const asked: Asked[] = [];
  // Few of the lines of a sentence differ in what they say, and each look goes through the whole menu.
  const found = new Map<string, IndexedItem[]>();
  for (const line of order.asked) {
    if (line.name === null) line.name = unnamed(line, index, found);
    else if (line.name.items.length > 1) line.name = narrowed(line.name, line);
    if (line.name) asked.push(line);
  }
  return { ...order, asked };
}

function narrowed(name: NameSpan, line: Asked): NameSpan {
  const fitting = name.items.filter((item) => fits(item, line));
  return fitting.length > 0 && fitting.length < name.items.length ? { ...name, items: fitting } : name;
}

function unnamed(line: Asked, index: MenuIndex, found: Map<string, IndexedItem[]>): NameSpan | null {
  const said = JSON.stringify([
    line.sizes.map(({ key }) => key),
    line.wishes.map(({ how, keys }) => [how, keys]),
  ]);
  const items = found.get(said) ?? index.all.filter((item) => fits(item, line));
  found.set(said, items);
  if (items.length !== 1) return null;
  const { from, to } = line.sizes[0] ?? line.wishes[0]!.thing;
  return {
    kind: 'name',
    ...{ spelling: '=', key: '', keyWithoutAmount: null, confidence: 0.5 },
    ...{ from, to, items, itemGrade: 'full', modifierGrade: null, isSize: false },
  };
}

function fits(item: IndexedItem, { sizes, wishes }: Asked): boolean {
  return (
    sizes.every(({ key, spelling }) => item.sizes.has(key) || item.sizes.has(spelling)) &&
    wishes.every(({ how, keys }) => how !== 'with' || modifiersOf(item, keys).length > 0)
  );
}
