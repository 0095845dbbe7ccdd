import { createHash, randomBytes } from 'node:crypto';

const days = 30;

export interface NewRefreshToken {
  readonly sessionId: string;
  readonly token: string;
  readonly familyHash: string;
  readonly hash: string;
  readonly expiresAt: Date;
}

export interface GivenRefreshToken {
  readonly sessionId: string;
  /** What all tokens of the session have in common: only who has held one of them knows it. */
  readonly family: string;
  readonly familyHash: string;
  readonly hash: string;
}

/** `<session>.<family>.<secret>`: of the two secrets only hashes are stored. */
export const refreshToken = {
  make(sessionId: string, family = random()): NewRefreshToken {
    const secret = random();
    const expiresAt = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
    const token = `${sessionId}.${family}.${secret}`;
    return { sessionId, token, familyHash: hashOf(family), hash: hashOf(secret), expiresAt };
  },

  read(token: string): GivenRefreshToken | null {
    const [sessionId, family, secret, ...rest] = token.split('.');
    if (!sessionId || !family || !secret || rest.length > 0 || !uuid.test(sessionId)) return null;
    return { sessionId, family, familyHash: hashOf(family), hash: hashOf(secret) };
  },
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function random(): string {
  return randomBytes(32).toString('base64url');
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
