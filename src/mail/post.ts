import type { Work } from '../events/transact.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { Seal } from '../seal.ts';

/** A letter of text to one address. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Post {
  /**
   * Sends the letter once the transaction has committed, if it does: soon, again and again while the mail server is away,
   * never within the request's time. After a crash it may go twice, with one Message-ID; it never goes zero times.
   */
  later(tx: Work, letter: Letter): Promise<void>;
}

/** Letters hold addresses and tokens, so they lie in the table of jobs sealed. */
export function openPost(seal: Seal): Post {
  return {
    later: (tx, { to, subject, text }) =>
      enqueue(tx, 'mail', { sealed: seal.close(JSON.stringify({ to, subject, text })) }),
  };
}
