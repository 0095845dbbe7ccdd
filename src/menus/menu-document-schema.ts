import { weekdays } from '../restaurants/opening-hours.ts';
import { allergens } from './allergens.ts';
import { highestPrice } from './highest-price.ts';

const line = (most: number) => ({
  type: 'string',
  minLength: 1,
  maxLength: most,
  pattern: '^[^\\p{Cc}\\u2028\\u2029]*$',
});
const text = (most: number) => ({ type: ['string', 'null'], maxLength: most });
const key = { type: ['string', 'null'], maxLength: 40, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' };
const price = { type: 'integer', minimum: 0, maximum: highestPrice };
const yesOrNo = { type: 'boolean' };
const count = (least: number, most: number) => ({ type: 'integer', minimum: least, maximum: most });
const own = (least: number) => ({ ...count(least, 50), type: ['integer', 'null'] });
const list = (items: object, maxItems: number) => ({ type: 'array', items, maxItems });

function entry(wanted: readonly string[], properties: object): object {
  return { type: 'object', required: wanted, additionalProperties: false, properties };
}

const ref = { ...line(100), description: 'What another system knows it by, or its id; once per kind.' };

const translations = {
  type: 'object',
  maxProperties: 20,
  description: 'By BCP 47 tag.',
  additionalProperties: entry([], { title: line(100), description: { type: 'string', maxLength: 1000 } }),
};

const titles = {
  type: 'object',
  maxProperties: 20,
  description: 'By BCP 47 tag.',
  additionalProperties: entry(['title'], { title: line(100) }),
};

const aliases = {
  ...list(line(60), 20),
  description:
    'What guests also call it, none twice whatever the accents and capitals. Left out: those that it has stay; an empty list takes them away.',
};

const time = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
const windows = {
  type: ['array', 'null'],
  maxItems: 7,
  items: entry(['day', 'spans'], {
    day: { enum: [...weekdays] },
    spans: list(entry(['from', 'to'], { from: time, to: time }), 4),
  }),
};

const modifier = entry(['ref', 'title'], {
  ref,
  title: line(60),
  price: { type: 'integer', minimum: -highestPrice, maximum: highestPrice },
  isDefault: yesOrNo,
  maxPerLine: count(1, 20),
  aliases,
  translations: titles,
});

const group = entry(['ref', 'title', 'min', 'max', 'modifiers'], {
  ref,
  title: line(60),
  min: count(0, 50),
  max: count(1, 50),
  modifiers: list(modifier, 100),
  translations: titles,
});

const variant = entry(['ref', 'label', 'price'], {
  ref,
  label: line(60),
  price,
  isDefault: yesOrNo,
  aliases,
  translations: titles,
});

const offer = entry(['ref'], { ref, min: own(0), max: own(1) });

const item = entry(['ref', 'title', 'price'], {
  ref,
  title: line(100),
  description: text(1000),
  price,
  featured: yesOrNo,
  hidden: yesOrNo,
  tags: { ...list({ type: 'string', maxLength: 40 }, 20), uniqueItems: true },
  allergens: { type: 'array', items: { enum: [...allergens] }, uniqueItems: true },
  image: { ...line(500), type: ['string', 'null'] },
  taxClass: key,
  station: key,
  windows,
  variants: list(variant, 50),
  modifierGroups: list(offer, 50),
  aliases,
  translations,
});

const category = entry(['ref', 'slug', 'title', 'items'], {
  ref,
  slug: { type: 'string', minLength: 1, maxLength: 60, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
  title: line(100),
  description: text(500),
  hidden: yesOrNo,
  windows,
  items: list(item, 2000),
  translations,
});

/** The JSON Schema of a menu document, as `npm run schema` prints it. What is left out is none, no, or the usual. */
export const menuDocumentSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A menu of Comanda, version 1',
  description: 'What exportMenu gives and importMenu takes: up to 2,000 items. Prices are minor units.',
  ...entry(['format', 'version', 'categories', 'modifierGroups'], {
    format: { const: 'comanda-menu' },
    version: { const: 1 },
    categories: list(category, 200),
    modifierGroups: list(group, 500),
  }),
};
