import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AcceptInviteDocument,
  type ApiKeyFilterInput,
  type ApiKeyOrderInput,
  ArchiveRestaurantDocument,
  ArchiveTableDocument,
  CreateApiKeyDocument,
  CreateRestaurantDocument,
  CreateTableDocument,
  type InviteFilterInput,
  type InviteOrderInput,
  MyWorkplacesDocument,
  type MyWorkplacesQueryVariables,
  RestaurantKeysDocument,
  RestaurantTableListDocument,
  RevokeApiKeyDocument,
  RevokeInviteDocument,
  StaffInvitesDocument,
  type TableFilterInput,
  type TableOrderInput,
  WholeMenuDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { type Sql, sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import {
  admin,
  guest,
  key,
  type Person,
  type Place,
  person,
  place,
  staff,
  unique,
} from '../support/build.ts';
import { employ } from '../support/employ.ts';
import { invited } from '../support/invite.ts';

let app: TestApp;
let here: Place;
let there: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  there = await place(app);
});

afterAll(() => app.close());

const write = (statement: Sql) => rows(app.database.em(), statement);

describe('API keys', () => {
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    const make = async (name: string, scopes: ('MENU_READ' | 'ORDERS_READ')[]) => {
      const input = { restaurantId: here.id, name, scopes };
      const { createApiKey } = await here.owner.ask(CreateApiKeyDocument, { input, idempotencyKey: key() });
      ids[name] = createApiKey.key.id;
      return createApiKey.token!;
    };
    const used = await make('Écran', ['MENU_READ']);
    await make('till', ['ORDERS_READ', 'MENU_READ']);
    await make('Bar', ['ORDERS_READ']);
    await make('Attic', ['ORDERS_READ']);
    await new As(app.url, { accessToken: used }).ask(WholeMenuDocument, { restaurantId: here.id });
    await here.owner.ask(RevokeApiKeyDocument, { keyId: ids['Bar']! });
    await write(sql`update api_key set expires_at = now() - interval '1 hour' where id = ${ids['Attic']}`);
    await write(sql`update api_key set used_at = '2020-01-01T00:00:00Z' where id = ${ids['till']}`);
  });

  const list = async (wanted: { filter?: ApiKeyFilterInput; orderBy?: ApiKeyOrderInput[] }) => {
    const { edges } = (await here.owner.ask(RestaurantKeysDocument, { restaurantId: here.id, ...wanted }))
      .restaurantKeys;
    return edges.map(({ node }) => node.name);
  };

  test('are filtered and ordered by all there is', async () => {
    const wanted: [Parameters<typeof list>[0], string[]][] = [
      [{}, ['Attic', 'Bar', 'till', 'Écran']],
      [{ filter: { active: true } }, ['till', 'Écran']],
      [{ filter: { active: false } }, ['Attic', 'Bar']],
      [{ filter: { revoked: true } }, ['Bar']],
      [{ filter: { revoked: false, active: false } }, ['Attic']],
      [{ filter: { scope: ['MENU_READ'] } }, ['till', 'Écran']],
      [{ filter: { scope: ['KITCHEN_READ'] } }, []],
      [{ filter: { text: 'ECR' } }, ['Écran']],
      [{ filter: { usedFrom: '2020-01-01T00:00:00Z' } }, ['till', 'Écran']],
      [{ filter: { unusedSince: '2020-01-01T00:01:00Z' } }, ['Attic', 'Bar', 'till']],
      [{ orderBy: [{ by: 'NAME' }] }, ['Attic', 'Bar', 'Écran', 'till']],
      [{ orderBy: [{ by: 'CREATED_AT' }] }, ['Écran', 'till', 'Bar', 'Attic']],
      [{ orderBy: [{ by: 'USED_AT', descending: true }, { by: 'NAME' }] }, ['Écran', 'till', 'Attic', 'Bar']],
    ];
    for (const [asked, expected] of wanted) expect([asked, await list(asked)]).toEqual([asked, expected]);
  });

  test('are for owners, and for no key', async () => {
    const asked = { restaurantId: here.id };
    expect(await (await staff(app, here.id, 'MANAGER')).codeOf(RestaurantKeysDocument, asked)).toBe(
      'FORBIDDEN',
    );
    for (const stranger of [there.owner, await guest(app, here), new As(app.url)])
      expect(await stranger.codeOf(RestaurantKeysDocument, asked)).toBe('NOT_FOUND');
  });
});

describe('invites', () => {
  let here: Place;

  beforeAll(async () => {
    here = await place(app);
    const ann = await person(app, `accepted@${domain}`);
    const { token } = await invited(app, here, { email: ann.email, role: 'COURIER' });
    await ann.ask(AcceptInviteDocument, { token });
    const invite = async (name: string, role: 'KITCHEN' | 'FLOOR') =>
      (await invited(app, here, { email: `${name}@${domain}`, role })).id;
    const revoked = await invite('revoked', 'KITCHEN');
    await here.owner.ask(RevokeInviteDocument, { inviteId: revoked });
    const expired = await invite('Expired', 'FLOOR');
    await write(sql`update invite set expires_at = now() - interval '1 minute' where id = ${expired}`);
    await invite('open', 'FLOOR');
  });

  const domain = `${unique('at')}.example.com`;
  const list = async (wanted: { filter?: InviteFilterInput; orderBy?: InviteOrderInput[] }) => {
    const { edges } = (await here.owner.ask(StaffInvitesDocument, { restaurantId: here.id, ...wanted }))
      .staffInvites;
    return edges.map(({ node }) => node.email.split('@')[0]);
  };

  test('are filtered and ordered by all there is', async () => {
    const wanted: [Parameters<typeof list>[0], string[]][] = [
      [{}, ['open', 'Expired', 'revoked', 'accepted']],
      [{ filter: { status: ['OPEN'] } }, ['open']],
      [{ filter: { status: ['EXPIRED'] } }, ['Expired']],
      [{ filter: { status: ['ACCEPTED', 'REVOKED'] } }, ['revoked', 'accepted']],
      [{ filter: { status: [] } }, []],
      [{ filter: { role: ['FLOOR'] } }, ['open', 'Expired']],
      [{ filter: { role: ['FLOOR'], status: ['OPEN'] } }, ['open']],
      [{ filter: { text: 'EX' } }, ['open', 'Expired', 'revoked', 'accepted']],
      [{ filter: { text: 'expired@' } }, ['Expired']],
      [{ filter: { text: '%' } }, []],
      [{ orderBy: [{ by: 'EMAIL' }] }, ['accepted', 'Expired', 'open', 'revoked']],
      [{ orderBy: [{ by: 'SENT_AT' }] }, ['accepted', 'revoked', 'Expired', 'open']],
      [{ orderBy: [{ by: 'EXPIRES_AT' }] }, ['Expired', 'accepted', 'revoked', 'open']],
    ];
    for (const [asked, expected] of wanted) expect([asked, await list(asked)]).toEqual([asked, expected]);
  });

  test('are for managers and owners', async () => {
    const asked = { restaurantId: here.id };
    expect(await (await staff(app, here.id, 'MANAGER')).codeOf(StaffInvitesDocument, asked)).toBe('OK');
    expect(await (await staff(app, here.id, 'FLOOR')).codeOf(StaffInvitesDocument, asked)).toBe('FORBIDDEN');
    for (const stranger of [there.owner, new As(app.url)])
      expect(await stranger.codeOf(StaffInvitesDocument, asked)).toBe('NOT_FOUND');
  });
});

describe('tables', () => {
  beforeAll(async () => {
    for (const name of ['Table 10', 'Table 2', 'Térrace 3', 'bar', 'Gone'])
      await here.owner.ask(CreateTableDocument, {
        input: { restaurantId: here.id, name },
        idempotencyKey: key(),
      });
    const [gone] = await rows<{ id: string }>(
      app.database.em(),
      sql`select id from restaurant_table where restaurant_id = ${here.id} and name = 'Gone'`,
    );
    await here.owner.ask(ArchiveTableDocument, { tableId: gone!.id });
  });

  const list = async (wanted: { filter?: TableFilterInput; orderBy?: TableOrderInput[] }) => {
    const { edges } = (
      await here.owner.ask(RestaurantTableListDocument, { restaurantId: here.id, ...wanted })
    ).restaurantTables;
    return edges.map(({ node }) => node.name);
  };

  test('are filtered and ordered by all there is', async () => {
    const wanted: [Parameters<typeof list>[0], string[]][] = [
      [{}, ['Table 1', 'Table 10', 'Table 2', 'Térrace 3', 'bar']],
      [{ filter: { archived: false } }, ['Table 1', 'Table 10', 'Table 2', 'Térrace 3', 'bar']],
      [{ filter: { archived: true } }, ['Gone']],
      [{ filter: { text: 'terr' } }, ['Térrace 3']],
      [{ filter: { text: 'gone' } }, []],
      [{ orderBy: [{ by: 'NAME' }] }, ['bar', 'Table 1', 'Table 2', 'Table 10', 'Térrace 3']],
      [
        { orderBy: [{ by: 'CREATED_AT', descending: true }], filter: { text: 'table' } },
        ['Table 2', 'Table 10', 'Table 1'],
      ],
    ];
    for (const [asked, expected] of wanted) expect([asked, await list(asked)]).toEqual([asked, expected]);
  });

  test('are for whoever works there, the archived for managers and owners', async () => {
    const [mona, kim] = [await staff(app, here.id, 'MANAGER'), await staff(app, here.id, 'COURIER')];
    const codes = async (who: As) => [
      await who.codeOf(RestaurantTableListDocument, { restaurantId: here.id }),
      await who.codeOf(RestaurantTableListDocument, { restaurantId: here.id, filter: { archived: true } }),
    ];
    expect(await codes(mona)).toEqual(['OK', 'OK']);
    expect(await codes(kim)).toEqual(['OK', 'FORBIDDEN']);
    for (const stranger of [there.owner, await guest(app, here), new As(app.url)])
      expect(await codes(stranger)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });
});

describe('where somebody works', () => {
  let pia: Person;

  beforeAll(async () => {
    pia = await person(app);
    const open = async (title: string) => {
      const input = { slug: unique('place'), title, currency: 'EUR', timeZone: 'UTC', locale: 'en' };
      const made = await pia.ask(CreateRestaurantDocument, { input, idempotencyKey: key() });
      return made.createRestaurant.restaurant.id;
    };
    await open('Zur Post');
    await open('Écluse');
    const gone = await open('Gone');
    await employ(app, there.id, pia.id, 'KITCHEN');
    await pia.ask(ArchiveRestaurantDocument, { restaurantId: gone });
  });

  const list = async (wanted: Partial<MyWorkplacesQueryVariables>, who: As = pia) =>
    (await who.ask(MyWorkplacesDocument, wanted)).myWorkplaces.edges.map(({ node }) => node.title);

  test('is filtered and ordered by all there is', async () => {
    const wanted: [Parameters<typeof list>[0], string[]][] = [
      [{}, ['A place', 'Écluse', 'Zur Post']],
      [{ filter: { archived: true } }, ['Gone']],
      [{ filter: { role: ['KITCHEN', 'FLOOR'] } }, ['A place']],
      [{ filter: { text: 'ECL' } }, ['Écluse']],
      [{ orderBy: [{ by: 'TITLE', descending: true }] }, ['Zur Post', 'Écluse', 'A place']],
      [{ orderBy: [{ by: 'SINCE' }] }, ['Zur Post', 'Écluse', 'A place']],
      [{ orderBy: [{ by: 'ROLE' }, { by: 'TITLE' }] }, ['Écluse', 'Zur Post', 'A place']],
    ];
    for (const [asked, expected] of wanted) expect([asked, await list(asked)]).toEqual([asked, expected]);
  });

  test('takes no more statements for more restaurants, and tells what one is at each', async () => {
    const reads: { first: number; statements: number; roles: (string | null)[] }[] = [];
    for (const first of [1, 3]) {
      let roles: (string | null)[] = [];
      const { texts } = await app.statements.during(async () => {
        const { myWorkplaces } = await pia.ask(MyWorkplacesDocument, { first, orderBy: [{ by: 'ROLE' }] });
        roles = myWorkplaces.edges.map(({ node }) => node.myRole ?? null);
      });
      reads.push({ first, statements: texts.length, roles });
    }
    expect(reads[1]!.roles).toEqual(['OWNER', 'OWNER', 'KITCHEN']);
    expect(reads[1]!.statements).toBe(reads[0]!.statements);
  });

  test('shows nobody anything else: not what others archived, nor what is suspended', async () => {
    const cook = await person(app);
    expect(await list({}, cook)).toEqual([]);
    const own = await place(app);
    await employ(app, own.id, cook.id, 'KITCHEN');
    expect(await list({}, cook)).toEqual(['A place']);
    await write(sql`update restaurant set suspended_at = now() where id = ${own.id}`);
    expect(await list({}, cook)).toEqual([]);
    await write(sql`update restaurant set suspended_at = null, archived_at = now() where id = ${own.id}`);
    expect(await list({ filter: { archived: true } }, cook)).toEqual([]);
    expect(await list({}, await admin(app))).toEqual([]);
    for (const nobody of [new As(app.url), await guest(app, here)])
      expect(await nobody.codeOf(MyWorkplacesDocument, {})).toBe('UNAUTHENTICATED');
  });
});
