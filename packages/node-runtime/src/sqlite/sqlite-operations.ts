import type {
  ApprovalRecord,
  BeginOperation,
  BeginOutcome,
  Operation,
  OperationStore,
  ProviderDocument,
  SessionRecord,
} from "@codespar/backend";
import type { Timers } from "@codespar/backend/ports";
import {
  dispatch,
  holds,
  isCharged,
  isSettled,
  keepsKey,
  settle,
  start,
  take,
  undispatch,
  useApproval,
  Waiters,
} from "@codespar/backend/store";
import type { StreamEventBody } from "@codespar/contract";
import { dropRecords } from "./drop-records.ts";
import { listOperations, readUsageGroups } from "./scan-operations.ts";
import type { SqlDatabase } from "./sql-database.ts";
import { SqliteLedger } from "./sqlite-ledger.ts";
import { addEvent, addJob } from "./sqlite-records.ts";

/** Milliseconds after which a waiter looks for what another process has done. */
const pollMs = 100;

/** The operations of the SQLite store: each method is one transaction. */
export function sqliteOperations(sql: SqlDatabase, timers: Timers): OperationStore {
  const ledger = new SqliteLedger(sql);
  const waiters = new Waiters();

  function find(id: string): Operation | undefined {
    return sql.json<Operation>("SELECT row FROM operations WHERE id = ?", id);
  }

  function byKey(organisation: string, key: string, keysSince: number): Operation | undefined {
    const operation = sql.json<Operation>(
      "SELECT row FROM operations WHERE id = (SELECT operation FROM keys WHERE organisation = ? AND key = ?)",
      organisation,
      key,
    );
    return operation !== undefined && keepsKey(operation, keysSince) ? operation : undefined;
  }

  function write(operation: Operation): Operation {
    const hasPayload = operation.arguments !== null || operation.response !== null ? 1 : 0;
    const { id, state, completedAt, leaseUntil } = operation;
    sql.run(
      "UPDATE operations SET state = ?, completed_at = ?, lease_until = ?, has_payload = ?, row = ? WHERE id = ?",
      state,
      completedAt,
      leaseUntil,
      hasPayload,
      JSON.stringify(operation),
      id,
    );
    return operation;
  }

  /** Writes the operation again if the lease is still the one that counts. */
  function change(id: string, lease: number, to: (operation: Operation) => Operation): boolean {
    return sql.transaction(() => {
      const operation = find(id);
      if (!holds(operation, lease)) return false;
      write(to(operation));
      return true;
    });
  }

  function begin(begin: BeginOperation): BeginOutcome {
    const { operation, keysSince } = begin;
    const earlier = byKey(operation.organisation, operation.key, keysSince);
    if (earlier !== undefined) {
      if (earlier.fingerprint !== operation.fingerprint) return { outcome: "conflict" };
      return { outcome: "joined", operation: earlier };
    }
    const refusal = ledger.getRefusal(begin);
    if (refusal !== undefined) return refusal;
    if (!takeApproval(begin)) return { outcome: "approval" };
    ledger.reserve(begin);
    const started = start(begin);
    const { id, organisation, sessionId, key, tool, state, createdAt, leaseUntil } = started;
    sql.run(
      "INSERT INTO operations VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, 1, ?)",
      id,
      organisation,
      sessionId,
      key,
      tool,
      state,
      createdAt,
      leaseUntil,
      JSON.stringify(started),
    );
    sql.run("INSERT OR REPLACE INTO keys VALUES (?, ?, ?)", organisation, key, id);
    const session = sql.json<SessionRecord>("SELECT row FROM sessions WHERE id = ?", sessionId);
    if (session !== undefined) {
      const counted: SessionRecord = { ...session, toolCalls: session.toolCalls + 1 };
      sql.run("UPDATE sessions SET row = ? WHERE id = ?", JSON.stringify(counted), sessionId);
    }
    return { outcome: "started", operation: started };
  }

  function takeApproval({ approval, operation }: BeginOperation): boolean {
    if (approval === undefined || approval === null) return true;
    const where = "kind = 'approval' AND organisation = ? AND id = ?";
    const record = sql.json<ApprovalRecord>(
      `SELECT row FROM records WHERE ${where}`,
      operation.organisation,
      approval.id,
    );
    if (record === undefined || record.version !== approval.version) return false;
    const used = JSON.stringify(useApproval(record, operation.id));
    sql.run(`UPDATE records SET row = ? WHERE ${where}`, used, operation.organisation, approval.id);
    return true;
  }

  function getStream(id: string, after: number): StreamEventBody[] {
    return sql.jsons("SELECT row FROM streams WHERE operation = ? AND number > ? ORDER BY number", id, after);
  }

  function present(id: string): Operation {
    const operation = find(id);
    if (operation === undefined) throw new Error(`Operation ${id} is not in the store.`);
    return operation;
  }

  /** Until something happens here, or might have happened in another process. */
  async function waitABit(id: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    let cancel = () => {};
    const polled = new AbortController();
    const timer = new Promise<void>((resolve) => {
      cancel = timers.after(pollMs, resolve);
    });
    const leave = () => polled.abort(signal.reason);
    signal.addEventListener("abort", leave, { once: true });
    try {
      await Promise.race([waiters.wait(id, polled.signal), timer]);
    } finally {
      cancel();
      signal.removeEventListener("abort", leave);
      polled.abort();
    }
  }

  return {
    beginsDispatched: true,
    beginOperation: async (input) => sql.transaction(() => begin(input)),
    findOperationByKey: async (organisation, key, keysSince) => byKey(organisation, key, keysSince),
    async readOperation(organisation, id) {
      const operation = find(id);
      return operation?.organisation === organisation ? operation : undefined;
    },
    findOperation: async (id) => find(id),
    listOperations: (organisation, filter, slice) => listOperations(sql, organisation, filter, slice),
    markDispatched: async (id, lease, note) => change(id, lease, (operation) => dispatch(operation, note)),
    extendLease: async (id, lease, leaseUntil) =>
      change(id, lease, (operation) => ({ ...operation, leaseUntil })),
    markUndispatched: async (id, lease, attempt, dueAt) =>
      change(id, lease, (operation) => undispatch(operation, attempt, dueAt)),
    async settleOperation(id, lease, settlement) {
      const settled = sql.transaction(() => {
        const before = present(id);
        if (!holds(before, lease)) return before;
        const after = write(settle(before, settlement));
        ledger.settle(before, settlement.state, isCharged(settlement));
        for (const document of settlement.documents) keepDocument(sql, document);
        for (const event of settlement.events) addEvent(sql, event);
        for (const job of settlement.jobs ?? []) addJob(sql, job);
        if (after.state === "failed")
          sql.run(
            "DELETE FROM keys WHERE operation = ? AND organisation = ? AND key = ?",
            id,
            after.organisation,
            after.key,
          );
        return after;
      });
      waiters.wake(id);
      return settled;
    },
    takeOperations: async (now, limit, leaseUntil) =>
      sql.transaction(() =>
        sql
          .jsons<Operation>(
            `SELECT row FROM operations WHERE state IN ('queued', 'running', 'dispatched', 'unknown')
             AND lease_until <= ? ORDER BY lease_until, id LIMIT ?`,
            now,
            limit,
          )
          .map((operation) => write(take(operation, leaseUntil))),
      ),
    takeUnknownOperation: async (id, leaseUntil) =>
      sql.transaction(() => {
        const operation = find(id);
        return operation?.state === "unknown" ? write(take(operation, leaseUntil)) : undefined;
      }),
    async waitForOperation(id, signal) {
      for (;;) {
        const operation = present(id);
        if (isSettled(operation.state)) return operation;
        await waitABit(id, signal);
      }
    },
    async appendStream(id, event) {
      sql.transaction(() => {
        const operation = find(id);
        if (operation === undefined || isSettled(operation.state)) return;
        sql.run(
          `INSERT INTO streams VALUES (?1, (SELECT COALESCE(MAX(number), 0) + 1 FROM streams WHERE operation = ?1), ?2)`,
          id,
          JSON.stringify(event),
        );
      });
      waiters.wake(id);
    },
    async readStream(id, after, signal) {
      for (;;) {
        const operation = present(id);
        const events = getStream(id, after);
        if (events.length > 0 || isSettled(operation.state)) return { events, operation };
        await waitABit(id, signal);
      }
    },
    erasePayloads: async (before, limit) =>
      sql.transaction(() => {
        const ended = sql.jsons<Operation>(
          `SELECT row FROM operations WHERE has_payload = 1 AND state IN ('succeeded', 'refused', 'failed')
           AND completed_at < ? ORDER BY completed_at LIMIT ?`,
          before,
          limit,
        );
        for (const operation of ended) {
          const { id, organisation, key } = operation;
          write({ ...operation, arguments: null, response: null });
          sql.run("DELETE FROM streams WHERE operation = ?", id);
          sql.run(
            "DELETE FROM keys WHERE organisation = ? AND key = ? AND operation = ?",
            organisation,
            key,
            id,
          );
        }
        sql.run(
          `UPDATE events SET has_data = 0, row = json_set(row, '$.data', NULL) WHERE has_data = 1 AND created_at < ?`,
          before,
        );
        sql.run(
          `UPDATE records SET row = json_set(row, '$.arguments', NULL)
           WHERE kind = 'approval' AND kind IN ('approval', 'delivery', 'resolution') AND row ->> 'createdAt' < ?
           AND row ->> 'arguments' IS NOT NULL`,
          before,
        );
        return ended.length;
      }),
    dropOperations: async (before, limit) =>
      sql.transaction(() => {
        sql.run("DELETE FROM events WHERE created_at < ? AND has_data = 0", before);
        return sql.run(
          `DELETE FROM operations WHERE id IN (SELECT id FROM operations WHERE created_at < ? AND has_payload = 0
           AND state IN ('succeeded', 'refused', 'failed') ORDER BY created_at LIMIT ?)`,
          before,
          limit,
        );
      }),
    dropRecords: async (before, limit) => sql.transaction(() => dropRecords(sql, before, limit)),
    async recordDocument(document) {
      keepDocument(sql, document);
    },
    findDocument: async (organisation, kind, id) =>
      sql.json<ProviderDocument>(
        "SELECT row FROM provider_documents WHERE organisation = ? AND kind = ? AND id = ?",
        organisation,
        kind,
        id,
      ),
    readUsed: async (organisation, period) => ledger.used(organisation, period),
    readUsageGroups: (organisation, period, key) => readUsageGroups(sql, organisation, period, key),
    readUsage: async (organisation, period) => ledger.usage(organisation, period),
  };
}

/** Its creator stays its creator, however often others read or change it. */
function keepDocument(sql: SqlDatabase, document: ProviderDocument): void {
  const { organisation, kind, id } = document;
  sql.run(
    "INSERT OR IGNORE INTO provider_documents VALUES (?, ?, ?, ?)",
    organisation,
    kind,
    id,
    JSON.stringify(document),
  );
}
