import { Secret, TOTP } from 'otpauth';

/** Codes as authenticator apps make them: six digits of SHA-1, new every 30 seconds. */
export const totp = {
  newSecret: (): string => new Secret({ size: 20 }).base32,

  /** What an app reads from a QR code. */
  uri: (secret: string, email: string): string => codesOf(secret, email).toString(),

  /** Whether it looks like a code of an app, wide digits and spaces included; a recovery code never does. */
  couldBe: (code: string): boolean => sixDigits.test(plain(code)),

  /** Which half minute a code is of: now, the one before or the one after; null for every other code. */
  stepOf(secret: string, code: string): number | null {
    // Six characters that are more bytes than digits are would make the comparison throw.
    if (!totp.couldBe(code)) return null;
    const timestamp = Date.now();
    const delta = codesOf(secret, '').validate({ token: plain(code), timestamp, window: 1 });
    return delta === null ? null : Math.floor(timestamp / 30_000) + delta;
  },
};

const sixDigits = /^\d{6}$/;

function plain(code: string): string {
  return code.normalize('NFKC').replaceAll(' ', '');
}

function codesOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Comanda', label, secret: Secret.fromBase32(secret), digits: 6, period: 30 });
}
