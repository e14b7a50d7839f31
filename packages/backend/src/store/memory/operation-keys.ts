import type { Operation } from "../operation.ts";

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
