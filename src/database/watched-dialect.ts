import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  QueryCompiler,
  QueryResult,
  TransactionSettings,
} from 'kysely';

/** Told of every borrowed connection and every statement (BEGIN and COMMIT are not statements here). */
export interface Watch {
  borrow(): void;
  statement(text: string): void;
}

/** The same database, watched: how `transact` refuses a query from outside and tests count statements. */
export function watchedDialect(dialect: Dialect, watch: Watch): Dialect {
  const alone = dialect.createAdapter().supportsMultipleConnections === false;
  return {
    createAdapter: () =>
      Object.defineProperty(dialect.createAdapter(), 'supportsMultipleConnections', { value: true }),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createDriver: () => new WatchedDriver(dialect.createDriver(), watch, alone),
  };
}

class WatchedDriver implements Driver {
  private free: Promise<void> = Promise.resolve();
  private release: () => void = () => {};

  constructor(
    private readonly driver: Driver,
    private readonly watch: Watch,
    /** One connection for everybody: borrowers queue. Kysely's own queue would come before the watch, and wait for ever. */
    private readonly alone: boolean,
  ) {}

  init(): Promise<void> {
    return this.driver.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    this.watch.borrow();
    if (this.alone) await this.takeTurn();
    return new WatchedConnection(await this.driver.acquireConnection(), this.watch);
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.driver.beginTransaction(inner(connection), settings);
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.driver.commitTransaction(inner(connection));
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.driver.rollbackTransaction(inner(connection));
  }

  async savepoint(
    connection: DatabaseConnection,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await this.driver.savepoint?.(inner(connection), name, compile);
  }

  async rollbackToSavepoint(
    connection: DatabaseConnection,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await this.driver.rollbackToSavepoint?.(inner(connection), name, compile);
  }

  async releaseSavepoint(
    connection: DatabaseConnection,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await this.driver.releaseSavepoint?.(inner(connection), name, compile);
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    await this.driver.releaseConnection(inner(connection));
    this.release();
  }

  destroy(): Promise<void> {
    return this.driver.destroy();
  }

  private async takeTurn(): Promise<void> {
    const before = this.free;
    let release = () => {};
    this.free = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.release = release;
  }
}

class WatchedConnection implements DatabaseConnection {
  constructor(
    readonly inner: DatabaseConnection,
    private readonly watch: Watch,
  ) {}

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    this.watch.statement(query.sql);
    return this.inner.executeQuery<Row>(query);
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<Row>> {
    this.watch.statement(query.sql);
    return this.inner.streamQuery<Row>(query, chunkSize as number);
  }
}

function inner(connection: DatabaseConnection): DatabaseConnection {
  return (connection as WatchedConnection).inner;
}
