import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";

/** One SQLite connection: prepared statements are kept, and transactions within transactions are one. */
export class SqlDatabase {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #isInTransaction = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).changes);
  }

  get(sql: string, ...values: SQLInputValue[]): Record<string, unknown> | undefined {
    return this.#prepare(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    return this.#prepare(sql).all(...values);
  }

  /** The `row` column of the first row, which this store wrote as JSON of that type. */
  json<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    const found = this.get(sql, ...values);
    return found === undefined ? undefined : parse<Row>(found);
  }

  /** The `row` column of every row. */
  jsons<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.all(sql, ...values).map(parse<Row>);
  }

  /** The `value` column of the first row, as a number. */
  number(sql: string, ...values: SQLInputValue[]): number | undefined {
    const value = this.get(sql, ...values)?.value;
    return value === undefined || value === null ? undefined : Number(value);
  }

  /** All of `work` or nothing of it. Takes the write lock at once, so that what it reads stays true until it writes. */
  transaction<Result>(work: () => Result): Result {
    if (this.#isInTransaction) return work();
    this.#database.exec("BEGIN IMMEDIATE");
    this.#isInTransaction = true;
    try {
      const result = work();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    } finally {
      this.#isInTransaction = false;
    }
  }

  /** Moves the write-ahead log into the file and cuts it to nothing; what others still read of it stays until the next time. */
  emptyLog(): void {
    this.#database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

function parse<Row>({ row }: Record<string, unknown>): Row {
  return JSON.parse(String(row)) as Row; // written by this store
}
