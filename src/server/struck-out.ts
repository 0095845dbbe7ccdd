import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

/**
 * Arguments as the audit keeps them: ids, choices, numbers and times as they are, every text struck out. Secrets, names,
 * addresses and notes are texts, and so is a type that nobody has thought of yet.
 */
export function struckOut(known: readonly (GraphQLArgument | GraphQLInputField)[], given: Values): Values {
  return Object.fromEntries(
    known.flatMap(({ name, type }) => {
      const value = given[name];
      return value === undefined ? [] : [[name, harmless.has(name) ? short(value) : struck(type, value)]];
    }),
  );
}

function struck(wanted: GraphQLInputType, value: unknown): unknown {
  const type = getNullableType(wanted);
  if (value === null) return null;
  if (isListType(type))
    return (value as unknown[]).slice(0, mostInList).map((one) => struck(type.ofType, one));
  if (isInputObjectType(type)) return struckOut(Object.values(type.getFields()), value as Values);
  return isEnumType(type) || kept.has(type.name) ? value : '***';
}

function short(value: unknown): unknown {
  return typeof value === 'string' ? value.slice(0, 60) : value;
}

/** Scalars that can hold neither a secret nor a word about somebody. */
const kept: ReadonlySet<string> = new Set(['UUID', 'Boolean', 'Int', 'Float', 'DateTimeISO']);

/** Texts that are public anyway, by the names of their fields. */
const harmless: ReadonlySet<string> = new Set(['slug', 'currency', 'timeZone', 'locale']);

const mostInList = 20;
