import type { Store } from "@codespar/backend";

/** The same store, with a note of the hash of every key that it ever had. */
export function rememberKeys(store: Store, known: Set<string>): Store {
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
  };
}
