import type { PGlite } from '@electric-sql/pglite';
import { LRUCache } from 'lru-cache';
import { serialize } from 'pg-protocol';
import type {
  BackendMessage,
  CommandCompleteMessage,
  DatabaseError,
  DataRowMessage,
  Field,
  ParameterDescriptionMessage,
  RowDescriptionMessage,
} from 'pg-protocol/dist/messages.js';
import { Parser } from 'pg-protocol/dist/parser.js';

interface Result<Row> {
  readonly command: string;
  readonly rowCount: number;
  readonly rows: Row[];
}

/**
 * What is said to the PostgreSQL inside this process. PGlite's own `query` has every statement parsed and planned anew, in six messages:
 * nine tenths of what a short one costs. Here a statement that takes values stays prepared, and is one message from then on.
 * One that takes none has them in its text and hardly comes again.
 */
export class PgliteSession {
  private readonly parser = new Parser();
  private readonly prepared = new LRUCache<string, Prepared>({
    max: 500,
    // A plan is for tables as large as they were: PGlite has no autovacuum that would say they have grown.
    ttl: 60_000,
    dispose: ({ name }) => this.unwanted.push(serialize.close({ type: 'S', name })),
  });
  private unwanted: Uint8Array[] = [];
  private named = 0;
  private reshaped = false;

  constructor(private readonly pglite: PGlite) {}

  /** Throws what PostgreSQL refuses, as node-postgres does. */
  async query<Row>(text: string, values: readonly unknown[]): Promise<Result<Row>> {
    const { fields, answers } = values.length > 0 ? await this.again(text, values) : await this.once(text);
    const rows = answers.filter(isRow).map((row) => this.read(row, fields) as Row);
    const [command = '', ...counts] = answers.find(isEnd)?.text.split(' ') ?? [];
    this.forgetShapes(command);
    return { command, rowCount: Number(counts.at(-1)), rows };
  }

  private async again(text: string, values: readonly unknown[]): Promise<Answer> {
    const { name, types, fields } = this.prepared.get(text) ?? (await this.prepare(text));
    const written = values.map((value, index) => this.written(value, types[index]!));
    const statement = serialize.bind({ statement: name, values: written });
    return { fields, answers: await this.say(statement, serialize.execute()) };
  }

  private async once(text: string): Promise<Answer> {
    const described = serialize.describe({ type: 'P' });
    const answers = await this.say(
      serialize.parse({ text }),
      serialize.bind(),
      described,
      serialize.execute(),
    );
    return { fields: answers.find(isDescription)?.fields ?? [], answers };
  }

  private async prepare(text: string): Promise<Prepared> {
    this.named += 1;
    const name = `s${this.named}`;
    const answers = await this.say(serialize.parse({ name, text }), serialize.describe({ type: 'S', name }));
    const types = answers.find(isTypes)?.dataTypeIDs ?? [];
    const prepared = { name, types, fields: answers.find(isDescription)?.fields ?? [] };
    this.prepared.set(text, prepared);
    return prepared;
  }

  private async say(...messages: Uint8Array[]): Promise<BackendMessage[]> {
    const said = Buffer.concat([...this.unwanted, ...messages, serialize.sync()]);
    this.unwanted = [];
    const heard: Buffer[] = [];
    // Read when it is back: PGlite loses what is thrown while it speaks.
    const onRawData = (bytes: Uint8Array): unknown => heard.push(Buffer.from(bytes));
    await this.pglite.execProtocolRawStream(said, { syncToFs: false, onRawData });
    const answers: BackendMessage[] = [];
    this.parser.parse(Buffer.concat(heard), (answer) => answers.push(answer));
    const refusal = answers.find(isRefusal);
    if (refusal) throw refusal;

    return answers;
  }

  private written(value: unknown, type: number): string | null {
    if (value === null || value === undefined) return null;
    return this.pglite.serializers[type]?.(value) ?? String(value);
  }

  private read({ fields: values }: DataRowMessage, fields: readonly Field[]): Record<string, unknown> {
    const row: Record<string, unknown> = {};
    for (const [index, { name, dataTypeID }] of fields.entries()) {
      const value = values[index] as string | null;
      const parse = this.pglite.parsers[dataTypeID];
      row[name] = value === null || !parse ? value : parse(value, dataTypeID);
    }
    return row;
  }

  /** PostgreSQL refuses a prepared statement whose columns have changed: those of before, and those of a change that is undone. */
  private forgetShapes(command: string): void {
    if (!keepShapes.has(command)) this.reshaped = true;
    if (this.reshaped) this.prepared.clear();
    if (command === 'COMMIT' || command === 'ROLLBACK') this.reshaped = false;
  }
}

/** A statement that PostgreSQL has parsed, with the types of its values and its columns. */
interface Prepared {
  readonly name: string;
  readonly types: readonly number[];
  readonly fields: readonly Field[];
}

interface Answer {
  readonly fields: readonly Field[];
  readonly answers: readonly BackendMessage[];
}

const keepShapes = new Set([
  ...['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE'],
  ...['BEGIN', 'START', 'COMMIT', 'ROLLBACK', 'SAVEPOINT', 'RELEASE'],
]);

const isRow = (one: BackendMessage): one is DataRowMessage => one.name === 'dataRow';
const isEnd = (one: BackendMessage): one is CommandCompleteMessage => one.name === 'commandComplete';
const isRefusal = (one: BackendMessage): one is DatabaseError => one.name === 'error';
const isDescription = (one: BackendMessage): one is RowDescriptionMessage => one.name === 'rowDescription';
const isTypes = (one: BackendMessage): one is ParameterDescriptionMessage =>
  one.name === 'parameterDescription';
