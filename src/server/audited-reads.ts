import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { type Context, remembered } from '../viewer.ts';
import { beginEntry } from './begin-entry.ts';

/** They say what the viewer may, and nothing of anybody else. */
const ofTheViewer: ReadonlySet<string> = new Set(['Restaurant.myRole', 'Order.allowedMoves']);

/**
 * What an admin of the platform reads by that right is written down: accounts, the audit, and what lies within restaurants. Only for
 * admins does a field do more than before. Of a subscription it is that it began, not what came.
 */
export function auditedReads(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    // Types of introspection are one for all schemas, and no reading of anything kept.
    if (!isObjectType(type) || isIntrospectionType(type) || type === schema.getMutationType()) continue;
    const prefix = type === schema.getQueryType() ? '' : `${type.name}.`;
    for (const field of Object.values(type.getFields())) {
      const name = `${prefix}${field.name}`;
      if (field.subscribe) field.subscribe = kept(field, field.name, field.subscribe);
      else if (field.resolve && !ofTheViewer.has(name)) field.resolve = kept(field, name, field.resolve);
    }
  }
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, Context, Record<string, unknown>>;

function kept({ args: known }: GraphQLField<unknown, Context>, name: string, resolve: Resolve): Resolve {
  return (source, args, ctx, info) => {
    const reads = ctx.viewer.kind === 'person' && ctx.viewer.admin && isReading(info);
    if (!reads) return resolve(source, args, ctx, info);
    const draft = beginEntry(ctx, name, known, args, false);
    const keep = async (): Promise<unknown> => {
      const answer: unknown = await resolve(source, args, ctx.under(draft), info);
      // The codes of fifty tables are one thing to have read.
      const once = `entry ${name} ${JSON.stringify(args)} ${draft.where}`;
      await remembered(ctx, once, () => draft.close(ctx.em, 'OK'));
      return answer;
    };
    return keep();
  };
}

/** What a mutation answers with is its own, and a message of a stream no reading of its own. */
function isReading({ operation, parentType, schema }: GraphQLResolveInfo): boolean {
  return (
    operation.operation === 'query' ||
    (operation.operation === 'subscription' && parentType === schema.getSubscriptionType())
  );
}
