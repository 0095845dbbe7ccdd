import { createHash, randomBytes } from 'node:crypto';

const days = 30;

export interface NewRefreshToken {
  readonly sessionId: string;
  readonly token: string;
  readonly hash: string;
  readonly expiresAt: Date;
}

/** `<session>.<secret>`: only the secret's hash is stored. */
export const refreshToken = {
  make(sessionId: string): NewRefreshToken {
    const secret = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
    return { sessionId, token: `${sessionId}.${secret}`, hash: hashOf(secret), expiresAt };
  },

  read(token: string): { sessionId: string; hash: string } | null {
    const [sessionId, secret, ...rest] = token.split('.');
    if (!sessionId || !secret || rest.length > 0 || !uuid.test(sessionId)) return null;
    return { sessionId, hash: hashOf(secret) };
  },
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
