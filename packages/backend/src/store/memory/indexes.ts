import type { Operation } from "../operation.ts";
import type { Slice } from "../store.ts";

/** Ids in the order in which they were made, newest last, read newest first from a cursor on. */
export class TimeOrderedList {
  #ids: string[] = [];
  #start = 0;

  add(id: string): void {
    const last = this.#ids.at(-1);
    if (last === undefined || last < id) this.#ids.push(id);
    else this.#ids.splice(this.#lowerBound(id), 0, id);
  }

  /** Ids smaller than the cursor, newest first. */
  *before(cursor: string | undefined): Iterable<string> {
    let index = cursor === undefined ? this.#ids.length : this.#lowerBound(cursor);
    while (--index >= this.#start) {
      const id = this.#ids[index];
      if (id !== undefined) yield id;
    }
  }

  get isEmpty(): boolean {
    return this.#start === this.#ids.length;
  }

  /** Removes an id, most likely the oldest. */
  drop(id: string): void {
    if (this.#ids[this.#start] !== id) {
      const index = this.#lowerBound(id);
      if (this.#ids[index] === id) this.#ids.splice(index, 1);
      return;
    }
    this.#start += 1;
    if (this.#start > 1024 && this.#start > this.#ids.length / 2) {
      this.#ids = this.#ids.slice(this.#start);
      this.#start = 0;
    }
  }

  #lowerBound(id: string): number {
    let low = this.#start;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = this.#ids[middle];
      if (at !== undefined && at < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The first `limit` rows that pass, and where to go on. */
export function paginate<Row extends { id: string }>(
  ids: Iterable<string>,
  read: (id: string) => Row | undefined,
  passes: (row: Row) => boolean,
  limit: number,
): Slice<Row> {
  const rows: Row[] = [];
  for (const id of ids) {
    const row = read(id);
    if (row === undefined || !passes(row)) continue;
    if (rows.length === limit) return { rows, next: rows.at(-1)?.id ?? null };
    rows.push(row);
  }
  return { rows, next: null };
}

type Row = Pick<Operation, "id" | "key" | "organisation">;

/**
 * Which calls were made under an idempotency key, for as long as their rows are kept. Most keys have one call: only one
 * that is used again costs more than an entry.
 */
export class OperationKeys {
  /** The newest call's id, by organisation, then by key: a text made of both would be kept with every call. */
  readonly #last = new Map<string, Map<string, string>>();
  /** By a call's id, the id of the one before it under its key. */
  readonly #earlier = new Map<string, string>();

  last(organisation: string, key: string): string | undefined {
    return this.#last.get(organisation)?.get(key);
  }

  /** Ids smaller than the cursor, newest first. */
  *before(organisation: string, key: string, cursor: string | undefined): Iterable<string> {
    let id = this.last(organisation, key);
    for (; id !== undefined; id = this.#earlier.get(id)) if (cursor === undefined || id < cursor) yield id;
  }

  add({ organisation, key, id }: Row): void {
    let keys = this.#last.get(organisation);
    if (keys === undefined) {
      keys = new Map();
      this.#last.set(organisation, keys);
    }
    const earlier = keys.get(key);
    if (earlier !== undefined) this.#earlier.set(id, earlier);
    keys.set(key, id);
  }

  /** The row is gone; those before it under its key are gone already. */
  drop({ organisation, key, id }: Row): void {
    this.#earlier.delete(id);
    const keys = this.#last.get(organisation);
    if (keys?.get(key) === id) keys.delete(key);
  }
}
