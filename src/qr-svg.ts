import QRCode from 'qrcode';

/** A link as a QR code, of any size, with the quiet zone that scanners want. */
export function qrSvg(link: string): Promise<string> {
  return QRCode.toString(link, { type: 'svg', margin: 4 });
}
