import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** In small letters whatever was sent, because ids are compared as texts: with rows, with streams, with oneself. */
export const UUID = new GraphQLScalarType({
  name: 'UUID',
  description: 'The id of anything: 8-4-4-4-12 hexadecimal digits. Answers have small letters.',
  parseValue: readId,
  parseLiteral: (node) => readId(node.kind === Kind.STRING ? node.value : null),
});

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readId(value: unknown): string {
  const id = typeof value === 'string' ? value.toLowerCase() : '';
  if (idForm.test(id)) return id;
  throw new GraphQLError('An id has 8-4-4-4-12 hexadecimal digits.');
}

export const IdempotencyKey = new GraphQLScalarType({
  name: 'IdempotencyKey',
  description:
    'Made by the client for one intention, 1 to 100 characters, and sent again with every retry of it; as the argument, or for the ' +
    'single mutation of a request in the header `Idempotency-Key`. What creates or adds wants one. Kept for 24 hours: a retry answers ' +
    'with what the first call made or changed, as it is now, and `extensions.replayed` names the field.',
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
});

function read(value: unknown): string {
  if (typeof value === 'string' && value.length >= 1 && value.length <= 100) return value;
  throw new GraphQLError('An idempotency key has 1 to 100 characters.');
}
