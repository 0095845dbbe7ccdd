import type { JobHandler } from '../jobs/worker.ts';
import { openSeal } from '../seal.ts';
import { type MailerOptions, openMailer } from './mailer.ts';
import { type Letter, openPost, type Post } from './post.ts';

export interface MailOptions extends MailerOptions {
  /** The first seals letters that wait, any of them opens one. */
  readonly secrets: readonly [string, ...string[]];
}

/** Both ends of the mail: where letters are handed in, and what takes them to the mail server as jobs. */
export function openMail({ secrets, ...options }: MailOptions): { post: Post; deliver: JobHandler } {
  const seal = openSeal(secrets, 'letters');
  const mailer = openMailer(options);
  return {
    post: openPost(seal),
    deliver: ({ id, payload }, signal) =>
      mailer.send(id, JSON.parse(seal.open(payload['sealed'] as string)) as Letter, signal),
  };
}
