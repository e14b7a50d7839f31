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
