import type { EntityManager } from '@mikro-orm/core';
import { rows } from '../database/rows.ts';
import { sql } from '../database/sql.ts';
import type { EventData } from './event.entity.ts';

/** An event as it was read: plain, frozen in meaning, shared by everybody who follows its stream. */
export interface Happening {
  readonly number: number;
  readonly topic: string;
  readonly kind: string;
  readonly subject: string;
  readonly data: EventData;
  readonly previous: number;
  readonly subjectPrevious: number;
}

/** The stream's events after a number, in order, at most `limit`. */
export async function readEvents(
  em: EntityManager,
  stream: string,
  after: number,
  limit: number,
): Promise<Happening[]> {
  const found = await rows<Omit<Happening, 'number' | 'previous' | 'subjectPrevious'> & Numbers>(
    em,
    sql`
    select number, topic, kind, subject, data, previous, subject_previous
    from event where stream = ${stream} and number > ${after} order by number limit ${limit}`,
  );
  return found.map(({ number, previous, subject_previous, ...rest }) => ({
    ...rest,
    number: Number(number),
    previous: Number(previous),
    subjectPrevious: Number(subject_previous),
  }));
}

/** PostgreSQL's bigint arrives as text. */
interface Numbers {
  number: string;
  previous: string;
  subject_previous: string;
}
