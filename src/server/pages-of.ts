import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { PageArgs } from '../page.ts';

/** Every list that is read a page at a time shows so many, unless a client says how many. */
export function pagesOf(schema: GraphQLSchema, size: number): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const names = field.args.map(({ name }) => name);
      if (names.includes('first') && names.includes('last')) field.resolve = sized(field.resolve!, size);
    }
  }
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, unknown, PageArgs>;

function sized(resolve: Resolve, size: number): Resolve {
  return (source, args, context, info) => {
    const said = args.first ?? args.last;
    return resolve(source, said == null ? { ...args, first: size } : args, context, info);
  };
}
