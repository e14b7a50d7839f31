import type { ApiKey, ApiKeyStore } from "@codespar/backend";
import { readPage } from "./read-page.ts";
import type { SqlDatabase } from "./sql-database.ts";

/** False when the organisation has as many keys as it may. In the caller's transaction. */
export function createApiKey(sql: SqlDatabase, key: ApiKey, most: number | null): boolean {
  if (most !== null && key.organisation !== null && countActive(sql, key.organisation) >= most) return false;
  write(sql, key);
  return true;
}

/** False when the key is revoked, or another's already. In the caller's transaction. */
export function updateApiKey(sql: SqlDatabase, key: ApiKey, expectedHash: string): boolean {
  const before = find(sql, key.id);
  if (before === undefined || before.revokedAt !== null || before.hash !== expectedHash) return false;
  // the time of the last use is `touchApiKey`'s alone
  write(sql, { ...key, lastUsedAt: before.lastUsedAt });
  return true;
}

/** The API keys of the SQLite store. */
export function sqliteApiKeys(sql: SqlDatabase): ApiKeyStore {
  return {
    createApiKey: async (key, most = null) => sql.transaction(() => createApiKey(sql, key, most)),
    updateApiKey: async (key, expectedHash) => sql.transaction(() => updateApiKey(sql, key, expectedHash)),
    findApiKey: async (hash) =>
      sql.json<ApiKey>("SELECT row FROM api_keys WHERE hash = ?1 OR previous_hash = ?1", hash),
    async touchApiKey(id, lastUsedAt) {
      sql.transaction(() => {
        const key = find(sql, id);
        if (key !== undefined) write(sql, { ...key, lastUsedAt });
      });
    },
    listApiKeys: async (organisation, slice) =>
      readPage<ApiKey>(
        (before, count) =>
          sql.jsons(
            "SELECT row FROM api_keys WHERE organisation IS ? AND id < ? ORDER BY id DESC LIMIT ?",
            organisation,
            before,
            count,
          ),
        () => true,
        slice,
      ),
  };
}

function find(sql: SqlDatabase, id: string): ApiKey | undefined {
  return sql.json("SELECT row FROM api_keys WHERE id = ?", id);
}

function write(sql: SqlDatabase, key: ApiKey): void {
  const { id, organisation, hash, previousHash } = key;
  const statement = "INSERT OR REPLACE INTO api_keys VALUES (?, ?, ?, ?, ?)";
  sql.run(statement, id, organisation, hash, previousHash, JSON.stringify(key));
}

function countActive(sql: SqlDatabase, organisation: string): number {
  const where = "organisation = ? AND row ->> 'revokedAt' IS NULL";
  return sql.number(`SELECT COUNT(*) AS value FROM api_keys WHERE ${where}`, organisation) ?? 0;
}
