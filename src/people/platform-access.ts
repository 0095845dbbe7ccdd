import { notFound, Refusal } from '../errors.ts';
import type { Context } from '../viewer.ts';

/** What is for admins of the platform alone does not exist for anybody else. Throws NOT_FOUND, or SECOND_FACTOR_REQUIRED. */
export function assertAdmin({ viewer, audit, rules }: Context): void {
  if (viewer.kind !== 'person' || !viewer.admin) throw notFound();
  if (rules.requireSecondFactor && !viewer.secondFactor) throw new Refusal('SECOND_FACTOR_REQUIRED');
  audit?.about(null, true);
}
