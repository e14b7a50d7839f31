import type { StreamEventBody } from "@codespar/contract";
import type { BeginOperation, BeginOutcome, Operation, ProviderDocument, StoredEvent } from "../operation.ts";
import { matchesFilter } from "../operation-filter.ts";
import { isCharged, isFinal, isSettled, keepsKey, settle } from "../operation-state.ts";
import type { Store } from "../store.ts";
import { MemoryLedger } from "./memory-ledger.ts";
import { sliceOf } from "./slice-of.ts";
import { TimeOrderedList } from "./time-ordered-list.ts";
import { Waiters } from "./waiters.ts";

type OperationMethods = Pick<
  Store,
  | "appendStream"
  | "beginOperation"
  | "dropOperations"
  | "erasePayloads"
  | "findDocument"
  | "findOperation"
  | "findOperationByKey"
  | "listOperations"
  | "markDispatched"
  | "markUndispatched"
  | "readOperation"
  | "readStream"
  | "readUsage"
  | "readUsageGroups"
  | "readUsed"
  | "recordDocument"
  | "settleOperation"
  | "takeOperations"
  | "takeUnknownOperation"
  | "waitForOperation"
> & { nextOperationDueAt(): number | undefined };

export interface MemoryOperationHooks {
  countCall(sessionId: string): void;
  appendEvents(events: readonly StoredEvent[]): void;
  eraseEventsOf(operationId: string): void;
}

/** The operations of the in-memory store. Every method is one synchronous step, hence one transaction. */
export function memoryOperations(hooks: MemoryOperationHooks): OperationMethods {
  const operations = new Map<string, Operation>();
  const keys = new Map<string, string>();
  const lists = new Map<string, TimeOrderedList>();
  /** Not final yet: what `takeOperations` looks through. */
  const open = new Set<string>();
  /** Ended, with payloads, in order of creation. */
  const payloads = new Set<string>();
  const streams = new Map<string, StreamEventBody[]>();
  const documents = new Map<string, ProviderDocument>();
  const ledger = new MemoryLedger();
  const waiters = new Waiters();

  const keyOf = (organisation: string, key: string) => `${organisation} ${key}`;
  const documentKey = (organisation: string, kind: string, id: string) => `${organisation} ${kind} ${id}`;

  function byKey(organisation: string, key: string, keysSince: number): Operation | undefined {
    const id = keys.get(keyOf(organisation, key));
    const operation = id === undefined ? undefined : operations.get(id);
    return operation !== undefined && keepsKey(operation, keysSince) ? operation : undefined;
  }

  function write(operation: Operation): Operation {
    operations.set(operation.id, operation);
    return operation;
  }

  /** The operation if this lease is still the one that counts. */
  function leased(id: string, lease: number): Operation | undefined {
    const operation = operations.get(id);
    return operation !== undefined && operation.lease === lease && !isFinal(operation.state)
      ? operation
      : undefined;
  }

  function begin(begin: BeginOperation): BeginOutcome {
    const { operation, leaseUntil, keysSince } = begin;
    const earlier = byKey(operation.organisation, operation.key, keysSince);
    if (earlier !== undefined) {
      if (earlier.fingerprint !== operation.fingerprint) return { outcome: "conflict" };
      return { outcome: "joined", operation: earlier };
    }
    const refusal = ledger.reserve(begin);
    if (refusal !== undefined) return refusal;
    const isQueued = operation.verb === "send";
    const started: Operation = {
      ...operation,
      state: isQueued ? "queued" : "running",
      provider: null,
      attempts: [],
      error: null,
      charged: isQueued,
      completedAt: null,
      lease: 1,
      leaseUntil: isQueued ? operation.createdAt : leaseUntil,
      answer: null,
    };
    write(started);
    keys.set(keyOf(operation.organisation, operation.key), operation.id);
    let list = lists.get(operation.organisation);
    if (list === undefined) {
      list = new TimeOrderedList();
      lists.set(operation.organisation, list);
    }
    list.add(operation.id);
    open.add(operation.id);
    hooks.countCall(operation.sessionId);
    return { outcome: "started", operation: started };
  }

  return {
    beginOperation: async (input) => begin(input),
    findOperationByKey: async (organisation, key, keysSince) => byKey(organisation, key, keysSince),
    async readOperation(organisation, id) {
      const operation = operations.get(id);
      return operation?.organisation === organisation ? operation : undefined;
    },
    findOperation: async (id) => operations.get(id),
    async listOperations(organisation, filter, { limit, cursor }) {
      const ids = lists.get(organisation)?.before(cursor) ?? [];
      return sliceOf(
        ids,
        (id) => operations.get(id),
        (operation) => matchesFilter(operation, filter),
        limit,
      );
    },
    async markDispatched(id, lease, attempt, leaseUntil) {
      const operation = leased(id, lease);
      if (operation === undefined) return false;
      const attempts = [...operation.attempts, attempt];
      write({ ...operation, state: "dispatched", provider: attempt.provider, attempts, leaseUntil });
      return true;
    },
    async markUndispatched(id, lease, reason) {
      const operation = leased(id, lease);
      if (operation === undefined) return false;
      const attempts = operation.attempts.map((attempt, index) =>
        index === operation.attempts.length - 1
          ? { ...attempt, outcome: "unavailable" as const, reason }
          : attempt,
      );
      write({ ...operation, state: "running", provider: null, attempts });
      return true;
    },
    async settleOperation(id, lease, settlement) {
      const before = operations.get(id);
      if (before === undefined) throw new Error(`Operation ${id} is not in the store.`);
      if (leased(id, lease) === undefined) return before;
      const settled = write(settle(before, settlement));
      ledger.settle(before, settlement.state, isCharged(settlement));
      for (const document of settlement.documents) {
        documents.set(documentKey(document.organisation, document.kind, document.id), document);
      }
      hooks.appendEvents(settlement.events);
      if (isFinal(settled.state)) {
        open.delete(id);
        payloads.add(id);
      }
      if (settled.state === "failed") {
        const key = keyOf(settled.organisation, settled.key);
        if (keys.get(key) === id) keys.delete(key);
      }
      waiters.wake(id);
      return settled;
    },
    async takeOperations(now, limit, leaseUntil) {
      const taken: Operation[] = [];
      for (const id of open) {
        if (taken.length === limit) break;
        const operation = operations.get(id);
        if (operation === undefined || operation.leaseUntil > now) continue;
        const state = operation.state === "queued" ? "running" : operation.state;
        taken.push(write({ ...operation, state, lease: operation.lease + 1, leaseUntil }));
      }
      return taken;
    },
    async takeUnknownOperation(id, _now, leaseUntil) {
      const operation = operations.get(id);
      if (operation?.state !== "unknown") return undefined;
      return write({ ...operation, lease: operation.lease + 1, leaseUntil });
    },
    async waitForOperation(id, signal) {
      for (;;) {
        const operation = operations.get(id);
        if (operation === undefined) throw new Error(`Operation ${id} is not in the store.`);
        if (isSettled(operation.state)) return operation;
        await waiters.wait(id, signal);
      }
    },
    async appendStream(id, event) {
      const stream = streams.get(id);
      if (stream === undefined) streams.set(id, [event]);
      else stream.push(event);
      waiters.wake(id);
    },
    async readStream(id, after, signal) {
      for (;;) {
        const operation = operations.get(id);
        if (operation === undefined) throw new Error(`Operation ${id} is not in the store.`);
        const events = streams.get(id) ?? [];
        if (events.length > after || isSettled(operation.state))
          return { events: events.slice(after), operation };
        await waiters.wait(id, signal);
      }
    },
    async erasePayloads(before, limit) {
      let erased = 0;
      for (const id of payloads) {
        const operation = operations.get(id);
        if (erased === limit || operation === undefined || operation.createdAt >= before) break;
        write({ ...operation, arguments: null, answer: null });
        payloads.delete(id);
        streams.delete(id);
        hooks.eraseEventsOf(id);
        const key = keyOf(operation.organisation, operation.key);
        if (keys.get(key) === id) keys.delete(key);
        erased += 1;
      }
      return erased;
    },
    async dropOperations(before, limit) {
      let dropped = 0;
      for (const [id, operation] of operations) {
        if (dropped === limit || operation.createdAt >= before || open.has(id) || payloads.has(id)) break;
        operations.delete(id);
        lists.get(operation.organisation)?.dropOldest(id);
        dropped += 1;
      }
      return dropped;
    },
    async recordDocument(document) {
      const key = documentKey(document.organisation, document.kind, document.id);
      if (!documents.has(key)) documents.set(key, document);
    },
    findDocument: async (organisation, kind, id) => documents.get(documentKey(organisation, kind, id)),
    readUsed: async (organisation, period) => ledger.used(organisation, period),
    readUsage: async (organisation, period) => ledger.usage(organisation, period),
    async readUsageGroups(organisation, period, key) {
      const counts = new Map<string | null, number>();
      for (const id of lists.get(organisation)?.before(undefined) ?? []) {
        const operation = operations.get(id);
        if (operation === undefined || operation.period !== period || !operation.charged) continue;
        const value = Object.hasOwn(operation.metadata, key) ? (operation.metadata[key] ?? null) : null;
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
    },
    nextOperationDueAt() {
      let next: number | undefined;
      for (const id of open) {
        const due = operations.get(id)?.leaseUntil;
        if (due !== undefined && (next === undefined || due < next)) next = due;
      }
      return next;
    },
  };
}
