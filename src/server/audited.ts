import type { GraphQLArgument, GraphQLField, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { AuditDraft } from '../audit/audit-draft.ts';
import { Refusal } from '../errors.ts';
import type { Context, Viewer } from '../viewer.ts';
import { everyday } from './everyday.ts';
import { outOfReach } from './out-of-reach.ts';
import { struckOut } from './struck-out.ts';

/** Every mutation is written down, but for what everybody does every day: of that, only what an admin does by that right. */
export function audited(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    field.resolve = kept(field, field.resolve!);
  }
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, Context, Record<string, unknown>>;

function kept({ name, args: known }: GraphQLField<unknown, Context>, resolve: Resolve): Resolve {
  const always = !everyday.has(name);
  return async (source, args, ctx, info) => {
    const { viewer } = ctx;
    if (!always && !(viewer.kind === 'person' && viewer.admin)) return resolve(source, args, ctx, info);
    const draft = begin(ctx, name, known, args, always);
    ctx.audit = draft;
    try {
      const answer: unknown = await resolve(source, args, ctx, info);
      await draft.close(ctx.em, 'OK');
      return answer;
    } catch (error) {
      // Whoever shows nothing can be refused as often as they like: each would be a row for good.
      if (viewer.kind === 'person' || viewer.kind === 'service') await closeRefused(draft, ctx, error);
      throw error;
    } finally {
      ctx.audit = null;
    }
  };
}

function begin(
  { viewer, requestId, from }: Context,
  field: string,
  known: readonly GraphQLArgument[],
  args: Record<string, unknown>,
  always: boolean,
): AuditDraft {
  const who = { actorKind: actorKind(viewer), actorId: actorId(viewer) };
  return new AuditDraft({
    ...who,
    requestId,
    askedFrom: from,
    field,
    arguments: struckOut(known, args),
    always,
  });
}

/** The answer is the refusal, also when it cannot be written down. */
async function closeRefused(draft: AuditDraft, ctx: Context, error: unknown): Promise<void> {
  try {
    await draft.close(ctx.em, codeOf(error));
  } catch {
    ctx.warn(`The audit lacks the refusal of request ${ctx.requestId}.`);
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  return outOfReach(error) ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR';
}

function actorKind({ kind }: Viewer) {
  if (kind === 'crew') throw new Error('A crew only watches.');
  return kind;
}

function actorId(viewer: Viewer): string | null {
  if (viewer.kind === 'person') return viewer.personId;
  if (viewer.kind === 'service') return viewer.keyId;
  return viewer.kind === 'guest' ? viewer.visit.id : null;
}
