export { openDatabase } from "./sqlite/open-database.ts";
export { tables } from "./sqlite/schema.ts";
export { SqlDatabase } from "./sqlite/sql-database.ts";
export { addJob, nextNumber } from "./sqlite/sqlite-records.ts";
export { sqliteStore } from "./sqlite/sqlite-store.ts";
