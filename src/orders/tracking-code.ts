import { randomBytes } from 'node:crypto';

/** 128 random bits in 22 letters and digits, - and _: nobody comes upon one. */
export function trackingCode(): string {
  return randomBytes(16).toString('base64url');
}
