import type { JsonObject } from "@codespar/contract";
import type { DocumentKey, DueWork, RecordedOperation, SimulationState } from "./simulation-state.ts";

/** The documents of one kind in one account. */
interface Shelf extends Omit<DocumentKey, "id"> {
  byId: Map<string, JsonObject>;
}

/** The simulated providers' state in memory, gone with the process. */
export class MemoryState implements SimulationState {
  readonly #shelves = new Map<string, Shelf>();
  readonly #due: DueWork[] = [];
  /** By server, then by operation: a text made of both would be kept with every call. */
  readonly #operations = new Map<string, Map<string, RecordedOperation>>();
  readonly #numbers = new Map<string, number>();

  get({ server, account, kind, id }: DocumentKey): JsonObject | undefined {
    return this.#shelves.get(getName(server, account, kind))?.byId.get(id);
  }

  put({ server, account, kind, id }: DocumentKey, document: JsonObject): void {
    const name = getName(server, account, kind);
    let shelf = this.#shelves.get(name);
    if (shelf === undefined) {
      shelf = { server, account, kind, byId: new Map() };
      this.#shelves.set(name, shelf);
    }
    shelf.byId.set(id, document);
  }

  list(server: string, account: string, kind: string): Iterable<JsonObject> {
    return this.#shelves.get(getName(server, account, kind))?.byId.values() ?? [];
  }

  findById(kind: string, id: string): { key: DocumentKey; document: JsonObject } | undefined {
    return this.listById(kind, id)[0];
  }

  listById(kind: string, id: string): { key: DocumentKey; document: JsonObject }[] {
    const found: { key: DocumentKey; document: JsonObject }[] = [];
    for (const shelf of this.#shelves.values()) {
      const document = shelf.kind === kind ? shelf.byId.get(id) : undefined;
      if (document !== undefined) found.push({ key: getKey(shelf, id), document });
    }
    return found;
  }

  *listKind(kind: string): Iterable<{ key: DocumentKey; document: JsonObject }> {
    for (const shelf of this.#shelves.values()) {
      if (shelf.kind !== kind) continue;
      for (const [id, document] of shelf.byId) yield { key: getKey(shelf, id), document };
    }
  }

  schedule(work: DueWork): void {
    // a binary heap by time; equal times keep no promise of order beyond the tie-break below
    const heap = this.#due;
    heap.push(work);
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!isEarlier(heap, child, parent)) return;
      swap(heap, child, parent);
      child = parent;
    }
  }

  takeDue(now: number): DueWork | undefined {
    const heap = this.#due;
    const first = heap[0];
    if (first === undefined || first.at > now) return undefined;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    heap[0] = last;
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      const right = left + 1;
      let smallest = parent;
      if (left < heap.length && isEarlier(heap, left, smallest)) smallest = left;
      if (right < heap.length && isEarlier(heap, right, smallest)) smallest = right;
      if (smallest === parent) return first;
      swap(heap, parent, smallest);
      parent = smallest;
    }
  }

  nextDueAt(): number | undefined {
    return this.#due[0]?.at;
  }

  recordOperation(server: string, operationId: string, record: RecordedOperation): void {
    const operations = this.#operations.get(server);
    if (operations === undefined) this.#operations.set(server, new Map([[operationId, record]]));
    else operations.set(operationId, record);
  }

  findOperation(server: string, operationId: string): RecordedOperation | undefined {
    return this.#operations.get(server)?.get(operationId);
  }

  nextNumber(series: string): number {
    const next = (this.#numbers.get(series) ?? 0) + 1;
    this.#numbers.set(series, next);
    return next;
  }

  /** Nothing to undo in memory: handlers put only after they have decided. */
  transaction<Result>(work: () => Result): Result {
    return work();
  }

  clear(): void {
    this.#shelves.clear();
    this.#due.length = 0;
    this.#operations.clear();
    this.#numbers.clear();
  }
}

/** A tenant's account may have a blank in its name, but never a NUL. */
function getName(server: string, account: string, kind: string): string {
  return `${server}\0${account}\0${kind}`;
}

function getKey({ server, account, kind }: Shelf, id: string): DocumentKey {
  return { server, account, kind, id };
}

function isEarlier(heap: readonly DueWork[], a: number, b: number): boolean {
  const first = heap[a];
  const second = heap[b];
  if (first === undefined || second === undefined) return false;
  return first.at < second.at || (first.at === second.at && first.id < second.id);
}

function swap(heap: DueWork[], a: number, b: number): void {
  const first = heap[a];
  const second = heap[b];
  if (first === undefined || second === undefined) return;
  heap[a] = second;
  heap[b] = first;
}
