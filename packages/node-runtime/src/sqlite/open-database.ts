import { applicationId, schema, schemaVersion } from "./schema.ts";
import { SqlDatabase } from "./sql-database.ts";

/** Milliseconds that a write waits for another process's. */
const busyTimeoutMs = 5_000;

/** Opens the sandbox's file in a directory, making both where they are not there. A file that does not fit stays as it is. */
export function openDatabase(directory: string): SqlDatabase {
  const { DatabaseSync, fs } = nodeModules();
  const path = `${directory}/sandbox.sqlite`;
  try {
    fs.mkdirSync(directory, { recursive: true });
  } catch (cause) {
    throw new Error(`data: ${directory} cannot be used as a directory. Choose another one.`, { cause });
  }
  if ((fs.statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0) check(path, DatabaseSync);
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    const sql = new SqlDatabase(database);
    sql.transaction(() => {
      // another process may have made the tables meanwhile
      if (versionOf(sql) === schemaVersion) return;
      database.exec(schema);
      database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion};`);
    });
    return sql;
  } catch (cause) {
    if (database.isOpen) database.close();
    throw cause;
  }
}

type Sqlite = typeof import("node:sqlite");

/** Looks at the file without writing to it. */
function check(path: string, DatabaseSync: Sqlite["DatabaseSync"]): void {
  const broken = (cause?: unknown) =>
    new Error(`data: ${path} is damaged, or no SQLite file. Restore it, or choose another directory.`, {
      cause,
    });
  let database: InstanceType<Sqlite["DatabaseSync"]> | undefined;
  let id = 0;
  let version = 0;
  try {
    database = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
    const sql = new SqlDatabase(database);
    id = Number(Object.values(sql.get("PRAGMA application_id") ?? {})[0]);
    version = versionOf(sql);
    // a file that another process is just making has nothing yet
    if (id === 0 && version === 0 && sql.get("SELECT 1 FROM sqlite_schema") === undefined) return;
    const verdict = Object.values(sql.get("PRAGMA quick_check(1)") ?? {})[0];
    if (verdict !== "ok") throw new Error(String(verdict));
  } catch (cause) {
    throw broken(cause);
  } finally {
    database?.close();
  }
  if (id !== applicationId)
    throw new Error(`data: ${path} is another program's file. Choose another directory.`);
  if (version === schemaVersion) return;
  const [age, wayOut] = version > schemaVersion ? ["a newer", "Upgrade, or choose"] : ["an older", "Choose"];
  throw new Error(
    `data: ${path} was written by ${age} @codespar/sandbox (format ${version}, this one reads ${schemaVersion}). ${wayOut} another directory.`,
  );
}

function versionOf(sql: SqlDatabase): number {
  return Number(Object.values(sql.get("PRAGMA user_version") ?? {})[0]);
}

/** Asked for when it is needed, so that bundlers and other runtimes never see them. */
function nodeModules(): { DatabaseSync: Sqlite["DatabaseSync"]; fs: typeof import("node:fs") } {
  const process = (globalThis as { process?: NodeJS.Process }).process; // absent outside Node
  const sqlite = process?.getBuiltinModule?.("node:sqlite");
  const fs = process?.getBuiltinModule?.("node:fs");
  if (sqlite !== undefined && fs !== undefined) return { DatabaseSync: sqlite.DatabaseSync, fs };
  throw new Error("data: keeping a sandbox in a directory needs Node.js 22.19 or later.");
}
