import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';

/** What is for admins of the platform alone does not exist for anybody else. Throws NOT_FOUND. */
export function assertAdmin({ viewer, audit }: Context): void {
  if (viewer.kind !== 'person' || !viewer.admin) throw notFound();
  audit?.about(null, true);
}
