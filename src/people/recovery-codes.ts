import { createHash, randomInt } from 'node:crypto';

const count = 10;
/** Crockford's: nothing in it looks like another letter. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 random bits each, so a plain hash keeps them. */
export const recoveryCodes = {
  make: (): string[] =>
    Array.from({ length: count }, () => {
      const code = Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('');
      return code.match(/.{4}/g)!.join('-');
    }),

  /** Typed in small letters or without hyphens it is the same code. */
  hash: (code: string): string =>
    createHash('sha256')
      .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
      .digest('base64url'),
};
