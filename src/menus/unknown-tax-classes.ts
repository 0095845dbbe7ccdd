import type { Restaurant } from '../restaurants/restaurant.entity.ts';
import type { MenuDocument } from './menu-document.ts';
import type { DocumentFault } from './refuse-document.ts';

/** Items of a class that the restaurant has no rate for: they would silently be taxed at the standard one. */
export function unknownTaxClasses(
  { categories }: MenuDocument,
  { taxClasses }: Pick<Restaurant, 'taxClasses'>,
): DocumentFault[] {
  const known = new Set(taxClasses.map(({ key }) => key));
  return categories.flatMap(({ items }, place) =>
    items.flatMap(({ taxClass }, index) =>
      taxClass == null || known.has(taxClass)
        ? []
        : [
            {
              path: ['categories', place, 'items', index, 'taxClass'],
              message: 'is no tax class of the restaurant',
            },
          ],
    ),
  );
}
