import type { Operation, OperationStore, StoredStream } from "@codespar/backend";
import { isSettled, keepsKey } from "@codespar/backend/store";
import type { StreamEventBody } from "@codespar/contract";
import type { Database } from "../database/database.ts";
import type { DatabaseClock } from "../database/database-clock.ts";
import { readJson, readText } from "../database/read-row.ts";
import { toText } from "../database/to-text.ts";
import { dropRecords } from "../records/drop-records.ts";
import { dayKeeper } from "../schema/day-keeper.ts";
import { beginOperation } from "./begin-operation.ts";
import { listOperations } from "./list-operations.ts";
import { dropRest, erasePayloads } from "./log-retention.ts";
import { openCall } from "./open-call.ts";
import { openColumns, readOperation, selectOperations } from "./operation-row.ts";
import type { OperationWaiters } from "./operation-waiters.ts";
import { settleStatement, settleValues } from "./settle-operation.ts";
import { StreamWriter } from "./stream-writer.ts";
import { readUsage, readUsageGroups, readUsed, rollUpUsage } from "./usage.ts";

export interface OperationContext {
  database: Database;
  clock: DatabaseClock;
  waiters: OperationWaiters;
  /** Notifies other processes that something happened to the operation. */
  hint(id: string): void;
}

const repeatable = { isRepeatable: true };
/** The log is in partitions: only a plan for the very id looks into one of them alone. */
const plannedEachTime = { isRepeatable: true, isPlannedEachTime: true };
/** Of the last attempt: its end is not known. */
const underWay = "coalesce(last_outcome IN ('pending', 'unknown'), false)";
const working = "state IN ('queued', 'running', 'dispatched')";

/** The operations of the PostgreSQL store: each method is one statement, hence one transaction. */
export function postgresOperations({ database, clock, waiters, hint }: OperationContext): OperationStore {
  async function findOperation(id: string): Promise<Operation | undefined> {
    const [row] = await database.query(selectOperations("o.id = $1"), [id], plannedEachTime);
    return row === undefined ? undefined : readOperation(row, clock);
  }

  async function present(id: string): Promise<Operation> {
    const operation = await findOperation(id);
    if (operation === undefined) throw new Error(`Operation ${id} is not in the store.`);
    return operation;
  }

  function happened(id: string): void {
    waiters.wake(id);
    hint(id);
  }

  const days = dayKeeper(database);
  const streams = new StreamWriter(async (id, events) => {
    await database.query(
      `WITH operation AS (
         UPDATE codespar.operations_open SET stream_length = stream_length + cardinality($2::text[])
         WHERE id = $1 AND ${working} RETURNING stream_length - cardinality($2::text[]) AS before
       )
       INSERT INTO codespar.streams
       SELECT $1, before + number, row FROM operation, unnest($2::text[]) WITH ORDINALITY AS event (row, number)`,
      [id, events.map((event) => JSON.stringify(event))],
    );
    happened(id);
  });

  return {
    beginsDispatched: true,
    openCall: (open) => openCall({ database, findOperation }, open),
    beginOperation: (begin) => beginOperation({ database, clock, findOperation }, begin),
    async findOperationByKey(organisation, key, keysSince) {
      const [row] = await database.query(
        "SELECT operation FROM codespar.operation_keys WHERE organisation = $1 AND key = $2",
        [organisation, toText(key)],
        plannedEachTime,
      );
      const operation = row === undefined ? undefined : await findOperation(readText(row, "operation"));
      return operation !== undefined && keepsKey(operation, keysSince) ? operation : undefined;
    },
    async readOperation(organisation, id) {
      const operation = await findOperation(id);
      return operation?.organisation === organisation ? operation : undefined;
    },
    findOperation,
    listOperations: (organisation, filter, slice) =>
      listOperations({ database, clock }, organisation, filter, slice),
    async markDispatched(id, lease, { attempt, account, note, leaseUntil }) {
      // the same attempt is noted once, also when the statement is sent twice
      const rows = await database.query(
        `UPDATE codespar.operations_open SET state = 'dispatched', provider = $3, account = $4, lease_until = $5,
           attempts = CASE WHEN state = 'dispatched' AND attempts[cardinality(attempts)] = $6 THEN attempts
             ELSE array_append(attempts, $6::text) END,
           last_provider = $3, last_outcome = $7, last_at = $8, dispatched = $9
         WHERE id = $1 AND lease = $2 AND ${working} RETURNING 1`,
        [
          id,
          lease,
          attempt.provider,
          account,
          clock.toDatabase(leaseUntil),
          JSON.stringify(attempt),
          attempt.outcome,
          attempt.at,
          JSON.stringify(note),
        ],
        repeatable,
      );
      return rows.length === 1;
    },
    async extendLease(id, lease, leaseUntil) {
      const rows = await database.query(
        `UPDATE codespar.operations_open SET lease_until = $3 WHERE id = $1 AND lease = $2 AND ${working} RETURNING 1`,
        [id, lease, clock.toDatabase(leaseUntil)],
        repeatable,
      );
      return rows.length === 1;
    },
    async markUndispatched(id, lease, { provider, outcome, at, reason }, dueAt) {
      const rows = await database.query(
        `UPDATE codespar.operations_open SET provider = NULL, account = NULL, dispatched = NULL,
           state = CASE WHEN $7::bigint IS NULL THEN 'running' ELSE 'queued' END,
           lease_until = coalesce($7, lease_until),
           attempts = CASE WHEN ${underWay} THEN trim_array(attempts, 1) ELSE attempts END
             || codespar.attempt($3, $4, CASE WHEN ${underWay} THEN last_at ELSE $5 END, $6),
           last_provider = $3, last_outcome = $4, last_at = CASE WHEN ${underWay} THEN last_at ELSE $5 END
         WHERE id = $1 AND lease = $2 AND ${working} RETURNING 1`,
        [
          id,
          lease,
          provider,
          outcome,
          at,
          reason === undefined ? null : JSON.stringify(reason),
          dueAt === undefined ? null : clock.toDatabase(dueAt),
        ],
      );
      return rows.length === 1;
    },
    async settleOperation(id, lease, settlement) {
      // what was reported before the end belongs to the stream
      await streams.settled(id);
      const [row] = await database.query(
        settleStatement,
        settleValues(id, lease, settlement, clock),
        repeatable,
      );
      if (row === undefined) return present(id);
      happened(id);
      return readOperation(row, clock);
    },
    async takeOperations(now, limit, leaseUntil) {
      const rows = await database.query(
        `WITH due AS (
           SELECT id, lease_until FROM codespar.operations_open WHERE lease_until <= $1
           ORDER BY lease_until, id LIMIT $2 FOR UPDATE SKIP LOCKED
         ), taken AS (
           UPDATE codespar.operations_open o SET ${takeColumns("$3")}
           FROM due WHERE o.id = due.id RETURNING due.lease_until AS due_at, o.*
         )
         SELECT ${openColumns} FROM taken ORDER BY due_at, id`,
        [clock.toDatabase(now), limit, clock.toDatabase(leaseUntil)],
      );
      return rows.map((row) => readOperation(row, clock));
    },
    async takeUnknownOperation(id, leaseUntil) {
      const [row] = await database.query(
        `UPDATE codespar.operations_open SET ${takeColumns("$2")} WHERE id = $1 AND state = 'unknown'
         RETURNING ${openColumns}`,
        [id, clock.toDatabase(leaseUntil)],
      );
      return row === undefined ? undefined : readOperation(row, clock);
    },
    waitForOperation: (id, signal) =>
      waiters.until(id, Number.POSITIVE_INFINITY, signal, async () => {
        const operation = await present(id);
        return isSettled(operation.state) ? operation : undefined;
      }),
    appendStream: (id, event) => streams.append(id, event),
    readStream: (id, after, signal) =>
      waiters.until(id, after, signal, async (): Promise<StoredStream | undefined> => {
        // the operation first: once it has settled, its stream is complete
        const operation = await present(id);
        const rows = await database.query(
          "SELECT row FROM codespar.streams WHERE operation = $1 AND number > $2 ORDER BY number",
          [id, after],
          plannedEachTime,
        );
        const events = rows.map((row) => readJson<StreamEventBody>(row, "row"));
        return events.length > 0 || isSettled(operation.state) ? { events, operation } : undefined;
      }),
    erasePayloads: (before, limit) => erasePayloads(database, before, limit),
    async dropOperations(before, limit) {
      while ((await rollUpUsage(database)) > 0);
      const inDays = await days.keepUp(before);
      return inDays + (await dropRest(database, before, limit));
    },
    dropRecords: (before, limit) => dropRecords(database, before, limit),
    async recordDocument(document) {
      await database.query(
        "INSERT INTO codespar.provider_documents VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        [document.organisation, document.kind, toText(document.id), JSON.stringify(document)],
        repeatable,
      );
    },
    async findDocument(organisation, kind, id) {
      const [row] = await database.query(
        "SELECT row FROM codespar.provider_documents WHERE organisation = $1 AND kind = $2 AND id = $3",
        [organisation, kind, toText(id)],
        repeatable,
      );
      return row === undefined ? undefined : readJson(row, "row");
    },
    readUsed: (organisation, period) => readUsed(database, organisation, period),
    readUsage: (organisation, period) => readUsage(database, organisation, period),
    readUsageGroups: (organisation, period, key) => readUsageGroups(database, organisation, period, key),
  };
}

/** What `take` in the backend does, as columns. */
function takeColumns(leaseUntil: string): string {
  const unlessUnknown = (column: string) =>
    `${column} = CASE WHEN state = 'unknown' THEN NULL ELSE ${column} END`;
  return `lease = lease + 1, lease_until = ${leaseUntil},
    state = CASE state WHEN 'queued' THEN 'running' WHEN 'unknown' THEN 'dispatched' ELSE state END,
    ${["error", "completed_at", "answer_status", "answer_body"].map(unlessUnknown).join(", ")}`;
}
