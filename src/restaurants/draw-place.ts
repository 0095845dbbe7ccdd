import { qrSvg } from '../qr-svg.ts';
import type { Context } from '../viewer.ts';
import { findPlace } from './find-place.ts';
import { guestLink } from './guest-link.ts';
import { qrPng } from './qr-png.ts';

/** The code of a printed link, drawn anew; it says the slug as it is now. `pixels` null: as SVG. Throws NOT_FOUND for a dead code. */
export async function drawPlace(
  ctx: Context,
  slug: string,
  tableCode: string | null,
  pixels: number | null,
): Promise<string | Buffer> {
  const { restaurantSlug } = await findPlace(ctx, slug, tableCode);
  const link = guestLink(ctx.rules.publicUrl, restaurantSlug, tableCode);
  return pixels === null ? qrSvg(link) : qrPng(link, pixels);
}
