import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import { examples, given, named } from './attack-names.ts';

/** A field that a client can begin with and that takes the name of something: an id, a slug or a code. */
export interface AttackedField {
  /** `Mutation.moveOrder`. */
  readonly coordinate: string;
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly document: DocumentNode;
  /** The coordinates of what names something: `Mutation.moveOrder.orderId`, `CartLineInput.itemId`. */
  readonly places: readonly string[];
  /** How many values its longest enum has: so many turns take each. Enums in lists only add to what is asked. */
  readonly turns: number;
  /** Arguments that are valid but for what `pick` puts into the places. */
  variables(pick: (place: string) => unknown, turn: number): Record<string, unknown>;
}

/** schema.test.ts sees to it that this is the schema that runs. */
export const schema = buildSchema(
  readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'),
);

const roots = [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!];

export const attackedFields: readonly AttackedField[] = roots.flatMap((root) =>
  Object.values(root.getFields())
    .map((field) => attacked(root.name, field))
    .filter(({ places }) => places.length > 0),
);

/** Fields below the roots that take the name of something: the attack would pass them by. */
export const deeperFields: readonly string[] = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !roots.includes(type))
  .flatMap((type) =>
    Object.values((type as GraphQLObjectType).getFields())
      .filter((field) => seenIn(type.name, field).places.length > 0)
      .map((field) => `${type.name}.${field.name}`),
  );

/** What the names in `attack-names.ts` do not know yet. */
export function nameOf(place: string): string | undefined {
  return named[place] ?? named[place.slice(place.lastIndexOf('.') + 1)];
}

function attacked(root: string, field: GraphQLField<unknown, unknown>): AttackedField {
  const coordinate = `${root}.${field.name}`;
  const operation = root.toLowerCase() as AttackedField['operation'];
  const declared = field.args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
  return {
    coordinate,
    operation,
    document:
      field.args.length > 0
        ? parse(`${operation} Attack(${declared}) { ${field.name}(${passed}) ${selection} }`)
        : parse(`${operation} { ${field.name} ${selection} }`),
    ...seenIn(root, field),
    variables: (pick, turn) =>
      Object.fromEntries(
        field.args.map(({ name, type }) => [name, argumentOf(type, `${coordinate}.${name}`, pick, turn)]),
      ),
  };
}

function seenIn(
  owner: string,
  field: GraphQLField<unknown, unknown>,
): Pick<AttackedField, 'places' | 'turns'> {
  const places = new Set<string>();
  let turns = 1;
  for (const { name, type } of field.args) {
    walk(type, `${owner}.${field.name}.${name}`, {
      place: (place) => places.add(place),
      enumeration: (count) => {
        turns = Math.max(turns, count);
      },
    });
  }
  return { places: [...places], turns };
}

interface Seen {
  place(place: string): void;
  enumeration(count: number): void;
}

/** Every input type once, or those that hold themselves would never end. */
function walk(
  type: GraphQLInputType,
  place: string,
  seen: Seen,
  within: readonly string[] = [],
  listed = false,
): void {
  const bare = getNamedType(type) as GraphQLNamedInputType;
  const inList = listed || String(type).startsWith('[');
  if (isInputObjectType(bare)) {
    if (within.includes(bare.name)) return;
    for (const field of Object.values(bare.getFields())) {
      walk(field.type, `${bare.name}.${field.name}`, seen, [...within, bare.name], inList);
    }
  } else if (isEnumType(bare)) {
    if (!inList) seen.enumeration(bare.getValues().length);
  } else if (names(bare.name, place)) {
    seen.place(place);
  }
}

/** An id, a slug, or a string that is called like one. */
function names(scalar: string, place: string): boolean {
  if (scalar === 'UUID' || scalar === 'ID') return true;
  return scalar === 'String' && /(slug|Slug|Id|Ids|Code)$/.test(place) && !given.includes(place);
}

function argumentOf(
  type: GraphQLInputType,
  place: string,
  pick: (place: string) => unknown,
  turn: number,
): unknown {
  if (isNonNullType(type)) return argumentOf(type.ofType, place, pick, turn);
  const name = place.slice(place.lastIndexOf('.') + 1);
  const bare = getNamedType(type) as GraphQLNamedInputType;
  const isName = !isInputObjectType(bare) && !isEnumType(bare) && names(bare.name, place);
  const example = place in examples ? examples[place] : examples[name];
  if (!isName && example !== undefined) return example;
  if (isListType(type)) {
    const value = argumentOf(type.ofType, place, pick, turn);
    return value === null ? null : [value];
  }
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [
        field.name,
        argumentOf(field.type, `${type.name}.${field.name}`, pick, turn),
      ]),
    );
  }
  if (isName) return pick(place);
  if (isEnumType(type)) return type.getValues()[turn % type.getValues().length]!.name;
  return scalarOf(bare.name, place);
}

function scalarOf(scalar: string, place: string): unknown {
  switch (scalar) {
    case 'String':
      return 'anything';
    case 'Int':
      return 1;
    case 'Boolean':
      return true;
    case 'IdempotencyKey':
      return 'the same every time';
    case 'DateTimeISO':
      return new Date(Date.now() + 86_400_000).toISOString();
  }
  throw new Error(`Say in attack-names.ts what a valid ${scalar} is, for ${place}.`);
}
