import type { Letter } from '../mail/post.ts';

type Written = Omit<Letter, 'to'>;

/** What is written to people about their accounts. */
export const letters = {
  accountThere: (publicUrl: string): Written => ({
    subject: 'You have an account already',
    text: `Hello,

somebody, probably you, wanted to register at
${publicUrl}
with this e-mail address. It has an account already, and nothing about it
has changed: sign in with the password you have.

If it was not you, there is nothing to do.
`,
  }),
};
