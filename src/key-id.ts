import { createHash } from 'node:crypto';

/** The name of a signing key, which tokens carry in the open: it says which key, and nothing of it. */
export function keyId(secret: string): string {
  return createHash('sha256').update(`comanda key id ${secret}`).digest('base64url').slice(0, 12);
}
