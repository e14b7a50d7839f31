import type { Store } from "../store.ts";

/** One behaviour of a store; `run` rejects when the store does otherwise. */
export interface StoreCase {
  name: string;
  run(makeStore: () => Store | Promise<Store>): Promise<void>;
}

/** A case over one empty store, which is closed at the end. */
export function storeCase(name: string, test: (store: Store) => Promise<void>): StoreCase {
  return {
    name,
    async run(makeStore) {
      const store = await makeStore();
      try {
        await test(store);
      } finally {
        await store.close();
      }
    },
  };
}
