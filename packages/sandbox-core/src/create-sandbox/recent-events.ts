import type { Store, StoredEvent } from "@codespar/backend";

/** The same store, reporting every event that is written to it. */
export function observeEvents(store: Store, onEvent: (event: StoredEvent) => void): Store {
  return {
    ...store,
    async appendEvent(event, jobs) {
      const isNew = await store.appendEvent(event, jobs);
      if (isNew) onEvent(event);
      return isNew;
    },
    async settleOperation(id, lease, settlement) {
      const operation = await store.settleOperation(id, lease, settlement);
      // a settlement that came too late changed nothing and has no events
      if (operation.response?.body === settlement.response.body)
        for (const event of settlement.events) onEvent(event);
      return operation;
    },
  };
}

/** The last `size` things that were added, oldest first. */
export class RecentItems<Item> {
  #items: Item[] = [];
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  add(item: Item): void {
    this.#items.push(item);
    // cut in large steps, so that adding stays cheap
    if (this.#items.length >= 2 * this.#size) this.#items = this.#items.slice(-this.#size);
  }

  all(): Item[] {
    return this.#items.slice(-this.#size);
  }

  clear(): void {
    this.#items = [];
  }
}
