import type { GraphQLArgument } from 'graphql';
import { AuditDraft } from '../audit/audit-draft.ts';
import type { Context } from '../viewer.ts';
import { actorOf } from './actor-of.ts';
import { struckOut } from './struck-out.ts';

/** The audit's entry of a field that is about to run. */
export function beginEntry(
  { viewer, requestId, from }: Context,
  field: string,
  known: readonly GraphQLArgument[],
  args: Record<string, unknown>,
  always: boolean,
): AuditDraft {
  const given = struckOut(known, args);
  return new AuditDraft({ ...actorOf(viewer), requestId, askedFrom: from, field, arguments: given, always });
}
