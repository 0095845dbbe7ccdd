import { createHash, randomBytes } from 'node:crypto';

export interface NewApiKey {
  readonly token: string;
  readonly hash: string;
}

export interface GivenApiKey {
  readonly id: string;
  readonly hash: string;
}

/** `ck_<id>_<secret>`: recognised at a glance, also by scanners of leaked secrets. Only the secret's hash is stored. */
export const apiKey = {
  make(id: string): NewApiKey {
    const secret = randomBytes(32).toString('base64url');
    return { token: `ck_${id}_${secret}`, hash: hashOf(secret) };
  },

  /** Null: it is something else than a key. */
  read(token: string): GivenApiKey | null {
    const { id, secret } = shape.exec(token)?.groups ?? {};
    return id && secret ? { id, hash: hashOf(secret) } : null;
  },
};

const shape = /^ck_(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(?<secret>[\w-]{43})$/;

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
