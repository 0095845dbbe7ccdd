import { JsonProperty, type Platform } from '@mikro-orm/core';
import type { Sql } from './sql.ts';

/** A statement of MikroORM's, whose values stand at its question marks, with the values beside it. Null where one has to be in the text. */
export function boundValues(query: string, given: readonly unknown[], platform: Platform): Sql | null {
  if (given.length === 0) return null;
  const values: (string | number)[] = [];
  const bind = (value: string | number): string => `$${values.push(value)}`;
  const inText = (value: unknown): string | null => {
    if (value === null || typeof value === 'boolean') return String(value);
    if (typeof value === 'string' || typeof value === 'number') return bind(value);
    if (typeof value === 'bigint') return bind(String(value));
    if (value instanceof Date) return bind(platform.escape(value).slice(1, -1));
    return isList(value) ? value.map(bind).join(', ') : null;
  };
  let at = 0;
  let unbound = false;
  const text = query.replace(questionMark, (mark) => {
    if (mark === '\\?') return '?';
    const value = given[at++];
    if (mark === '??') return platform.quoteIdentifier(value as string);
    const written = inText(value);
    unbound ||= written === null;
    return written ?? '';
  });
  return unbound || values.length > most ? null : { text, values };
}

const questionMark = /\\\?|\?\??/g;

/** One with more values hardly comes again with as many. */
const most = 100;

/** What `in` compares with; a list that is a value of its own has been made a string already. */
function isList(value: unknown): value is (string | number)[] {
  return (
    Array.isArray(value) &&
    !(JsonProperty in value) &&
    value.every((one) => typeof one === 'string' || typeof one === 'number')
  );
}
