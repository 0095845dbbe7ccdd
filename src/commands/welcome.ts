import type { EntityManager } from '@mikro-orm/core';
import QRCode from 'qrcode';
import type { Config } from '../config.ts';
import { acrossRestaurants } from '../database/across-restaurants.ts';
import { demoMenu } from '../database/demo-menu.ts';
import { type DemoSecrets, demoPeople } from '../database/seed.ts';
import { sql } from '../database/sql.ts';
import { guestLink } from '../restaurants/guest-link.ts';

/** What a developer wants to know when the server has started. */
export async function welcome(
  em: EntityManager,
  { publicUrl, apiDocs }: Config,
  url: string,
  /** Null: another data folder has them. */
  secrets: DemoSecrets | null,
): Promise<string> {
  const { slug, title } = demoMenu.restaurant;
  const [table] = await acrossRestaurants<{ name: string; code: string }>(
    em,
    sql`
    select t.name, t.code from restaurant_table t join restaurant r on r.id = t.restaurant_id
    where r.slug = ${slug} and t.archived_at is null order by t.id limit 1`,
  );
  const link = table ? guestLink(publicUrl, slug, table.code) : null;
  const people = demoPeople.map(
    ({ email, role }) =>
      `  ${(role ?? 'customer').toLowerCase().padEnd(9)} ${email.padEnd(30)} ${secrets?.passwords[email] ?? ''}`,
  );
  return [
    '',
    `${title} is open.`,
    `  GraphQL   ${url}/graphql  (HTTP and WebSocket)`,
    ...(apiDocs ? [`  Explorer  ${url}/explorer/`] : []),
    `  Health    ${url}/health`,
    '',
    secrets ? 'Sign in as' : 'Sign in as (the passwords are in demo.json of the data folder that seeded)',
    ...people,
    '',
    ...(link
      ? [`${table!.name}: ${link}`, await QRCode.toString(link, { type: 'terminal', small: true })]
      : []),
    'Play a first order:  npm run first-order -- "two large margheritas, one without basil, and a coke"',
    '',
  ].join('\n');
}
