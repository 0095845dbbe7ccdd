import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { findRestaurant } from './find-restaurant.ts';
import { guestLink } from './guest-link.ts';
import { type QrCode, qrCode } from './qr-code.ts';
import { assertRole, servesGuests } from './restaurant-access.ts';
import type { Table } from './table.entity.ts';

/** A table's code, for whoever may put it on the table. An archived table has none. */
export async function findTableQr(ctx: Context, { restaurantId, code, archivedAt }: Table): Promise<QrCode> {
  await assertRole(ctx, restaurantId, servesGuests);
  if (archivedAt) throw notFound();
  const { slug } = await findRestaurant(ctx, restaurantId);
  return qrCode(ctx, guestLink(ctx.rules.publicUrl, slug, code));
}
