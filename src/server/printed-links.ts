import type { FastifyInstance } from 'fastify';
import { Refusal } from '../errors.ts';
import { keepable } from './keepable.ts';

/** What printed codes lead to. A code of null is the counter's; each throws NOT_FOUND for a dead one. */
export interface PrintedLinks {
  /** With the slug as it is now, whichever was printed. */
  place(slug: string, code: string | null): Promise<{ readonly restaurantSlug: string }>;
  /** The code itself; of null pixels as SVG, else as PNG. */
  draw(slug: string, code: string | null, pixels: number | null): Promise<string | Buffer>;
}

interface Link {
  Params: { slug: string; code?: string };
  Querystring: { size?: unknown };
}

/** `/r/slug/code` for a table and `/r/slug` for the counter, each with its code as `/qr.svg` and `/qr.png?size=`. */
export function addPrintedLinks(http: FastifyInstance, { place, draw }: PrintedLinks): void {
  for (const path of ['/r/:slug', '/r/:slug/:code']) {
    http.get<Link>(path, async ({ params }, reply) => {
      const { slug, code } = known(params);
      const found = await place(slug, code);
      if (found.restaurantSlug === slug) return found;
      const now = encodeURIComponent(found.restaurantSlug);
      // Not for good: a restaurant may take a slug back. Relative, so that it holds behind any address.
      return reply.redirect(code === null ? now : `../${now}/${encodeURIComponent(code)}`, 307);
    });
    http.get<Link>(`${path}/qr.svg`, async ({ params }, reply) => {
      const { slug, code } = known(params);
      const drawn = await draw(slug, code, null);
      return reply.headers(picture).type('image/svg+xml').send(drawn);
    });
    http.get<Link>(`${path}/qr.png`, async ({ params, query }, reply) => {
      const { slug, code } = known(params);
      const drawn = await draw(slug, code, pixels(query.size));
      return reply.headers(picture).type('image/png').send(drawn);
    });
  }
}

/** Pages of any origin may show it; drawing costs, so nobody asks again at once. */
const picture = {
  'cache-control': 'public, max-age=300',
  'cross-origin-resource-policy': 'cross-origin',
};

function known({ slug, code = null }: Link['Params'] | { slug: string; code: null }) {
  if (!keepable({ slug, code })) throw new Refusal('NOT_FOUND');
  return { slug, code };
}

function pixels(size: unknown = '512'): number {
  const count = typeof size === 'string' && /^\d{3,4}$/.test(size) ? Number(size) : 0;
  if (count < 128 || count > 1024) throw new Refusal('BAD_USER_INPUT', 'size is 128 to 1024, in pixels.');
  return count;
}
