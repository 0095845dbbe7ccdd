import pg from 'pg';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

type Query = typeof pg.Client.prototype.query;

let recording: { readonly original: Query; readonly statements: Statement[] } | null = null;

/** The first call begins to write down everything this process sends to PostgreSQL; the next one answers with it and ends. */
export function recordStatements(): readonly Statement[] {
  if (!recording) {
    const statements: Statement[] = [];
    recording = { original: pg.Client.prototype.query, statements };
    pg.Client.prototype.query = noting(recording.original, statements);
    return [];
  }
  const { original, statements } = recording;
  pg.Client.prototype.query = original;
  recording = null;
  return statements;
}

function noting(query: Query, statements: Statement[]): Query {
  return function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args;
    const { text, values } =
      typeof first === 'string' ? { text: first, values: second } : (first as Statement);
    statements.push({ text, values: Array.isArray(values) ? values : [] });
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as Query;
}
