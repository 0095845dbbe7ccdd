import { GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Context } from '../viewer.ts';

/**
 * Of transactions that wait for each other PostgreSQL ends one. Nothing of it has happened, so the mutation is done once more, from its
 * beginning: what it has loaded is looked up anew.
 */
export function undeadlocked(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    field.resolve = once(field.resolve!);
  }
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, Context, Record<string, unknown>>;

function once(resolve: Resolve): Resolve {
  return async (source, args, ctx, info) => {
    try {
      return await resolve(source, args, ctx, info);
    } catch (error) {
      if (!isDeadlock(error)) throw error;
      ctx.memo.clear();
      ctx.em.clear();
      return resolve(source, args, ctx, info);
    }
  };
}

/** PostgreSQL's codes for a deadlock, and for transactions that cannot have happened one after the other. */
const codes: readonly unknown[] = ['40P01', '40001'];

function isDeadlock(error: unknown): boolean {
  if (error instanceof GraphQLError) return isDeadlock(error.originalError);
  return error instanceof Error && codes.includes((error as { code?: unknown }).code);
}
