import { lookup } from 'bcp-47-match';
import type { Menu } from './menu.ts';

/** The language of RFC 4647's lookup among those a menu is translated into. Null: the restaurant's own, also when it is asked for first. */
export function chosenLanguage(
  { locale, languages }: Pick<Menu, 'locale' | 'languages'>,
  wanted: readonly string[],
): string | null {
  if (wanted.length === 0 || languages.length === 0) return null;
  const found = lookup([...languages, locale, new Intl.Locale(locale).language], [...wanted]);
  return found && languages.includes(found) ? found : null;
}
