import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { longestPassword } from './longest-password.ts';

const derive = promisify(argon2);
/** Never below OWASP's least, 19 MiB in 2 passes; `npm run bench -- passwords` says what it costs. */
const cost = { memory: 19_456, passes: 3, parallelism: 1, tagLength: 32 };

/** Argon2id on the thread pool; the parameters stand in the hash, so they can be raised later. The server hashes by `ctx.passwords`. */
export const password = {
  async hash(secret: string): Promise<string> {
    const nonce = randomBytes(16);
    const tag = await derive('argon2id', { message: normalised(secret), nonce, ...cost });
    const { memory, passes, parallelism } = cost;
    return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
  },

  /** Takes as long for a person who does not exist (null) as for one who does. */
  async matches(secret: string, hash: string | null): Promise<boolean> {
    const [, , , settings, nonce, tag] = (hash ?? nobody).split('$');
    const [memory, passes, parallelism] = settings!.split(',').map((setting) => Number(setting.slice(2)));
    const expected = Buffer.from(tag!, 'base64url');
    const actual = await derive('argon2id', {
      message: normalised(secret),
      nonce: Buffer.from(nonce!, 'base64url'),
      memory: memory!,
      passes: passes!,
      parallelism: parallelism!,
      tagLength: expected.length,
    });
    return timingSafeEqual(actual, expected) && hash !== null;
  },
};

/** One text for what keyboards write in several ways. To normalise takes time that grows with the square of the length, so of a long text this is the beginning. */
function normalised(secret: string): string {
  return secret.slice(0, longestPassword).normalize('NFKC');
}

const nobody = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;
