import type { ApiKey, ApiKeyStore } from "../store.ts";
import { paginate } from "./paginate.ts";
import { TimeOrderedList } from "./time-ordered-list.ts";

/** The API keys of the in-memory store. */
export function memoryApiKeys(): ApiKeyStore {
  const keys = new Map<string, ApiKey>();
  const idsByHash = new Map<string, string>();
  const ids = new TimeOrderedList();

  function index(key: ApiKey): void {
    keys.set(key.id, key);
    idsByHash.set(key.hash, key.id);
    if (key.previousHash !== null) idsByHash.set(key.previousHash, key.id);
  }

  function countActive(organisation: string): number {
    let count = 0;
    for (const key of keys.values())
      if (key.organisation === organisation && key.revokedAt === null) count += 1;
    return count;
  }

  return {
    async createApiKey(key, most = null) {
      if (most !== null && key.organisation !== null && countActive(key.organisation) >= most) return false;
      index(key);
      ids.add(key.id);
      return true;
    },
    async findApiKey(hash) {
      const key = keys.get(idsByHash.get(hash) ?? "");
      // a hash that was replaced for good finds nothing, though its entry may be there still
      return key !== undefined && (key.hash === hash || key.previousHash === hash) ? key : undefined;
    },
    async updateApiKey(key, expectedHash) {
      const before = keys.get(key.id);
      if (before === undefined || before.revokedAt !== null || before.hash !== expectedHash) return false;
      for (const hash of [before.hash, before.previousHash]) if (hash !== null) idsByHash.delete(hash);
      // the time of the last use is `touchApiKey`'s alone
      index({ ...key, lastUsedAt: before.lastUsedAt });
      return true;
    },
    async touchApiKey(id, lastUsedAt) {
      const key = keys.get(id);
      if (key !== undefined) keys.set(id, { ...key, lastUsedAt });
    },
    async listApiKeys(organisation, { limit, cursor }) {
      return paginate(
        ids.before(cursor),
        (id) => keys.get(id),
        (key) => key.organisation === organisation,
        limit,
      );
    },
  };
}
