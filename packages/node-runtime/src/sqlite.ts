export { type DataDirectory, openDataDirectory } from "./sqlite/open-data-directory.ts";
export { type DatabaseOptions, openDatabase } from "./sqlite/open-database.ts";
export { schema, tableNames } from "./sqlite/schema.ts";
export { SqlDatabase } from "./sqlite/sql-database.ts";
export { addJob, nextNumber } from "./sqlite/sqlite-records.ts";
export { sqliteStore } from "./sqlite/sqlite-store.ts";
