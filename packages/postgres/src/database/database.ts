/** What a statement is given. Lists become arrays of PostgreSQL. */
export type SqlValue =
  | string
  | number
  | boolean
  | null
  | readonly (string | null)[]
  | readonly (number | null)[]
  | readonly boolean[];

/** A row as the driver reads it: `bigint` is a number, `text[]` a list. */
export type SqlRow = Readonly<Record<string, unknown>>;

export interface QueryOptions {
  /** Whether running it twice is the same as once, so that it may be sent again after a lost connection. @default false */
  isRepeatable?: boolean | undefined;
  /** Whether the plan depends on the values, so that it is made for each run. @default false */
  isPlannedEachTime?: boolean | undefined;
}

/** The seam to the driver: one statement, one transaction. */
export interface Database {
  query(text: string, values?: readonly SqlValue[], options?: QueryOptions): Promise<SqlRow[]>;
  close(): Promise<void>;
}
