import { createHash, randomBytes } from 'node:crypto';

const days = 7;

/** What a letter of invitation holds. Only its hash is stored. */
export const inviteToken = {
  make(): { token: string; hash: string; sentAt: Date; expiresAt: Date } {
    const token = randomBytes(32).toString('base64url');
    const sentAt = new Date();
    const expiresAt = new Date(sentAt.getTime() + days * 86_400_000);
    return { token, hash: inviteToken.hashOf(token), sentAt, expiresAt };
  },

  hashOf(token: string): string {
    return createHash('sha256').update(token).digest('base64url');
  },
};
