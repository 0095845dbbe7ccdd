import type { Letter } from '../mail/post.ts';

/** Everything but to whom; the address of this server is in it. */
type Written = (publicUrl: string) => Omit<Letter, 'to'>;

/** What is written to people about their accounts. A token stands alone on its line. */
export const letters = {
  verify:
    (token: string): Written =>
    (publicUrl) => ({
      subject: 'Verify your e-mail address',
      text: `Hello,

somebody, probably you, has registered at
${publicUrl}
with this e-mail address. This code verifies it, once, within 24 hours:

    ${token}

If it was not you, there is nothing to do: nobody signs in with this address
unless it is verified.
`,
    }),

  registeredTwice:
    (token: string): Written =>
    (publicUrl) => ({
      subject: 'Choose a password to verify your e-mail address',
      text: `Hello,

somebody, probably you, wants to verify this e-mail address at
${publicUrl}
where it was registered more than once. So that only you know its password, this
code lets you choose a new one, once, within 30 minutes, and verifies the
address by that:

    ${token}

If it was not you, there is nothing to do: nobody signs in with this address
unless it is verified.
`,
    }),

  accountThere: ((publicUrl) => ({
    subject: 'You have an account already',
    text: `Hello,

somebody, probably you, wanted to register at
${publicUrl}
with this e-mail address. It has an account already, and nothing about it
has changed: sign in with the password you have, or ask for a new one.

If it was not you, there is nothing to do.
`,
  })) satisfies Written,

  noAccount: ((publicUrl) => ({
    subject: 'You have no account with this address',
    text: `Hello,

somebody, probably you, asked at
${publicUrl}
for a letter about the account of this e-mail address. It has none: register,
or try another address of yours.

If it was not you, there is nothing to do.
`,
  })) satisfies Written,

  secondFactorOn: ((publicUrl) => ({
    subject: 'Your account takes a second factor',
    text: `Hello,

from now on signing in with this e-mail address at
${publicUrl}
takes a code of your app beside the password.

If it was not you, ask for a new password at once: whoever did it is signed out
by that. And ask whoever runs this service to take the second factor away.
`,
  })) satisfies Written,

  secondFactorOff: ((publicUrl) => ({
    subject: 'Your account takes no second factor any more',
    text: `Hello,

from now on signing in with this e-mail address at
${publicUrl}
takes the password alone.

If it was not you, ask for a new password at once.
`,
  })) satisfies Written,

  reset:
    (token: string): Written =>
    (publicUrl) => ({
      subject: 'Choose a new password',
      text: `Hello,

somebody, probably you, wants a new password for the account that this e-mail
address has at
${publicUrl}
This code lets you choose one, once, within 30 minutes:

    ${token}

If it was not you, there is nothing to do: the password stays as it is.
`,
    }),

  passwordChanged: ((publicUrl) => ({
    subject: 'Your password was changed',
    text: `Hello,

the password of the account that this e-mail address has at
${publicUrl}
was changed just now.

If it was not you, ask for a new password at once: whoever changed it is signed
out by that.
`,
  })) satisfies Written,

  confirmEmail:
    (token: string): Written =>
    (publicUrl) => ({
      subject: 'Confirm your new e-mail address',
      text: `Hello,

somebody, probably you, wants this e-mail address to be that of an account at
${publicUrl}
This code confirms it, once, within an hour:

    ${token}

If it was not you, there is nothing to do.
`,
    }),

  emailChanged: ((publicUrl) => ({
    subject: 'Your account has another e-mail address',
    text: `Hello,

the account that this e-mail address had at
${publicUrl}
has another one now, as somebody who knows its password wanted, and who reads
the letters of the new one.

If it was not you, get in touch with whoever runs this service.
`,
  })) satisfies Written,

  erased: ((publicUrl) => ({
    subject: 'Your account is erased',
    text: `Hello,

the account that this e-mail address had at
${publicUrl}
is erased, as its owner wanted. This is the last letter about it.
`,
  })) satisfies Written,
};
