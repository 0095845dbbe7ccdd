import Negotiator from 'negotiator';

/** What a client would rather read, the best first: more than so many tell no more about anybody. */
const most = 5;

/** The languages of an Accept-Language header in their canonical form. Whatever is none is passed over. */
export function acceptedLanguages(header: string | undefined): readonly string[] {
  if (!header) return none;
  const asked = new Negotiator({ headers: { 'accept-language': header } }).languages();
  return asked.flatMap(canonical).slice(0, most);
}

const none: readonly string[] = Object.freeze([]);

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}
