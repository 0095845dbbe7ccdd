import { Refusal } from '../errors.ts';
import { assertNoOverlap } from '../restaurants/assert-no-overlap.ts';
import { aliasFaults } from './alias-faults.ts';
import type { GroupDocument, ItemDocument, MenuDocument } from './menu-document.ts';
import type { DocumentFault } from './refuse-document.ts';
import type { Translations } from './translations.ts';
import type { Windows } from './windows.ts';

type Path = DocumentFault['path'];
type Entry = {
  readonly entry: { readonly ref: string; readonly translations?: Translations };
  readonly path: Path;
};

const mostItems = 2_000;

/** What is wrong with a document of the right shape. */
export function documentFaults({ categories, modifierGroups }: MenuDocument): DocumentFault[] {
  const placed = <T>(list: readonly T[], ...within: Path) =>
    list.map((entry, index) => ({ entry, path: [...within, index] }));
  const allCategories = placed(categories, 'categories');
  const items = allCategories.flatMap(({ entry, path }) => placed(entry.items, ...path, 'items'));
  const variants = items.flatMap(({ entry, path }) => placed(entry.variants ?? [], ...path, 'variants'));
  const groups = placed(modifierGroups, 'modifierGroups');
  const modifiers = groups.flatMap(({ entry, path }) => placed(entry.modifiers, ...path, 'modifiers'));
  const kinds: readonly (readonly Entry[])[] = [allCategories, items, variants, groups, modifiers];
  const byRef = new Map(modifierGroups.map((group) => [group.ref, group]));
  return [
    ...(items.length > mostItems
      ? [{ path: ['categories'], message: `has ${items.length} items; ${mostItems} are allowed` }]
      : []),
    ...kinds.flatMap((entries) => saidTwice(entries.map(({ entry, path }) => [entry.ref, [...path, 'ref']]))),
    ...saidTwice(allCategories.map(({ entry, path }) => [entry.slug, [...path, 'slug']])),
    ...kinds.flat().flatMap(({ entry, path }) => languages(entry.translations ?? {}, path)),
    ...[...items, ...variants, ...modifiers].flatMap(({ entry, path }) => aliases(entry.aliases ?? [], path)),
    ...[...allCategories, ...items].flatMap(({ entry, path }) => overlaps(entry.windows ?? null, path)),
    ...items.flatMap(({ entry, path }) => [...defaults(entry, path), ...offers(entry, byRef, path)]),
    ...groups.flatMap(({ entry, path }) => range(entry, path)),
  ];
}

function saidTwice(said: readonly (readonly [what: string, path: Path])[]): DocumentFault[] {
  const seen = new Set<string>();
  return said.flatMap(([what, path]) => {
    if (seen.has(what)) return [{ path, message: 'is there twice' }];
    seen.add(what);
    return [];
  });
}

function languages(translations: Translations, path: Path): DocumentFault[] {
  return Object.keys(translations)
    .filter((language) => !isCanonical(language))
    .map((language) => ({
      path: [...path, 'translations', language],
      message: 'is no canonical tag of BCP 47',
    }));
}

function aliases(called: readonly string[], path: Path): DocumentFault[] {
  return aliasFaults(called).map(({ index, message }) => ({ path: [...path, 'aliases', index], message }));
}

function isCanonical(language: string): boolean {
  try {
    return language.length <= 35 && Intl.getCanonicalLocales(language)[0] === language;
  } catch {
    return false;
  }
}

function overlaps(windows: Windows | null, path: Path): DocumentFault[] {
  if (!windows) return [];
  try {
    assertNoOverlap({ weekly: windows, exceptions: [] });
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return (error.facts.fields ?? []).map(({ message }) => ({ path: [...path, 'windows'], message }));
  }
}

function defaults({ variants = [] }: ItemDocument, path: Path): DocumentFault[] {
  const count = variants.filter(({ isDefault }) => isDefault).length;
  if (variants.length === 0 || count === 1) return [];
  return [{ path: [...path, 'variants'], message: `must have one default, not ${count}` }];
}

function offers(
  { modifierGroups = [] }: ItemDocument,
  byRef: ReadonlyMap<string, GroupDocument>,
  path: Path,
): DocumentFault[] {
  const at = (index: number, ...rest: Path): Path => [...path, 'modifierGroups', index, ...rest];
  return [
    ...saidTwice(modifierGroups.map(({ ref }, index) => [ref, at(index, 'ref')])),
    ...modifierGroups.flatMap(({ ref, min, max }, index) => {
      const group = byRef.get(ref);
      if (!group) return [{ path: at(index, 'ref'), message: 'is no group of this document' }];
      return range({ min: min ?? group.min, max: max ?? group.max }, at(index));
    }),
  ];
}

function range({ min, max }: { readonly min: number; readonly max: number }, path: Path): DocumentFault[] {
  return min > max ? [{ path: [...path, 'min'], message: `must not be more than max, ${max}` }] : [];
}
