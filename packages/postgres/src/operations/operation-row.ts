import type { Operation } from "@codespar/backend";
import type { SqlRow } from "../database/database.ts";
import type { DatabaseClock } from "../database/database-clock.ts";
import {
  readBoolean,
  readJson,
  readNumber,
  readOptionalNumber,
  readOptionalText,
  readText,
} from "../database/read-row.ts";
import { fromText } from "../database/to-text.ts";

const common = `id, organisation, session_id, key, fingerprint, verb, tool, server, metadata, user_id, amount, currency,
  created_at, period, state, provider, account, attempts, error, charged, completed_at, lease, lease_until`;

/** The columns that make an operation, of `operations_open`. */
export const openColumns = `${common}, arguments, answer_status, answer_body, dispatched`;

const logColumns = `l.${common.replaceAll(/,\s+/g, ", l.")}, p.arguments, p.answer_status, p.answer_body, NULL AS dispatched`;
const logWithPayload = "codespar.operations_log l LEFT JOIN codespar.operation_payloads p USING (id)";

/** Operations wherever they lie, that pass `where`: a condition on columns that both tables have, `o` being the row. */
export function selectOperations(where: string, rest = ""): string {
  return `(SELECT ${openColumns} FROM codespar.operations_open o WHERE ${where} ${rest})
    UNION ALL (SELECT ${logColumns} FROM ${logWithPayload} WHERE ${where.replaceAll("o.", "l.")} ${rest.replaceAll("o.", "l.")})`;
}

/** What the table says, as the backend knows it. */
export function readOperation(row: SqlRow, clock: DatabaseClock): Operation {
  const status = readOptionalNumber(row, "answer_status");
  const body = readOptionalText(row, "answer_body");
  const userId = readOptionalText(row, "user_id");
  const leaseUntil = readNumber(row, "lease_until");
  // this store wrote these columns from the same types
  return {
    id: readText(row, "id"),
    organisation: readText(row, "organisation"),
    sessionId: readText(row, "session_id"),
    key: fromText(readText(row, "key")),
    fingerprint: readText(row, "fingerprint"),
    verb: readText(row, "verb") as Operation["verb"],
    tool: readText(row, "tool"),
    server: readText(row, "server"),
    metadata: readJson(row, "metadata"),
    userId: userId === null ? null : fromText(userId),
    amount: readOptionalNumber(row, "amount"),
    currency: readOptionalText(row, "currency") as Operation["currency"],
    createdAt: readNumber(row, "created_at"),
    period: readText(row, "period"),
    arguments: readOptionalText(row, "arguments"),
    state: readText(row, "state") as Operation["state"],
    provider: readOptionalText(row, "provider"),
    account: readOptionalText(row, "account"),
    dispatched: row.dispatched === null ? null : readJson(row, "dispatched"),
    attempts: (row.attempts as string[]).map((text) => JSON.parse(text)),
    error: row.error === null ? null : readJson(row, "error"),
    charged: readBoolean(row, "charged"),
    completedAt: readOptionalNumber(row, "completed_at"),
    lease: readNumber(row, "lease"),
    leaseUntil: clock.fromDatabase(leaseUntil),
    response: status === null || body === null ? null : { status, body },
  };
}
