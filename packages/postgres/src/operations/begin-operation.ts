import type { BeginOperation, BeginOutcome, Operation } from "@codespar/backend";
import { keepsKey, start } from "@codespar/backend/store";
import type { Database, SqlRow } from "../database/database.ts";
import type { DatabaseClock } from "../database/database-clock.ts";
import { readNumber, readOptionalNumber, readOptionalText, readText } from "../database/read-row.ts";
import { toText } from "../database/to-text.ts";

export interface BeginContext {
  database: Database;
  clock: DatabaseClock;
  findOperation(id: string): Promise<Operation | undefined>;
}

const statement = `SELECT * FROM codespar.begin_operation_2(${Array.from({ length: 39 }, (_, index) => `$${index + 1}`).join(", ")})`;

/** Takes the key, the quota, the reservations and the approval together, or none of them. */
export async function beginOperation(context: BeginContext, begin: BeginOperation): Promise<BeginOutcome> {
  const started = start(begin);
  for (let replaces: string | null = null; ; ) {
    const row = await run(context, begin, started, replaces);
    const outcome = readText(row, "outcome");
    if (outcome === "started") {
      const used = readOptionalNumber(row, "used");
      return { outcome, operation: started, ...(used === null ? {} : { used }) };
    }
    if (outcome === "stale") return { outcome };
    if (outcome === "quota") return { outcome, used: readNumber(row, "used") };
    if (outcome === "approval") return { outcome };
    if (outcome === "policy") return policyOutcome(begin, readNumber(row, "refused"));
    const held = readOptionalText(row, "held");
    // nobody has the key any more: the one that had it has just failed
    if (held === null) continue;
    // sent twice: the first time has counted, though its response was lost
    if (held === started.id) return { outcome: "started", operation: started };
    const earlier = await context.findOperation(held);
    if (earlier !== undefined && keepsKey(earlier, begin.keysSince)) {
      if (earlier.fingerprint !== started.fingerprint) return { outcome: "conflict" };
      return { outcome: "joined", operation: earlier };
    }
    replaces = held;
  }
}

async function run(
  { database, clock }: BeginContext,
  { operation, quota, reservations, approval, opening }: BeginOperation,
  started: Operation,
  replaces: string | null,
): Promise<SqlRow> {
  // by name, so that two calls with the same counters lock them in the same order
  const sorted = reservations
    .map((reservation, index) => ({ ...reservation, order: index + 1 }))
    .sort((a, b) => (a.counter < b.counter ? -1 : 1));
  const last = started.attempts.at(-1);
  const [row] = await database.query(
    statement,
    [
      started.id,
      started.organisation,
      started.sessionId,
      toText(started.key),
      started.fingerprint,
      started.verb,
      started.tool,
      started.server,
      JSON.stringify(started.metadata),
      started.userId === null ? null : toText(started.userId),
      started.amount,
      started.currency,
      started.createdAt,
      started.period,
      started.arguments,
      started.state,
      started.charged,
      clock.toDatabase(started.leaseUntil),
      quota,
      sorted.map(({ counter }) => toText(counter)),
      sorted.map(({ add }) => add),
      sorted.map(({ limit }) => limit),
      sorted.map(({ currency }) => currency !== undefined),
      sorted.map(({ expiresAt }) => expiresAt ?? null),
      sorted.map(({ order }) => order),
      approval?.id ?? null,
      approval?.version ?? null,
      // what `useApproval` writes into the record
      JSON.stringify({ status: "used", operationId: operation.id }),
      replaces,
      started.provider,
      started.account,
      started.attempts.map((attempt) => JSON.stringify(attempt)),
      last?.provider ?? null,
      last?.outcome ?? null,
      last?.at ?? null,
      started.dispatched === null ? null : JSON.stringify(started.dispatched),
      opening?.version ?? null,
      opening?.sessionExpiresAt ?? null,
      opening?.readsUsed ?? false,
    ],
    { isRepeatable: true },
  );
  // the one that held the key gave it up between two statements
  return row ?? { outcome: "held", held: null };
}

function policyOutcome({ reservations }: BeginOperation, order: number): BeginOutcome {
  const refused = reservations[order - 1];
  if (refused === undefined) throw new Error(`No reservation has the number ${order}.`);
  const { rule, limit, currency } = refused;
  return { outcome: "policy", rule, limit, currency };
}
