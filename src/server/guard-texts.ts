import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { Refusal } from '../errors.ts';
import { keepable } from './keepable.ts';

/** Every query, mutation and subscription refuses texts that the database cannot keep, before anything asks it. */
export function guardTexts(schema: GraphQLSchema): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      if (field.args.length === 0) continue;
      if (field.subscribe) field.subscribe = guarded(field.subscribe);
      else if (field.resolve) field.resolve = guarded(field.resolve);
    }
  }
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, unknown>;

function guarded(resolve: Resolve): Resolve {
  return (source, args, context, info) => {
    if (!keepable(args)) throw new Refusal('BAD_USER_INPUT', 'A text holds a character that cannot be kept.');
    return resolve(source, args, context, info);
  };
}
