import { Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';

/** Throws BAD_USER_INPUT for a class that the restaurant has no rate for. Who may write its menu holds its row, so none goes meanwhile. */
export async function assertTaxClass(tx: Work, taxClass: string | null | undefined): Promise<void> {
  if (taxClass == null) return;
  const { taxClasses } = await tx.em.findOneOrFail(Restaurant, { id: tx.restaurantId }, { refresh: true });
  if (taxClasses.some(({ key }) => key === taxClass)) return;
  const message = 'The restaurant has no tax class of this key.';
  throw new Refusal('BAD_USER_INPUT', message, { fields: [{ path: 'taxClass', message }] });
}
