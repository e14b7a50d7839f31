import type { Keyring } from "@codespar/backend";
import { loadOrCreateMasterKey } from "../data-directory/master-key-file.ts";
import { type DatabaseOptions, inspectDatabase, openInspected } from "./open-database.ts";
import type { SqlDatabase } from "./sql-database.ts";

/** A directory that holds everything: the database, and its master key in a file of its own. */
export interface DataDirectory {
  sql: SqlDatabase;
  keyring: Keyring;
}

export interface DataDirectoryOptions extends DatabaseOptions {
  /** Master keys that are kept elsewhere. @default in a file of the directory */
  keyring?: Keyring | undefined;
}

/** Opens, or makes, such a directory. Several processes may share it. */
export function openDataDirectory(directory: string, options: DataDirectoryOptions): DataDirectory {
  // the key first: no process may ever find a database without one
  const mustExist = inspectDatabase(directory, options);
  const keyring = options.keyring ?? loadOrCreateMasterKey(directory, { mustExist });
  return { sql: openInspected(directory, options), keyring };
}
