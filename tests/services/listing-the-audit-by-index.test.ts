import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AuditFilter } from '../../src/audit/entry-filter.ts';
import { listEntries } from '../../src/audit/list-entries.ts';
import { sql } from '../../src/database/sql.ts';
import { explaining } from '../support/explaining.ts';
import { type FilledDatabase, filledDatabase } from '../support/filled-database.ts';

let filled: FilledDatabase;

const here = '00000000-0000-7000-8000-000000000000';

beforeAll(async () => {
  filled = await filledDatabase(contents);
}, 120_000);

afterAll(() => filled.drop());

/** 100,000 entries of a hundred restaurants, a second between one and the next; one in five hundred is a refusal. */
const contents = [
  sql`insert into audit_entry (id, at, request_id, actor_kind, actor_id, as_admin, field, stream, subject_ids, arguments, outcome)
    select (lpad(to_hex((1767225600000 + n * 1000::bigint) >> 16), 8, '0') || '-' || lpad(to_hex((1767225600000 + n * 1000::bigint) & 65535), 4, '0') ||
        '-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
      timestamptz '2026-01-01T00:00Z' + n * interval '1 second', '', 'person', ('00000000-0000-7000-8000-' || lpad((n % 1000)::text, 12, '0'))::uuid,
      n % 100 = 0, 'field' || n % 30, ('00000000-0000-7000-8000-' || lpad((n % 100)::text, 12, '0'))::uuid, '{}', '{}',
      case when n % 500 = 0 then 'FORBIDDEN' else 'OK' end
    from generate_series(1, 100000) n`,
];

const filters: Record<string, [filter: AuditFilter, index?: RegExp]> = {
  'nothing said': [{}],
  'a field': [{ field: 'field7' }],
  somebody: [{ actorId: here }, /audit_entry_of_actor/],
  refusals: [{ outcome: ['FORBIDDEN', 'NOT_FOUND'] }, /audit_entry_refused/],
  'a minute': [
    { since: new Date('2026-01-01T10:00Z'), until: new Date('2026-01-01T10:01Z') },
    /Index Cond: .*id >= /,
  ],
  'what admins did': [{ asAdmin: true, actorKind: ['person'] }],
};

test.each(
  Object.keys(filters).flatMap((filter) =>
    [here, null].flatMap((stream) =>
      [true, false].map(
        (descending) => [filter, stream ? 'one restaurant' : 'all', descending, stream] as const,
      ),
    ),
  ),
)(
  'of 100,000 entries, %s of %s, newest first: %s, is found by an index',
  async (name, _, descending, stream) => {
    const plans: string[] = [];
    const [filter, index = /Index/] = filters[name]!;
    const query = { filter, orderBy: [{ by: 'AT' as const, descending }], page: { first: 20 } };
    await listEntries(explaining(filled.server, plans), stream, query);
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatch(index);
    if (/Seq Scan/.test(plans[0]!)) throw new Error(plans[0]);
  },
);
