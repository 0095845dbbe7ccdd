import { type Sql, sql } from '../database/sql.ts';
import { emailKey } from './email-key.ts';

/** A part of the name of a person `p`, whatever the accents and capitals, or of the address. An index of trigrams finds both. */
export function namedLike(text: string): Sql {
  return sql`(p.name_key like '%' || regexp_replace(folded(${text}), '([\\\\%_])', '\\\\\\1', 'g') || '%'
    or p.email_key like ${`%${emailKey(text).replace(/[\\%_]/g, '\\$&')}%`})`;
}
