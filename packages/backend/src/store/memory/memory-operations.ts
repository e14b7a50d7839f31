import type { StreamEventBody } from "@codespar/contract";
import { StoreFull } from "../../ports/store-failure.ts";
import type { Job } from "../job.ts";
import type { BeginOperation, BeginOutcome, Operation, ProviderDocument, StoredEvent } from "../operation.ts";
import { matchesFilter } from "../operation-filter.ts";
import {
  dispatch,
  holds,
  isCharged,
  isFinal,
  isSettled,
  keepsKey,
  settle,
  start,
  take,
  undispatch,
} from "../states.ts";
import type { OperationStore } from "../store.ts";
import { Waiters } from "../waiters.ts";
import { OperationKeys, paginate, TimeOrderedList } from "./indexes.ts";
import { MemoryLedger } from "./memory-ledger.ts";

type OperationMethods = Omit<OperationStore, "dropRecords"> & {
  nextOperationDueAt(after: number): number | undefined;
  dropCounters(before: number): number;
  dropDocuments(before: number): number;
};

export interface MemoryOperationHooks {
  countCall(sessionId: string): void;
  appendEvents(events: readonly StoredEvent[]): void;
  addJobs(jobs: readonly Job[]): void;
  eraseEvents(before: number): void;
  dropEvents(before: number): void;
  /** Takes it for the operation, or returns false. Absent approval: true. */
  useApproval(begin: BeginOperation): boolean;
  eraseApprovals(before: number): void;
  /** Calls that are kept at a time. */
  maxCalls: number;
}

/** What was begun before can still be read, repeated and ended. */
function full(maxCalls: number): StoreFull {
  return new StoreFull(
    `This sandbox keeps its calls in memory, and has as many as it may: ${maxCalls.toLocaleString("en")}. Nothing was done. Start it again, keep them in a directory (data), or allow more (maxCalls).`,
  );
}

/** The operations of the in-memory store. Every method is one synchronous step, hence one transaction. */
export function memoryOperations(hooks: MemoryOperationHooks): OperationMethods {
  const operations = new Map<string, Operation>();
  const keys = new OperationKeys();
  const lists = new Map<string, TimeOrderedList>();
  /** Not final yet: what `takeOperations` looks through. */
  const open = new Set<string>();
  /** Ended, with payloads, in the order in which they ended. */
  const payloads = new Set<string>();
  const streams = new Map<string, StreamEventBody[]>();
  const documents = new Map<string, ProviderDocument>();
  const ledger = new MemoryLedger();
  const waiters = new Waiters();

  const documentKey = (organisation: string, kind: string, id: string) => `${organisation} ${kind} ${id}`;

  function byKey(organisation: string, key: string, keysSince: number): Operation | undefined {
    const id = keys.last(organisation, key);
    const operation = id === undefined ? undefined : operations.get(id);
    return operation !== undefined && keepsKey(operation, keysSince) ? operation : undefined;
  }

  function write(operation: Operation): Operation {
    operations.set(operation.id, operation);
    return operation;
  }

  /** Its creator stays its creator, however often others read or change it. */
  function keepDocument(document: ProviderDocument): void {
    const key = documentKey(document.organisation, document.kind, document.id);
    if (!documents.has(key)) documents.set(key, document);
  }

  function begin(begin: BeginOperation): BeginOutcome {
    const { operation, keysSince } = begin;
    const earlier = byKey(operation.organisation, operation.key, keysSince);
    if (earlier !== undefined) {
      if (earlier.fingerprint !== operation.fingerprint) return { outcome: "conflict" };
      return { outcome: "joined", operation: earlier };
    }
    if (operations.size >= hooks.maxCalls) throw full(hooks.maxCalls);
    const refusal = ledger.getRefusal(begin);
    if (refusal !== undefined) return refusal;
    if (!hooks.useApproval(begin)) return { outcome: "approval" };
    ledger.reserve(begin);
    const started = start(begin);
    write(started);
    keys.add(started);
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
      const ids =
        filter.key === undefined
          ? (lists.get(organisation)?.before(cursor) ?? [])
          : keys.before(organisation, filter.key, cursor);
      return paginate(
        ids,
        (id) => operations.get(id),
        (operation) => matchesFilter(operation, filter),
        limit,
      );
    },
    async markDispatched(id, lease, note) {
      const operation = operations.get(id);
      if (!holds(operation, lease)) return false;
      write(dispatch(operation, note));
      return true;
    },
    async extendLease(id, lease, leaseUntil) {
      const operation = operations.get(id);
      if (!holds(operation, lease)) return false;
      write({ ...operation, leaseUntil });
      return true;
    },
    async markUndispatched(id, lease, attempt, dueAt) {
      const operation = operations.get(id);
      if (!holds(operation, lease)) return false;
      write(undispatch(operation, attempt, dueAt));
      return true;
    },
    async settleOperation(id, lease, settlement) {
      const before = operations.get(id);
      if (before === undefined) throw new Error(`Operation ${id} is not in the store.`);
      if (!holds(before, lease)) return before;
      const settled = write(settle(before, settlement));
      ledger.settle(before, settlement.state, isCharged(settlement));
      for (const document of settlement.documents) keepDocument(document);
      hooks.appendEvents(settlement.events);
      hooks.addJobs(settlement.jobs ?? []);
      if (isFinal(settled.state)) {
        open.delete(id);
        payloads.add(id);
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
        taken.push(write(take(operation, leaseUntil)));
      }
      return taken;
    },
    async takeUnknownOperation(id, leaseUntil) {
      const operation = operations.get(id);
      return operation?.state === "unknown" ? write(take(operation, leaseUntil)) : undefined;
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
      const operation = operations.get(id);
      if (operation === undefined || isSettled(operation.state)) return;
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
        if (erased === limit || operation === undefined || (operation.completedAt ?? 0) >= before) break;
        write({ ...operation, arguments: null, response: null });
        payloads.delete(id);
        streams.delete(id);
        erased += 1;
      }
      hooks.eraseEvents(before);
      hooks.eraseApprovals(before);
      return erased;
    },
    async dropOperations(before, limit) {
      let dropped = 0;
      for (const [id, operation] of operations) {
        if (dropped === limit || operation.createdAt >= before) break;
        // one whose outcome is unknown stays, and does not hold up those behind it
        if (open.has(id) || payloads.has(id)) continue;
        operations.delete(id);
        lists.get(operation.organisation)?.drop(id);
        keys.drop(operation);
        dropped += 1;
      }
      hooks.dropEvents(before);
      return dropped;
    },
    async recordDocument(document) {
      keepDocument(document);
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
    dropCounters: (before) => ledger.dropCounters(before),
    dropDocuments(before) {
      let dropped = 0;
      for (const [key, { createdAt }] of documents) {
        if (createdAt < before && documents.delete(key)) dropped += 1;
      }
      return dropped;
    },
    nextOperationDueAt(after) {
      let next: number | undefined;
      for (const id of open) {
        const due = operations.get(id)?.leaseUntil;
        if (due !== undefined && due > after && (next === undefined || due < next)) next = due;
      }
      return next;
    },
  };
}
