import { nodeModules } from "../data-directory/node-modules.ts";
import { checkPrivateFile, makePrivateFile, openPrivateDirectory } from "../data-directory/private-paths.ts";
import { applicationId, schema, schemaVersion } from "./schema.ts";
import { SqlDatabase } from "./sql-database.ts";

/** Milliseconds that a write waits for another process's. */
const busyTimeoutMs = 5_000;

export interface DatabaseOptions {
  /** Name of the file in the directory, without its ending. */
  name: string;
  /** The package that writes the file, as messages name it. */
  program: string;
  /** What its user does with a file of an older format, which is not carried over: a sentence. @default "Choose another directory." */
  ifOlder?: string | undefined;
  /** Further tables in the same file: statements that make them. @default none */
  tables?: string | undefined;
  /**
   * `NORMAL` survives a crash of the process, `FULL` also one of the machine, for one wait on the disk a commit.
   * @default "NORMAL"
   */
  synchronous?: "FULL" | "NORMAL" | undefined;
}

/**
 * Opens a database in a directory, making both where they are not there: the directory and its files are for their owner
 * alone. A file that does not fit stays as it is.
 */
export function openDatabase(directory: string, options: DatabaseOptions): SqlDatabase {
  inspectDatabase(directory, options);
  return openInspected(directory, options);
}

/** Makes the directory and looks at its file without writing to it. Returns whether there is one. */
export function inspectDatabase(directory: string, options: DatabaseOptions): boolean {
  const { DatabaseSync, fs } = nodeModules();
  const path = getPath(directory, options);
  openPrivateDirectory(directory, "data");
  const getSize = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const exists = getSize(path) > 0;
  if (exists) check(path, DatabaseSync, options);
  // SQLite would take the file for a new one and forget the log
  else if (getSize(`${path}-wal`) > 0) throw damaged(path);
  return exists;
}

/** Opens a file that `inspectDatabase` has seen. */
export function openInspected(directory: string, options: DatabaseOptions): SqlDatabase {
  const { DatabaseSync } = nodeModules();
  const path = getPath(directory, options);
  makePrivateFile(path, "data");
  // SQLite gives its log and index the mode of the file
  for (const ending of ["", "-wal", "-shm"]) checkPrivateFile(path + ending, "data");
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    // what is deleted is overwritten, so that it cannot be read from the file's free pages
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${options.synchronous ?? "NORMAL"}; PRAGMA secure_delete = ON;`,
    );
    const sql = new SqlDatabase(database);
    sql.transaction(() => {
      // another process may have made the tables meanwhile
      if (getVersion(sql) === schemaVersion) return;
      database.exec(schema + (options.tables ?? ""));
      database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion};`);
    });
    return sql;
  } catch (cause) {
    if (database.isOpen) database.close();
    throw cause;
  }
}

function getPath(directory: string, { name }: DatabaseOptions): string {
  return `${directory}/${name}.sqlite`;
}

type Sqlite = typeof import("node:sqlite");

/** Looks at the file without writing to it. */
function check(path: string, DatabaseSync: Sqlite["DatabaseSync"], options: DatabaseOptions): void {
  const { program, ifOlder = "Choose another directory." } = options;
  let database: InstanceType<Sqlite["DatabaseSync"]> | undefined;
  let id = 0;
  let version = 0;
  try {
    database = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
    const sql = new SqlDatabase(database);
    id = Number(Object.values(sql.get("PRAGMA application_id") ?? {})[0]);
    version = getVersion(sql);
    // a file that another process is just making has nothing yet
    if (id === 0 && version === 0 && sql.get("SELECT 1 FROM sqlite_schema") === undefined) return;
    const verdict = Object.values(sql.get("PRAGMA quick_check(1)") ?? {})[0];
    if (verdict !== "ok") throw new Error(String(verdict));
  } catch (cause) {
    throw damaged(path, cause);
  } finally {
    database?.close();
  }
  if (id !== applicationId)
    throw new Error(`data: ${path} is another program's file. Choose another directory.`);
  if (version === schemaVersion) return;
  const [age, wayOut] =
    version > schemaVersion ? ["a newer", "Upgrade, or choose another directory."] : ["an older", ifOlder];
  throw new Error(
    `data: ${path} was written by ${age} ${program} (format ${version}, this one reads ${schemaVersion}). ${wayOut}`,
  );
}

function getVersion(sql: SqlDatabase): number {
  return Number(Object.values(sql.get("PRAGMA user_version") ?? {})[0]);
}

function damaged(path: string, cause?: unknown): Error {
  return new Error(`data: ${path} is damaged, or no SQLite file. Restore it, or choose another directory.`, {
    cause,
  });
}
