import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';

/** The id of anything. */
export const UUID = GraphQLUUID;

export const IdempotencyKey = new GraphQLScalarType({
  name: 'IdempotencyKey',
  description:
    'Made by the client for one intention, 1 to 100 characters, and sent again with every retry of it. ' +
    'Kept for 24 hours: a retry answers with what the first call made, as it is now, and `replayed: true`.',
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
});

function read(value: unknown): string {
  if (typeof value === 'string' && value.length >= 1 && value.length <= 100) return value;
  throw new GraphQLError('An idempotency key has 1 to 100 characters.');
}
