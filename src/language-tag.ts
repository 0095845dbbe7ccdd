import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

export const LanguageTag = new GraphQLScalarType({
  name: 'LanguageTag',
  description: 'A language by BCP 47: de, pt-BR. Up to 35 characters; answers have it in its canonical form.',
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
});

function read(value: unknown): string {
  try {
    if (typeof value === 'string' && value.length <= 35) return Intl.getCanonicalLocales(value)[0]!;
  } catch {}
  throw new GraphQLError('A language is a tag of BCP 47: de, pt-BR.');
}
