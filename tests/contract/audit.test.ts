import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  buildSchema,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { everyday } from '../../src/server/everyday.ts';
import { struckOut } from '../../src/server/struck-out.ts';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'));
const mutations = Object.values(schema.getMutationType()!.getFields());

test('what is not kept is a mutation that there is', () => {
  const names = mutations.map(({ name }) => name);
  const gone = [...everyday].filter((name) => !names.includes(name));
  expect(gone.map((name) => `take ${name} off src/server/everyday.ts`)).toEqual([]);
});

const secret = 'a secret of somebody';
const publicNames = ['slug', 'currency', 'timeZone', 'locale'];

test.each(mutations.map((field) => [field.name, field] as const))('no text of %s is kept', (_, { args }) => {
  const given = Object.fromEntries(args.map(({ name, type }) => [name, filled(name, type)]));
  const kept = JSON.stringify(struckOut(args, given));
  expect(kept).not.toContain(secret);
  expect(kept.length).toBeGreaterThan(1);
});

test('ids, choices, numbers and times are kept as they are', () => {
  const { args } = mutations.find(({ name }) => name === 'moveOrder')!;
  const given = { orderId: '0190c9d4-0000-7000-8000-000000000000', to: 'ACCEPTED', expectedVersion: 3 };
  expect(struckOut(args, given)).toEqual(given);
});

/** A secret wherever a text fits. */
function filled(name: string, wanted: GraphQLInputType): unknown {
  const type = getNullableType(wanted);
  if (isListType(type)) return [filled(name, type.ofType)];
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [field.name, filled(field.name, field.type)]),
    );
  }
  if (isEnumType(type)) return type.getValues()[0]!.value;
  if (['Boolean', 'Int', 'Float', 'UUID', 'DateTimeISO'].includes(type.name)) return 1;
  return publicNames.includes(name) ? 'public' : secret;
}
