import { systemTimers } from "@codespar/backend";
import { openDataDirectory, sqliteStore } from "@codespar/node-runtime/sqlite";
import { migrate, postgresStore } from "@codespar/postgres";
import type { ResolvedConfig } from "../config/resolve-config.ts";
import { checkMasterKey } from "./check-master-key.ts";
import type { Storage } from "./storage.ts";

type StorageConfig = Pick<ResolvedConfig, "data" | "databaseUrl" | "keyring" | "limits">;

/**
 * Opens the database that the configuration names, brings it to this version, and makes sure that its master key is the right
 * one.
 */
export async function openStorage(
  config: StorageConfig,
  reportError: (error: unknown) => void,
): Promise<Storage> {
  const storage =
    config.databaseUrl === undefined
      ? openSqlite(config)
      : await openPostgres(config.databaseUrl, config, reportError);
  try {
    await checkMasterKey(storage);
    return storage;
  } catch (error) {
    await storage.close();
    throw error;
  }
}

function openSqlite({ data, keyring: given }: StorageConfig): Storage {
  const { sql, keyring } = openDataDirectory(data, {
    name: "codespar",
    program: "@codespar/gateway",
    ifOlder:
      "Run the gateway that wrote it, or choose another directory. PostgreSQL (DATABASE_URL) is carried over from version to version, SQLite is not yet.",
    keyring: given,
    // a dispatch that is forgotten when the power fails would be paid twice
    synchronous: "FULL",
  });
  const store = sqliteStore(sql, systemTimers);
  return { kind: "sqlite", store, keyring, close: () => store.close() };
}

async function openPostgres(
  url: string,
  { keyring, limits }: StorageConfig,
  reportError: (error: unknown) => void,
): Promise<Storage> {
  // `resolveConfig` has seen to it
  if (keyring === undefined) throw new TypeError("A PostgreSQL database needs a master key.");
  // forwards only, under a lock, and one version before goes on beside it
  await migrate({ url });
  const store = await postgresStore({ url, maxConnections: limits.databaseConnections, reportError });
  return { kind: "postgres", store, rates: store.rates, keyring, close: () => store.close() };
}
