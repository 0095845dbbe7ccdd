import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { findPeople } from '../../src/people/find-people.ts';
import type { PersonFilter } from '../../src/people/person-filter.ts';
import type { PersonOrder } from '../../src/people/person-keys.ts';
import type { Context } from '../../src/viewer.ts';
import { explaining } from '../support/explaining.ts';
import { type FilledDatabase, filledDatabase } from '../support/filled-database.ts';

let filled: FilledDatabase;

beforeAll(async () => {
  filled = await filledDatabase(contents);
}, 120_000);

afterAll(() => filled.drop());

/** 50,000 people, a minute between one and the next; few are admins, suspended or not verified. */
const contents = [
  sql`insert into person (id, email, email_key, name, password_hash, created_at, admin, verified_at, suspended_at)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, md5(n::text) || '@example.com', md5(n::text) || '@example.com',
      'Person ' || md5((n % 1000)::text), '', timestamptz '2026-01-01T00:00Z' + n * interval '1 minute', n % 10000 = 1,
      case when n % 5000 = 2 then null else now() end, case when n % 5000 = 3 then now() end
    from generate_series(1, 50000) n`,
];

const filters: Record<string, PersonFilter> = {
  'nothing said': {},
  'a part of a name': { text: 'c4ca4' },
  'an address': { text: `${'c4ca4238a0b923820dcc509a6f75849b'}@example.com` },
  'not verified': { verified: false },
  suspended: { suspended: true },
  admins: { admin: true },
  'an hour': { createdFrom: new Date('2026-01-20T10:00Z'), createdTo: new Date('2026-01-20T11:00Z') },
};

const orderings: Record<string, PersonOrder[]> = {
  'newest first': [],
  'by name': [{ by: 'NAME', descending: false }],
  'by address, the last first': [{ by: 'EMAIL', descending: true }],
  'by name and time': [
    { by: 'NAME', descending: true },
    { by: 'CREATED_AT', descending: false },
  ],
};

test.each(
  Object.keys(filters).flatMap((filter) =>
    Object.keys(orderings).map((ordering) => [filter, ordering] as const),
  ),
)('of 50,000 people, %s, %s, is found by an index', async (filter, ordering) => {
  const plans: string[] = [];
  const em = explaining(filled.server, plans);
  const viewer = {
    kind: 'person',
    personId: '',
    sessionId: '',
    visit: null,
    admin: true,
    secondFactor: false,
  };
  const ctx = { viewer, em, audit: null, rules: { requireSecondFactor: false } } as unknown as Context;
  const query = { filter: filters[filter]!, orderBy: orderings[ordering]!, page: { first: 20 } };
  expect((await findPeople(ctx, query)).edges).toEqual([]);
  expect(plans).toHaveLength(1);
  expect(plans[0]).toMatch(/Index|Bitmap/);
  if (/Seq Scan/.test(plans[0]!)) throw new Error(plans[0]);
});
