import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  parse,
} from 'graphql';
import { RestaurantOrderListDocument } from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { bytesByHttp, bytesBySocket } from './access-bytes.ts';
import { type AttackedField, attackedFields, deeperFields, nameOf, schema } from './attack-fields.ts';
import { keys, kindByEnum, narrowed, ofThePlatform, open, publicOfRestaurant } from './attack-names.ts';
import { buildHouse, type House, rowsOf, tenantTables } from './attack-world.ts';

let app: TestApp;
/** Whose ids are tried. */
let theirs: House;
/** Whose owner tries them. */
let mine: House;
/** Every id, slug and code that the database holds of theirs, by its column; a value that several hold is in one of them. */
let stolen: ReadonlyMap<string, string>;

beforeAll(async () => {
  app = await startApp();
  theirs = await buildHouse(app);
  mine = await buildHouse(app);
  stolen = namesIn(theirs);
});

afterAll(() => app.close());

test('there is something to steal in every table of a restaurant', () => {
  for (const house of [theirs, mine]) {
    const empty = tenantTables(app).filter((table) => house.rows[table]!.length === 0);
    expect(empty.map((table) => `let attack-world.ts make a row of ${table}`)).toEqual([]);
  }
});

test('every argument that names something is known', () => {
  const unknown = attackedFields.flatMap(({ places }) => places).filter((place) => !nameOf(place));
  expect(unknown.map((place) => `say in attack-names.ts what ${place} names`)).toEqual([]);
  const begun = deeperFields.filter((field) => !(field in narrowed));
  expect(begun.map((field) => `${field} takes an id: make it a field to begin with`)).toEqual([]);
  expect(Object.keys(narrowed).filter((field) => !deeperFields.includes(field))).toEqual([]);
  const places = attackedFields.flatMap((field) => field.places);
  expect([...Object.keys(open), ...keys].filter((place) => !places.includes(place))).toEqual([]);
});

/** What fields of a restaurant do not do without. */
const argumentsOf: Readonly<Record<string, string>> = { modelUse: '(since: "2030-01-01T00:00:00Z")' };

describe("the orders of one's own restaurant", () => {
  const type = schema.getType(narrowed['Restaurant.orders']!) as GraphQLInputObjectType;
  const ids = Object.keys(type.getFields()).filter((name) => /Ids?$/.test(name));

  test.each(ids)("are none by another's %s", async (name) => {
    const found = async (filter: object) => {
      const { restaurant } = await mine.owner.ask(RestaurantOrderListDocument, { slug: mine.slug, filter });
      return restaurant.orders.edges.length;
    };
    expect(await found({})).toBeGreaterThan(0);
    for (const value of [...stolen.values()].filter((one) => isUuid(one)))
      expect(await found({ [name]: value })).toBe(0);
  });
});

describe("with another restaurant's ids, slugs and codes", () => {
  test.each(attackedFields.map((field) => [field.coordinate, field] as const))(
    '%s answers as if there were nothing',
    async (_, field) => {
      for (const place of field.places.filter((one) => !(one in open))) {
        await attack(field, place);
        await attackSpelt(field, place);
      }
      await attackAtOnce(field);
    },
  );

  test("a restaurant shows nothing of itself but what is everybody's", async () => {
    const { id: _, ...fields } = (schema.getType('Restaurant') as GraphQLObjectType).getFields();
    const told: string[] = [];
    for (const { name, type, args } of Object.values(fields)) {
      const given = argumentsOf[name] ?? '';
      if (!given && args.some((arg) => String(arg.type).endsWith('!') && arg.defaultValue === undefined)) {
        throw new Error(`Restaurant.${name} wants arguments: give them here.`);
      }
      const below = isCompositeType(getNamedType(type)) ? '{ __typename }' : '';
      const document = parse(
        `query ($slug: String!) { restaurant(slug: $slug) { ${name}${given} ${below} } }`,
      );
      const answer = await bytesByHttp(mine.owner, document, { slug: theirs.slug });
      if (!answer.includes('NOT_FOUND')) told.push(name);
    }
    const secret = told.filter((name) => !(name in publicOfRestaurant));
    expect(secret.map((name) => `Restaurant.${name} is told to strangers`)).toEqual([]);
  });

  test('nothing of either restaurant has changed', async () => {
    expect(await rowsOf(app, theirs.id)).toEqual(theirs.rows);
    expect(await rowsOf(app, mine.id)).toEqual(mine.rows);
  });
});

describe('the ids of its own beside them are not what was refused', () => {
  const several = attackedFields.filter(
    ({ coordinate, places }) => places.length > 1 && !ofThePlatform.includes(coordinate),
  );
  let own: House;

  test.each(several.map((field) => [field.coordinate, field] as const))('%s finds them', async (_, field) => {
    own ??= await buildHouse(app, mine.owner);
    if (!(await finds(field, own))) {
      // What was asked before may have taken them away.
      own = await buildHouse(app, mine.owner);
      expect(await finds(field, own)).toBe(true);
    }
  });

  async function finds(field: AttackedField, house: House): Promise<boolean> {
    return !(await ask(field, (place) => ownName(house, place))).includes('NOT_FOUND');
  }
});

/** One place holds what is theirs, the others what is mine: whatever it is, it is answered as if it were not there. */
async function attack(field: AttackedField, place: string): Promise<void> {
  const asking = (value: string, turn: number) =>
    ask(field, (one) => (one === place ? value : ownName(mine, one)), turn);
  const turns = Array.from({ length: field.turns }, (_, turn) => turn);
  const unknown = await Promise.all(turns.map((turn) => asking(nobodys(place), turn)));
  for (const answer of unknown) refused(answer, field, place);
  for (const [index, [kind, value]] of [...stolen].entries()) {
    if (!fits(place, kind)) continue;
    for (const turn of kindByEnum.includes(field.coordinate) ? turns : [index % field.turns]) {
      const answer = await asking(value, turn);
      expect({ place, kind, answer }).toEqual({ place, kind, answer: unknown[turn] });
    }
  }
}

/** What is theirs is no more there when it is written in another way. An answer may repeat what was sent. */
async function attackSpelt(field: AttackedField, place: string): Promise<void> {
  if (/\.(slug|code)$/.test(nameOf(place)!)) return;
  const turns = kindByEnum.includes(field.coordinate) ? field.turns : 1;
  for (const spelt of spellings) {
    for (let turn = 0; turn < turns; turn += 1) {
      const [seen, unknown] = await Promise.all(
        [ownName(theirs, place), randomUUIDv7()].map(spelt).map(async (value) => {
          const answer = await ask(field, (one) => (one === place ? value : ownName(mine, one)), turn);
          return answer.replaceAll(value, '');
        }),
      );
      expect({ place, spelt: spelt('id'), answer: seen }).toEqual({
        place,
        spelt: spelt('id'),
        answer: unknown,
      });
    }
  }
}

/** PostgreSQL reads an id in either. */
const spellings: readonly ((id: string) => string)[] = [(id) => id.toUpperCase(), (id) => `{${id}}`];

/** Everything is theirs, and fits together; over both doors. */
async function attackAtOnce(field: AttackedField): Promise<void> {
  const closed = field.places.filter((place) => !(place in open) && !keys.includes(place));
  if (closed.length === 0) return;
  const pick = (hidden: (place: string) => string) => (place: string) =>
    closed.includes(place) || keys.includes(place) ? hidden(place) : ownName(theirs, place);
  for (const door of field.operation === 'subscription' ? [bySocket] : [byHttp, bySocket]) {
    const seen = await door(
      field,
      pick((place) => ownName(theirs, place)),
    );
    const unknown = await door(field, pick(nobodys));
    refused(unknown, field, closed.join(', '));
    expect(seen).toBe(unknown);
  }
}

function ask(field: AttackedField, pick: (place: string) => string, turn = 0): Promise<string> {
  return (field.operation === 'subscription' ? bySocket : byHttp)(field, pick, turn);
}

function byHttp(field: AttackedField, pick: (place: string) => string, turn = 0): Promise<string> {
  return bytesByHttp(mine.owner, field.document, withVersion(field.variables(pick, turn)));
}

function bySocket(field: AttackedField, pick: (place: string) => string, turn = 0): Promise<string> {
  return bytesBySocket(mine.owner, field.document, withVersion(field.variables(pick, turn)));
}

/** What the owner would see of the own cart: a stale version is refused before the lines are looked at. */
function withVersion(variables: Record<string, unknown>): Record<string, unknown> {
  const cartVersion = mine.rows['cart']![0]!['version'];
  const json = JSON.stringify(variables, (name, value) => (name === 'cartVersion' ? cartVersion : value));
  return JSON.parse(json) as Record<string, unknown>;
}

function refused(answer: string, field: AttackedField, place: string): void {
  if (/\\"code\\":\\"(NOT_FOUND|FORBIDDEN|CHOICE_INVALID)\\"/.test(answer)) return;
  throw new Error(
    `${field.coordinate} answers an unknown ${place} with something else than a refusal of just that: give examples of valid arguments in attack-names.ts, or say there why it is open.\n${answer}`,
  );
}

function nobodys(place: string): string {
  return nameOf(place)!.endsWith('.slug') ? 'nobody-has-this' : randomUUIDv7();
}

function ownName(house: House, place: string): string {
  const [table, column] = nameOf(place)!.split('.') as [string, string];
  if (table === 'restaurant') return column === 'slug' ? house.slug : house.id;
  return house.rows[table]![0]![column] as string;
}

/** Ids go everywhere; slugs and codes only where a string goes. */
function fits(place: string, kind: string): boolean {
  return /\.(slug|code)$/.test(nameOf(place)!) || !/\.(slug|code)$/.test(kind);
}

function isUuid(value: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);
}

function namesIn({ id, slug, rows }: House): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const values = new Set<unknown>();
  const add = (kind: string, value: unknown): void => {
    if (typeof value !== 'string' || values.has(value)) return;
    values.add(value);
    found.set(kind, value);
  };
  add('restaurant.id', id);
  add('restaurant.slug', slug);
  for (const [table, [row]] of Object.entries(rows)) {
    for (const [column, value] of Object.entries(row ?? {})) {
      if (/^(id|slug|code|.+_id)$/.test(column)) add(`${table}.${column}`, value);
    }
  }
  return found;
}
