import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Makes text unreadable to whoever has the database but not the secret. */
export interface Seal {
  close(text: string): string;
  /** Throws when it was closed with another secret, or changed since. */
  open(sealed: string): string;
}

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** The first secret closes, any of them opens: so they can be replaced while letters wait. */
export function openSeal(secrets: readonly [string, ...string[]]): Seal {
  const keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'comanda letters', 32)));
  return {
    close(text) {
      const nonce = randomBytes(nonceBytes);
      const closing = createCipheriv(cipher, keys[0]!, nonce);
      const body = Buffer.concat([closing.update(text, 'utf8'), closing.final()]);
      return Buffer.concat([nonce, closing.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      for (const key of keys) {
        try {
          return decipher(key, bytes);
        } catch {}
      }
      throw new Error('None of the secrets opens it.');
    },
  };
}

function decipher(key: Buffer, bytes: Buffer): string {
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const body = opening.update(bytes.subarray(nonceBytes + tagBytes));
  return Buffer.concat([body, opening.final()]).toString('utf8');
}
