import QRCode from 'qrcode';

export interface TableQr {
  readonly url: string;
  readonly svg: string;
}

/** Where a table's QR code leads, and the code itself. */
export async function tableQr(publicUrl: string, slug: string, code: string): Promise<TableQr> {
  const url = tableLink(publicUrl, slug, code);
  return { url, svg: await QRCode.toString(url, { type: 'svg', margin: 2 }) };
}

export function tableLink(publicUrl: string, slug: string, code: string): string {
  return `${publicUrl}/r/${encodeURIComponent(slug)}/${encodeURIComponent(code)}`;
}
