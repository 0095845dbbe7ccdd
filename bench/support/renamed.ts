import type { MenuFile } from '../../src/commands/menu-of-file.ts';
import type { GoldLine, GoldOrder } from './corpus.ts';

export interface Renamed {
  readonly menu: MenuFile;
  /** Those rows in which every name of the answer stands as the menu has it, as they were and with invented names. */
  readonly before: readonly GoldOrder[];
  readonly after: readonly GoldOrder[];
}

/** The menu with an invented name for everything and no other names, and the orders that can be said with them. */
export function renamed(menu: MenuFile, rows: readonly GoldOrder[]): Renamed {
  const called = new Map<string, Set<string>>();
  const call = ({ name, aliases = [] }: { name: string; aliases?: readonly string[] }) => {
    const names = called.get(name) ?? new Set();
    for (const each of [name, ...aliases]) names.add(each.toLowerCase());
    called.set(name, names);
  };
  for (const item of menu.items) {
    call(item);
    for (const variant of item.variants ?? []) call(variant);
  }
  for (const { options } of menu.modifierGroups) for (const option of options) call(option);
  const inventions = new Map([...called.keys()].map((name, at) => [name, invented(at)]));
  const as = (name: string) => inventions.get(name)!;
  const rename = <T extends { readonly name: string }>(entry: T) => ({
    ...entry,
    name: as(entry.name),
    aliases: [],
  });

  const before: GoldOrder[] = [];
  const after: GoldOrder[] = [];
  for (const row of rows) {
    const text = saidWith(row, called, as);
    if (text === null) continue;
    before.push(row);
    after.push({ ...row, text, expected: row.expected.map((line) => lineAs(line, as)), alternatives: [] });
  }
  return {
    menu: {
      ...menu,
      items: menu.items.map((item) => ({ ...rename(item), variants: (item.variants ?? []).map(rename) })),
      modifierGroups: menu.modifierGroups.map((group) => ({ ...group, options: group.options.map(rename) })),
    },
    before,
    after,
  };
}

function lineAs(line: GoldLine, as: (name: string) => string): GoldLine {
  return {
    ...line,
    item: as(line.item),
    ...(line.variant && { variant: as(line.variant) }),
    modifiers: line.modifiers.map((modifier) => ({ ...modifier, name: as(modifier.name) })),
  };
}

/** Null where a name of the answer does not stand in the text, or one word would have to be two things. */
function saidWith(
  { text, expected, alternatives }: GoldOrder,
  called: ReadonlyMap<string, ReadonlySet<string>>,
  as: (name: string) => string,
): string | null {
  const isOpen = expected.some(({ modifiers }) => modifiers.some(({ anyOf }) => anyOf));
  if (isOpen || (alternatives?.length ?? 0) > 0) return null;
  const names = expected.flatMap((line) => [
    line.item,
    ...(line.variant ? [line.variant] : []),
    ...line.modifiers.map(({ name }) => name),
  ]);
  const said = [...new Set(names)].flatMap((name) => {
    const found = [...called.get(name)!]
      .filter((each) => within(text, each))
      .sort((a, b) => b.length - a.length)[0];
    return found === undefined ? [] : [{ name, found }];
  });
  if (said.length < new Set(names).size) return null;
  let changed = ` ${text} `;
  for (const { name, found } of said.sort((a, b) => b.found.length - a.found.length)) {
    if (!within(changed, found)) return null;
    changed = changed.replaceAll(new RegExp(`(?<=\\s)${escaped(found)}(?=\\s)`, 'g'), as(name));
  }
  return changed.trim();
}

function within(text: string, name: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Words of no language, each other than the rest by more than a slip. */
function invented(at: number): string {
  const onsets = ['bl', 'dr', 'fl', 'gr', 'kr', 'pl', 'skr', 'tr', 'vl', 'zw'];
  const middles = ['arv', 'elg', 'imb', 'ond', 'urk', 'ask', 'ewt', 'ilv', 'oxt', 'uzp'];
  const ends = ['anto', 'emiq', 'ibur', 'oqel', 'udax', 'aviz', 'ekop', 'inuw', 'osyf', 'uhig'];
  const word = (n: number) =>
    onsets[n % 10]! + middles[Math.floor(n / 10) % 10]! + ends[(n * 7 + Math.floor(n / 100)) % 10]!;
  const name = word(at);
  return name[0]!.toUpperCase() + name.slice(1);
}
