import { createHmac } from "node:crypto";
import type { ApiKey, Keyring, Organisation } from "@codespar/backend";
import type { Database } from "../database/database.ts";
import { DatabaseError } from "../database/database-error.ts";
import { readOptionalText, readText } from "../database/read-row.ts";

export interface FirstOrganisation {
  /** The organisation's id: the given one's, or of whoever was first. */
  organisation: string;
  /** Whether the given organisation and key were made. */
  isCreated: boolean;
}

/** What processes that share a database have to agree on before they begin. */
export interface Installation {
  /** Makes the organisation and its key when the database has never had one. Of several processes at once, one does. */
  createFirstOrganisation(organisation: Organisation, key: ApiKey): Promise<FirstOrganisation>;
  /**
   * Rejects when the keyring is not the one that this database's credentials are wrapped with: another key under a known
   * id, or none of the id that is current. A new current key is noted.
   */
  checkMasterKeys(keyring: Keyring): Promise<void>;
}

export function postgresInstallation(database: Database, databaseName: string): Installation {
  return {
    async createFirstOrganisation({ plan, overageEnabled, ...constant }, { lastUsedAt: _, ...key }) {
      const [row] = await database.query(
        "SELECT codespar.create_first_organisation_1($1, $2, $3, $4, $5, $6, $7) AS organisation",
        [constant.id, plan, overageEnabled, JSON.stringify(constant), key.id, key.hash, JSON.stringify(key)],
        { isRepeatable: true },
      );
      if (row === undefined) throw new Error("The first organisation was neither made nor found.");
      const organisation = readText(row, "organisation");
      return { organisation, isCreated: organisation === constant.id };
    },
    async checkMasterKeys({ current, keys }) {
      const ids = [current, ...Object.keys(keys).filter((id) => id !== current)];
      const [row] = await database.query(
        "SELECT * FROM codespar.check_master_keys_1($1, $2)",
        [ids, ids.map((id) => fingerprint(keys[id] ?? ""))],
        { isRepeatable: true },
      );
      if (row === undefined) return;
      const other = readOptionalText(row, "other");
      const lacking = readOptionalText(row, "lacking");
      if (other !== null) {
        throw refusal(
          `The database ${databaseName} knows another master key ${other} than this process has.`,
        );
      }
      if (lacking !== null) {
        throw refusal(
          `This process lacks the master key ${lacking}, which wraps what the database ${databaseName} keeps.`,
        );
      }
    },
  };
}

function refusal(sentence: string): DatabaseError {
  return new DatabaseError(`${sentence} Give every process on one database the same master keys.`, {
    isTemporary: false,
  });
}

/** Tells keys apart without telling what they are: they are 256 random bits. */
function fingerprint(key: string): string {
  return createHmac("sha256", Buffer.from(key, "base64"))
    .update("codespar master key")
    .digest("hex")
    .slice(0, 32);
}
