import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { StoreFailure } from "@codespar/backend/ports";

/** One SQLite connection: prepared statements are kept, and transactions within transactions are one. */
export class SqlDatabase {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #isInTransaction = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(explained(() => this.#prepare(sql).run(...values)).changes);
  }

  get(sql: string, ...values: SQLInputValue[]): Record<string, unknown> | undefined {
    return explained(() => this.#prepare(sql).get(...values));
  }

  all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    return explained(() => this.#prepare(sql).all(...values));
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
    explained(() => this.#database.exec("BEGIN IMMEDIATE"));
    this.#isInTransaction = true;
    try {
      const result = work();
      explained(() => this.#database.exec("COMMIT"));
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

const ioError = 10;
// https://www.sqlite.org/rescode.html, the lower byte
const sentences: Readonly<Record<number, string>> = {
  5: "is used by another process, and was not free in time. Let one process alone use it.",
  8: "can only be read. Give the process the right to write to its directory.",
  [ioError]: "cannot be read or written: its disk fails. Check the disk.",
  13: "has no space left on its disk, and nothing was written. Make room.",
};

/** Does it; what goes wrong with the file or its disk is said in a sentence, and may work later. */
function explained<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code =
      typeof error === "object" && error !== null && "errcode" in error ? Number(error.errcode) : 0;
    const sentence = sentences[code & 0xff];
    if (sentence === undefined) throw error;
    throw new StoreFailure(`The SQLite database ${sentence}`, {
      isTemporary: true,
      // a disk that fails may have written all the same
      hadNoEffect: (code & 0xff) !== ioError,
      cause: error,
    });
  }
}

function parse<Row>({ row }: Record<string, unknown>): Row {
  return JSON.parse(String(row)) as Row; // written by this store
}
