import type { JsonObject } from "@codespar/contract";

/** Where a document of a simulated server lives. */
export interface DocumentKey {
  server: string;
  /** Whose account at the server: an organisation's, or one of its tenants'. */
  account: string;
  kind: string;
  id: string;
}

/** Work that falls due as the clock moves. */
export interface DueWork extends DocumentKey {
  at: number;
  /** Which of the server's `due` handlers takes it. */
  task: string;
}

/** What a server returned for an operation, or that it never will. */
export interface RecordedOperation {
  response: JsonObject | "never";
}

/**
 * What the simulated providers remember: they stand for the outside world, so it is apart from the backend's store.
 * Synchronous, because one provider call is one transaction.
 */
export interface SimulationState {
  get(key: DocumentKey): JsonObject | undefined;
  put(key: DocumentKey, document: JsonObject): void;
  /** Documents in the order in which they were first put. */
  list(server: string, account: string, kind: string): Iterable<JsonObject>;
  /** The document of this kind and id in whatever account, for lookups by the test control. */
  findById(kind: string, id: string): { key: DocumentKey; document: JsonObject } | undefined;
  /** Documents of this kind in whatever account, in no particular order, for the test control. */
  listKind(kind: string): Iterable<{ key: DocumentKey; document: JsonObject }>;
  /** The same in every account that has one. */
  listById(kind: string, id: string): { key: DocumentKey; document: JsonObject }[];
  schedule(work: DueWork): void;
  /** Removes and returns what is due, earliest first, one at a time. */
  takeDue(now: number): DueWork | undefined;
  nextDueAt(): number | undefined;
  recordOperation(server: string, operationId: string, record: RecordedOperation): void;
  findOperation(server: string, operationId: string): RecordedOperation | undefined;
  /** 1, 2, 3 … for each series. */
  nextNumber(series: string): number;
  /** Runs `work`; all that it puts is kept, or nothing if it throws. */
  transaction<Result>(work: () => Result): Result;
  clear(): void;
}
