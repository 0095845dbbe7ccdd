import type { Letter } from '../mail/post.ts';
import type { Invite } from './invite.entity.ts';
import type { Restaurant } from './restaurant.entity.ts';
import type { Role } from './role.ts';

const posts: Readonly<Record<Role, string>> = {
  OWNER: 'as an owner',
  MANAGER: 'as a manager',
  KITCHEN: 'in the kitchen',
  FLOOR: 'on the floor',
  COURIER: 'as a courier',
};

/** As in every letter, the token stands alone on its line. */
export function inviteLetter(
  publicUrl: string,
  { title }: Pick<Restaurant, 'title'>,
  { email, role }: Pick<Invite, 'email' | 'role'>,
  token: string,
): Letter {
  return {
    to: email,
    subject: `${title} invites you to work there`,
    text: `Hello,

you are invited to work at ${title} ${posts[role]}, at
${publicUrl}
To accept, sign in with this e-mail address and give this code, which is good
once and within 7 days:

    ${token}

If the address has no account yet, register with it first. If you do not know
the restaurant, there is nothing to do.
`,
  };
}
