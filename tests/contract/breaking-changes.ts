import {
  buildASTSchema,
  buildSchema,
  type DirectiveNode,
  findBreakingChanges,
  GraphQLSchema,
  isObjectType,
  parse,
  visit,
} from 'graphql';

/** What clients of the older schema lose in the newer one, a sentence each. What the older one called deprecated may go. */
export function breakingChanges(older: string, newer: string): string[] {
  return findBreakingChanges(withoutDeprecated(older), buildSchema(newer)).map(
    ({ description }) => description,
  );
}

/** The schema as it is for clients that have left everything deprecated behind. */
function withoutDeprecated(sdl: string): GraphQLSchema {
  const leave = ({ directives = [] }: { directives?: readonly DirectiveNode[] }) =>
    directives.some(({ name }) => name.value === 'deprecated') ? null : undefined;
  const document = visit(parse(sdl), {
    FieldDefinition: leave,
    InputValueDefinition: leave,
    EnumValueDefinition: leave,
  });
  return reachable(buildASTSchema(document, { assumeValid: true }));
}

/** Without the types that nothing leads to any more. */
function reachable(schema: GraphQLSchema): GraphQLSchema {
  return new GraphQLSchema({
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
    directives: schema.getDirectives(),
    types: Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && type.getInterfaces().length > 0,
    ),
    assumeValid: true,
  });
}
