import type { GraphQLField, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { AuditDraft } from '../audit/audit-draft.ts';
import { Refusal } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { actorOf } from './actor-of.ts';
import { beginEntry } from './begin-entry.ts';
import { everyday } from './everyday.ts';
import { outOfReach } from './out-of-reach.ts';

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
    const draft = beginEntry(ctx, name, known, args, always);
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

/** The answer is the refusal, also when it cannot be written down. */
async function closeRefused(draft: AuditDraft, ctx: Context, error: unknown): Promise<void> {
  const outcome = codeOf(error);
  try {
    if (draft.hasStanding || (await mayBeKept(ctx, outcome))) await draft.close(ctx.em, outcome);
  } catch {
    ctx.warn(`The audit lacks the refusal of request ${ctx.requestId}.`);
  }
}

/**
 * Of who has no part in what they ask for: what is not there for them they can ask for without end, and an account costs nothing, so
 * each would be a row for good. Of the rest some an hour are kept, the others only logged.
 */
async function mayBeKept({ viewer, throttle, warn, requestId }: Context, outcome: string): Promise<boolean> {
  if (outcome === 'NOT_FOUND') return false;
  const who = actorOf(viewer).actorId ?? '';
  try {
    await throttle.pass(['refusal', who]);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    warn(`${who} is refused so often that the audit leaves out request ${requestId}.`);
    return false;
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  return outOfReach(error) ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR';
}
