import { InviteStaffDocument } from '../../schema/operations.ts';
import type { Role } from '../../src/restaurants/role.ts';
import type { TestApp } from './app.ts';
import type { As } from './as.ts';
import { key, type Place } from './build.ts';
import { tokenIn } from './token-in.ts';

/** An invite, with the token that its letter brought. */
export async function invited(
  app: TestApp,
  { id: restaurantId, owner }: Pick<Place, 'id' | 'owner'>,
  { email, role, by = owner }: { email: string; role: Role; by?: As },
): Promise<{ id: string; token: string }> {
  const input = { restaurantId, email, role };
  const { inviteStaff } = await by.ask(InviteStaffDocument, { input, idempotencyKey: key() });
  return { id: inviteStaff.invite.id, token: tokenIn(await app.mailbox.letterTo(email)) };
}
