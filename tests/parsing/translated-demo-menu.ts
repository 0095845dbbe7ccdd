import { readFileSync } from 'node:fs';
import { demoMenu } from '../../src/database/demo-menu.ts';
import type { Menu, MenuModifierGroup } from '../../src/menus/menu.ts';
import type { Translations } from '../../src/menus/translations.ts';
import { money } from '../../src/money.ts';

const languages = ['es', 'fr', 'de', 'it', 'pt', 'zh', 'ja', 'ar', 'hi'];
const titles = new Map(languages.map((language) => [language, titlesIn(language)]));
const always = { available: true, backAt: null };

/** The demo restaurant's menu, in English, with what it is called in the other languages. */
export function translatedDemoMenu(): Menu {
  const translations = new Map<string, Translations>();
  let ids = 0;
  const called = (title: string): string => {
    ids++;
    const said = languages.flatMap((language) => {
      const other = titles.get(language)![title];
      return other ? [[language, { title: other }] as const] : [];
    });
    translations.set(`${ids}`, Object.fromEntries(said));
    return `${ids}`;
  };
  const price = money(0, 'EUR', 'en');
  const groups = new Map(
    Object.entries(demoMenu.groups).map(
      ([key, { title, min, max, modifiers }]): [string, MenuModifierGroup] => [
        key,
        {
          ...{ id: called(title), title, min, max },
          modifiers: modifiers.map(({ title, isDefault = false }) => ({
            ...{ id: called(title), title, price, isDefault, maxPerLine: 1 },
            ...always,
          })),
        },
      ],
    ),
  );
  const categories = demoMenu.categories.map(({ slug, title, items }, position) => ({
    ...{ id: called(title), slug, title, description: null, position, hidden: false },
    ...{ windows: null, availableNow: true, nextAvailableAt: null },
    items: items.map((item, at) => ({
      ...{ id: called(item.title), categoryId: slug, title: item.title, description: null, price },
      ...{
        featured: false,
        hidden: item.hidden ?? false,
        available: true,
        windows: null,
        availableNow: true,
      },
      ...{
        nextAvailableAt: null,
        position: at,
        tags: [],
        allergens: [],
        image: null,
        taxClass: null,
        station: null,
      },
      variants: item.variants.map(({ label, isDefault = false }) => ({
        ...{ id: called(label), label, price, isDefault },
        ...always,
      })),
      modifierGroups: item.groups.map((key) => groups.get(key)!),
    })),
  }));
  const { slug, title, currency, locale } = demoMenu.restaurant;
  return {
    ...{ restaurantId: slug, slug, title, currency, locale, version: 1, language: 'en-GB', languages },
    ...{ translations, aliases: new Map(), changesAt: null, categories },
  };
}

function titlesIn(language: string): Record<string, string> {
  const file = new URL(`../../src/database/demo-titles/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}
