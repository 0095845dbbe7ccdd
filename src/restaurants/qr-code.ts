import { qrSvg } from '../qr-svg.ts';
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

export function qrCode(url: string): QrCode {
  return {
    url,
    svgUrl: `${url}/qr.svg`,
    pngUrl: `${url}/qr.png`,
    svg: () => qrSvg(url),
    png: async () => `data:image/png;base64,${(await qrPng(url, pixels)).toString('base64')}`,
  };
}
