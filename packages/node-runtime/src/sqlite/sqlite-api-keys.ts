import type { ApiKey, ApiKeyStore } from "@codespar/backend";
import { pageOf } from "./page-of.ts";
import type { SqlDatabase } from "./sql-database.ts";

/** The API keys of the SQLite store. */
export function sqliteApiKeys(sql: SqlDatabase): ApiKeyStore {
  function find(id: string): ApiKey | undefined {
    return sql.json("SELECT row FROM api_keys WHERE id = ?", id);
  }

  function write(key: ApiKey): void {
    const { id, organisation, hash, previousHash } = key;
    sql.run(
      "INSERT OR REPLACE INTO api_keys VALUES (?, ?, ?, ?, ?)",
      id,
      organisation,
      hash,
      previousHash,
      JSON.stringify(key),
    );
  }

  function countActive(organisation: string): number {
    const where = "organisation = ? AND row ->> 'revokedAt' IS NULL";
    return sql.number(`SELECT COUNT(*) AS value FROM api_keys WHERE ${where}`, organisation) ?? 0;
  }

  return {
    createApiKey: async (key, most = null) =>
      sql.transaction(() => {
        if (most !== null && key.organisation !== null && countActive(key.organisation) >= most) return false;
        write(key);
        return true;
      }),
    findApiKey: async (hash) =>
      sql.json<ApiKey>("SELECT row FROM api_keys WHERE hash = ?1 OR previous_hash = ?1", hash),
    updateApiKey: async (key, expectedHash) =>
      sql.transaction(() => {
        const before = find(key.id);
        if (before === undefined || before.revokedAt !== null || before.hash !== expectedHash) return false;
        // the time of the last use is `touchApiKey`'s alone
        write({ ...key, lastUsedAt: before.lastUsedAt });
        return true;
      }),
    async touchApiKey(id, lastUsedAt) {
      sql.transaction(() => {
        const key = find(id);
        if (key !== undefined) write({ ...key, lastUsedAt });
      });
    },
    listApiKeys: async (organisation, slice) =>
      pageOf<ApiKey>(
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
