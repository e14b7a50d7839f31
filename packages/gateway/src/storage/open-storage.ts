import { systemTimers } from "@codespar/backend";
import { openDataDirectory, sqliteStore } from "@codespar/node-runtime/sqlite";
import { ConfigError } from "../config/config-error.ts";
import type { ResolvedConfig } from "../config/resolve-config.ts";
import { checkMasterKey } from "./check-master-key.ts";
import type { Storage } from "./storage.ts";

/** Opens the database that the configuration names, and makes sure that its master key is the right one. */
export async function openStorage(
  config: Pick<ResolvedConfig, "data" | "databaseUrl" | "keyring">,
): Promise<Storage> {
  const storage = config.databaseUrl === undefined ? openSqlite(config) : openPostgres();
  try {
    await checkMasterKey(storage);
    return storage;
  } catch (error) {
    await storage.close();
    throw error;
  }
}

function openSqlite({ data, keyring: given }: Pick<ResolvedConfig, "data" | "keyring">): Storage {
  const { sql, keyring } = openDataDirectory(data, {
    name: "codespar",
    program: "@codespar/gateway",
    keyring: given,
    // a dispatch that is forgotten when the power fails would be paid twice
    synchronous: "FULL",
  });
  const store = sqliteStore(sql, systemTimers);
  return { kind: "sqlite", store, keyring, close: () => store.close() };
}

function openPostgres(): never {
  throw new ConfigError(["DATABASE_URL: this version keeps everything in SQLite. Leave DATABASE_URL out."]);
}
