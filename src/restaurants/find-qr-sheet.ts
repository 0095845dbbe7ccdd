import { setImmediate } from 'node:timers/promises';
import { qrSvg } from '../qr-svg.ts';
import { type Context, remembered } from '../viewer.ts';
import { findTables } from './find-tables.ts';
import { guestLink } from './guest-link.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { servesGuests } from './restaurant-access.ts';
import type { Table } from './table.entity.ts';

/**
 * Every table's code on pages to print. HTML, because a browser has the letters of every language that a table may be named in,
 * which the fonts that PDF libraries bring have not. Under every alias it is the same drawing.
 */
export async function findQrSheet(ctx: Context, restaurant: Restaurant): Promise<string> {
  const tables = await findTables(ctx, restaurant.id, servesGuests);
  return remembered(ctx, `sheet ${restaurant.id}`, () => draw(ctx, restaurant, tables));
}

async function draw(
  { rules }: Context,
  { slug, title, locale }: Restaurant,
  tables: readonly Table[],
): Promise<string> {
  const cards: string[] = [];
  for (const { name, code } of tables) {
    const svg = await qrSvg(guestLink(rules.publicUrl, slug, code));
    cards.push(`<figure><h2>${escaped(title)}</h2>${svg}<figcaption>${escaped(name)}</figcaption></figure>`);
    // Hundreds of codes are drawn between other requests, not before them.
    await setImmediate();
  }
  return `<!doctype html>
<html lang="${escaped(locale)}">
<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>
<body>
${cards.join('\n')}
</body>
</html>
`;
}

/** Three cards in a row, four rows on a page of A4; no card is cut in two. */
const style = `
@page { size: A4; margin: 10mm; }
body { margin: 0; font-family: system-ui, sans-serif; text-align: center; }
figure { display: inline-block; box-sizing: border-box; width: 61mm; height: 68mm; margin: 0; padding: 3mm; border: 0.2mm dashed #999;
  break-inside: avoid; vertical-align: top; overflow: hidden; }
h2, figcaption { margin: 0; font-size: 11pt; line-height: 5mm; height: 5mm; overflow: hidden; unicode-bidi: plaintext; }
figcaption { font-size: 14pt; font-weight: bold; line-height: 7mm; height: 7mm; }
svg { width: 48mm; height: 48mm; }
`;

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
