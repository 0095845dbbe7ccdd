import type { Fact, Work } from '../events/transact.ts';
import { Session } from './session.entity.ts';

/** Ends a person's sessions, or one of them, and answers with what happened, for the caller to tell: sockets close by it. */
export async function endSessions(
  tx: Work,
  personId: string,
  only: { id?: string; not?: string } = {},
): Promise<Fact[]> {
  const id = { ...(only.id ? { $eq: only.id } : {}), ...(only.not ? { $ne: only.not } : {}) };
  const alive = await tx.em.find(Session, {
    personId,
    endedAt: null,
    ...(Object.keys(id).length > 0 ? { id } : {}),
  });
  for (const session of alive) session.endedAt = new Date();
  return alive.map((session) => ({ kind: 'session.ended', subject: session.id }));
}
