import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Makes text unreadable to whoever has the database but not the secret. */
export interface Seal {
  close(text: string): string;
  /** Throws when it was closed with another secret, or changed since. */
  open(sealed: string): string;
  /** The same, closed with the newest secret; null when it is already, or when no secret opens it. */
  renew(sealed: string): string | null;
}

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * The first secret closes, any of them opens: so they can be replaced while what they closed is still wanted. `purpose` keeps
 * what was sealed for one thing from being opened as another.
 */
export function openSeal(secrets: readonly [string, ...string[]], purpose: string): Seal {
  const keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', `comanda ${purpose}`, 32)));

  function close(text: string): string {
    const nonce = randomBytes(nonceBytes);
    const closing = createCipheriv(cipher, keys[0]!, nonce);
    const body = Buffer.concat([closing.update(text, 'utf8'), closing.final()]);
    return Buffer.concat([nonce, closing.getAuthTag(), body]).toString('base64url');
  }

  function openWith(keysToTry: readonly Buffer[], sealed: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url');
    for (const key of keysToTry) {
      try {
        return decipher(key, bytes);
      } catch {}
    }
    return null;
  }

  return {
    close,
    open(sealed) {
      const text = openWith(keys, sealed);
      if (text === null) throw new Error('None of the secrets opens it.');
      return text;
    },
    renew(sealed) {
      if (openWith(keys.slice(0, 1), sealed) !== null) return null;
      const text = openWith(keys, sealed);
      return text === null ? null : close(text);
    },
  };
}

function decipher(key: Buffer, bytes: Buffer): string {
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const body = opening.update(bytes.subarray(nonceBytes + tagBytes));
  return Buffer.concat([body, opening.final()]).toString('utf8');
}
