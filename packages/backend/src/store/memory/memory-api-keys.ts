import type { ApiKey, ApiKeyStore } from "../store.ts";
import { paginate, TimeOrderedList } from "./indexes.ts";
import type { Undo } from "./memory-small-records.ts";

type ApiKeyMethods = ApiKeyStore & {
  /** Undefined when the write does not hold. */
  create(key: ApiKey, most: number | null): Undo | undefined;
  update(key: ApiKey, expectedHash: string): Undo | undefined;
  /** Removes keys that were revoked before. Returns how many. */
  dropKeys(before: number): number;
};

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

  function countActive(organisation: string): number {
    let count = 0;
    for (const key of keys.values())
      if (key.organisation === organisation && key.revokedAt === null) count += 1;
    return count;
  }

  function unindex({ hash, previousHash }: ApiKey): void {
    for (const each of [hash, previousHash]) if (each !== null) idsByHash.delete(each);
  }

  function remove(key: ApiKey): void {
    unindex(key);
    keys.delete(key.id);
    ids.drop(key.id);
  }

  function create(key: ApiKey, most: number | null): Undo | undefined {
    if (most !== null && key.organisation !== null && countActive(key.organisation) >= most) return undefined;
    index(key);
    ids.add(key.id);
    return () => remove(key);
  }

  function update(key: ApiKey, expectedHash: string): Undo | undefined {
    const before = keys.get(key.id);
    if (before === undefined || before.revokedAt !== null || before.hash !== expectedHash) return undefined;
    // the time of the last use is `touchApiKey`'s alone
    const after = { ...key, lastUsedAt: before.lastUsedAt };
    unindex(before);
    index(after);
    return () => {
      unindex(after);
      index(before);
    };
  }

  return {
    create,
    update,
    dropKeys(before) {
      const old = [...keys.values()].filter(({ revokedAt }) => revokedAt !== null && revokedAt < before);
      for (const key of old) remove(key);
      return old.length;
    },
    createApiKey: async (key, most = null) => create(key, most) !== undefined,
    updateApiKey: async (key, expectedHash) => update(key, expectedHash) !== undefined,
    async findApiKey(hash) {
      const key = keys.get(idsByHash.get(hash) ?? "");
      // a hash that was replaced for good finds nothing, though its entry may be there still
      return key !== undefined && (key.hash === hash || key.previousHash === hash) ? key : undefined;
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
