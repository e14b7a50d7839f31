import type { Store, StoreWrite } from "@codespar/backend";
import type { Database } from "../database/database.ts";
import { readNumber } from "../database/read-row.ts";
import { keyColumns } from "./postgres-api-keys.ts";
import { recordColumns } from "./postgres-small-records.ts";

/** Several writes in one transaction. */
export function postgresTogether(database: Database): Pick<Store, "writeTogether"> {
  return {
    async writeTogether(writes) {
      const [row] = await database.query("SELECT codespar.write_together_1($1) AS place", [
        JSON.stringify(writes.map(describeWrite)),
      ]);
      if (row === undefined) throw new Error("No write was tried.");
      return readNumber(row, "place");
    },
  };
}

/** A write as the function reads it: its columns are texts that PostgreSQL can hold. */
function describeWrite(write: StoreWrite): object {
  const { type } = write;
  switch (type) {
    case "insert_record":
      return { type, most: write.most ?? null, ...recordColumns(write.kind, write.record) };
    case "replace_record":
      return { type, version: write.record.version, ...recordColumns(write.kind, write.record) };
    case "create_api_key":
      return { type, most: write.most, last_used_at: write.key.lastUsedAt, ...keyColumns(write.key) };
    case "update_api_key":
      return { type, expected_hash: write.expectedHash, ...keyColumns(write.key) };
    default:
      throw new Error(`There is no write ${JSON.stringify(write satisfies never)}.`);
  }
}
