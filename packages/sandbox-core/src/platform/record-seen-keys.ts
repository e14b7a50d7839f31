import type { Store } from "@codespar/backend";

/** The hashes of keys that were ever known; a set, or what outlives the process. */
export interface KnownKeys {
  has(hash: string): boolean;
  add(hash: string): unknown;
}

/** The same store, with a note of the hash of every key that it ever had. */
export function recordSeenKeys(store: Store, known: KnownKeys): Store {
  return {
    ...store,
    createApiKey(key, most) {
      known.add(key.hash);
      return store.createApiKey(key, most);
    },
    updateApiKey(key, expectedHash) {
      known.add(key.hash);
      return store.updateApiKey(key, expectedHash);
    },
    writeTogether(writes) {
      for (const write of writes) {
        if (write.type === "create_api_key" || write.type === "update_api_key") known.add(write.key.hash);
      }
      return store.writeTogether(writes);
    },
  };
}
