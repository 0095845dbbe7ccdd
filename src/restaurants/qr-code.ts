import { setImmediate } from 'node:timers/promises';
import { qrSvg } from '../qr-svg.ts';
import { type Context, remembered } from '../viewer.ts';
import { qrPng } from './qr-png.ts';

/** A code to print. It is drawn when it is asked for. */
export interface QrCode {
  readonly url: string;
  readonly svgUrl: string;
  readonly pngUrl: string;
  svg(): Promise<string>;
  png(): Promise<string>;
}

const pixels = 512;

/** Under every alias the same drawing, and one drawing after the other, with other requests between them. */
export function qrCode(ctx: Context, url: string): QrCode {
  return {
    url,
    svgUrl: `${url}/qr.svg`,
    pngUrl: `${url}/qr.png`,
    svg: () => remembered(ctx, `svg ${url}`, () => inTurn(ctx, () => qrSvg(url))),
    png: () => remembered(ctx, `png ${url}`, () => inTurn(ctx, () => png(url))),
  };
}

async function png(url: string): Promise<string> {
  return `data:image/png;base64,${(await qrPng(url, pixels)).toString('base64')}`;
}

function inTurn<T>({ memo }: Context, draw: () => Promise<T>): Promise<T> {
  const before = memo.get('drawing') ?? Promise.resolve();
  const drawn = before.then(() => setImmediate()).then(draw);
  memo.set(
    'drawing',
    drawn.catch(() => {}),
  );
  return drawn;
}
