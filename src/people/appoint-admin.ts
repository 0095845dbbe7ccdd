import { randomUUID, randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/core';
import { AuditDraft } from '../audit/audit-draft.ts';
import { Refusal } from '../errors.ts';
import type { Bell } from '../events/bell.ts';
import { transact } from '../events/transact.ts';
import { assertGoodPassword } from './assert-good-password.ts';
import { emailKey } from './email-key.ts';
import type { Passwords } from './passwords.ts';
import { Person } from './person.entity.ts';

/**
 * Whoever runs the server appoints an admin of the platform: a new account, verified, or one that is there. Whether somebody can
 * sign in with it already, and so needs no password, only the database knows: `ask` is called when one is wanted. Throws PASSWORD_REFUSED.
 */
export async function appointAdmin(
  { em, bell, passwords }: { em: EntityManager; bell: Bell; passwords: Passwords },
  email: string,
  ask: () => Promise<string>,
): Promise<'created' | 'raised' | 'was one'> {
  const account = { emailKey: emailKey(email) };
  const known = await em.findOne(Person, account);
  if (known?.suspendedAt) throw new Refusal('FORBIDDEN', 'The platform has suspended this account.');
  const passwordHash = known?.verifiedAt ? null : await passwords.hash(await goodPassword(ask, email));
  const id = known?.id ?? randomUUIDv7();
  const audit = new AuditDraft({ ...operator, requestId: randomUUID() });
  return transact({ em, bell, audit }, id, async (tx) => {
    if (!known) tx.em.create(Person, { ...account, ...nobodyYet(), id, email, passwordHash: passwordHash! });
    const person = known ? await tx.em.findOneOrFail(Person, { id }) : null;
    if (person?.admin && person.verifiedAt) return 'was one';
    if (person) {
      person.admin = true;
      if (passwordHash) tx.em.assign(person, { passwordHash, verifiedAt: new Date() });
    }
    await tx.tell([{ kind: 'account.admin-changed', subject: id, data: { admin: true } }]);
    return person ? 'raised' : 'created';
  });
}

async function goodPassword(ask: () => Promise<string>, email: string): Promise<string> {
  const secret = await ask();
  await assertGoodPassword(secret, email);
  return secret;
}

const operator = {
  actorKind: 'operator',
  actorId: null,
  askedFrom: null,
  field: 'admin:create',
  arguments: {},
  always: true,
} as const;

function nobodyYet() {
  const now = new Date();
  return { name: 'Admin', createdAt: now, admin: true, verifiedAt: now, suspendedAt: null, erasedAt: null };
}
