import type { ErrorCode } from '../../src/errors.ts';
import { table } from './access-table.ts';

/** A line of the table: `Query.order: own` with an answer for every viewer. */
export interface Row {
  readonly label: string;
  readonly operation: 'Query' | 'Mutation' | 'Subscription';
  readonly field: string;
  readonly answers: readonly Answer[];
}

export const answerOf = {
  OK: 'OK',
  NOT_FOUND: 'NF',
  FORBIDDEN: 'FB',
  UNAUTHENTICATED: 'UA',
  ILLEGAL_MOVE: 'IM',
  TOKEN_INVALID: 'TI',
  SECOND_FACTOR_INVALID: 'SI',
  LAST_OWNER: 'LO',
  PASSWORD_WRONG: 'PW',
} as const satisfies { [C in ErrorCode | 'OK']?: string };

export type Answer = (typeof answerOf)[keyof typeof answerOf];

const [header, ...lines] = table.split('\n').filter((line) => line.trim() !== '');

/** The viewers of the columns, from left to right. */
export const columns: readonly string[] = header!.trim().split(/\s+/);

export const rows: readonly Row[] = lines.map(rowOf);

function rowOf(line: string): Row {
  const { label, operation, field, answers } =
    /^(?<label>(?<operation>Query|Mutation|Subscription)\.(?<field>\w+)(: \S+( \S+)*)?) {2,}(?<answers>.*)$/.exec(
      line,
    )?.groups ?? {};
  const given = answers?.trim().split(/\s+/) as Answer[] | undefined;
  const known = Object.values(answerOf);
  if (given?.length !== columns.length || !given.every((answer) => known.includes(answer))) {
    throw new Error(`This line needs one answer of ${known.join(', ')} for each viewer: ${line}`);
  }
  return { label: label!, operation: operation as Row['operation'], field: field!, answers: given };
}
