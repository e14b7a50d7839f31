export { DatabaseError } from "./database/database-error.ts";
export { type PostgresStore, type PostgresStoreOptions, postgresStore } from "./postgres-store.ts";
export { type MigrateOptions, type MigrationResult, migrate } from "./schema/migrate.ts";
