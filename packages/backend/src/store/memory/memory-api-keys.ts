import type { ApiKey, Store } from "../store.ts";
import { sliceOf } from "./slice-of.ts";
import { TimeOrderedList } from "./time-ordered-list.ts";

type ApiKeyMethods = Pick<Store, "createApiKey" | "findApiKey" | "listApiKeys" | "updateApiKey">;

/** The API keys of the in-memory store. */
export function memoryApiKeys(): ApiKeyMethods {
  const keys = new Map<string, ApiKey>();
  const idsByHash = new Map<string, string>();
  const ids = new TimeOrderedList();

  function index(key: ApiKey): void {
    keys.set(key.id, key);
    idsByHash.set(key.hash, key.id);
    if (key.previousHash !== null) idsByHash.set(key.previousHash, key.id);
  }

  return {
    async createApiKey(key) {
      index(key);
      ids.add(key.id);
    },
    async findApiKey(hash) {
      const key = keys.get(idsByHash.get(hash) ?? "");
      // a hash that was replaced for good finds nothing, though its entry may be there still
      return key !== undefined && (key.hash === hash || key.previousHash === hash) ? key : undefined;
    },
    async updateApiKey(key) {
      const before = keys.get(key.id);
      if (before !== undefined) {
        for (const hash of [before.hash, before.previousHash]) if (hash !== null) idsByHash.delete(hash);
      }
      index(key);
    },
    async listApiKeys(organisation, { limit, cursor }) {
      return sliceOf(
        ids.before(cursor),
        (id) => keys.get(id),
        (key) => key.organisation === organisation,
        limit,
      );
    },
  };
}
