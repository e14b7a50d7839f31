import type { ApiKey, ApiKeyStore } from "@codespar/backend";
import type { Database, SqlRow, SqlValue } from "../database/database.ts";
import { readJson, readOptionalNumber } from "../database/read-row.ts";
import { readSlice } from "../database/read-slice.ts";

const columns = "id, row, last_used_at";
const repeatable = { isRepeatable: true };

/** The API keys of the PostgreSQL store. */
export function postgresApiKeys(database: Database): ApiKeyStore {
  return {
    async createApiKey(key, most = null) {
      const limit = key.organisation === null ? null : most;
      const [row] = await database.query(
        "SELECT codespar.create_api_key_1($1, $2, $3, $4, $5, $6, $7, $8) AS is_created",
        [...keyValues(key), key.lastUsedAt, limit],
      );
      return row?.is_created === true;
    },
    async findApiKey(hash) {
      const [row] = await database.query(
        `SELECT ${columns} FROM codespar.api_keys WHERE hash = $1 OR previous_hash = $1`,
        [hash],
        repeatable,
      );
      return row === undefined ? undefined : readApiKey(row);
    },
    async updateApiKey(key, expectedHash) {
      // the time of the last use is `touchApiKey`'s alone
      const rows = await database.query(
        `UPDATE codespar.api_keys SET organisation = $2, hash = $3, previous_hash = $4, revoked_at = $5, row = $6
         WHERE id = $1 AND revoked_at IS NULL AND hash = $7 RETURNING 1`,
        [...keyValues(key), expectedHash],
      );
      return rows.length === 1;
    },
    async touchApiKey(id, lastUsedAt) {
      await database.query(
        "UPDATE codespar.api_keys SET last_used_at = $2 WHERE id = $1 AND codespar.may_be_lost()",
        [id, lastUsedAt],
        repeatable,
      );
    },
    listApiKeys(organisation, slice) {
      const conditions = [organisation === null ? "organisation IS NULL" : "organisation = $1"];
      const values = organisation === null ? [] : [organisation];
      return readSlice(
        { database, columns, table: "codespar.api_keys", conditions, values, slice },
        readApiKey,
      );
    },
  };
}

/** What is written of a key but the time of its last use, by column. */
export function keyColumns({ lastUsedAt: _, ...key }: ApiKey) {
  return {
    id: key.id,
    organisation: key.organisation,
    hash: key.hash,
    previous_hash: key.previousHash,
    revoked_at: key.revokedAt,
    row: JSON.stringify(key),
  };
}

function keyValues(key: ApiKey): SqlValue[] {
  return Object.values(keyColumns(key));
}

export function readApiKey(row: SqlRow): ApiKey {
  const key = readJson<Omit<ApiKey, "lastUsedAt">>(row, "row");
  return { ...key, lastUsedAt: readOptionalNumber(row, "last_used_at") };
}
