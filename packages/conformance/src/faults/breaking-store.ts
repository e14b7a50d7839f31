import type { Store } from "@codespar/backend";

/**
 * Where the store breaks once: `before` the method has done its work, `after` it, so that only its response is lost, or
 * `overtaken`: the call hangs until another worker makes the same one, and is then done first.
 */
export interface Break {
  method: "beginOperation" | "extendLease" | "markDispatched" | "markUndispatched" | "settleOperation";
  when: "before" | "after" | "overtaken";
  /** How many calls of the method go well before. */
  skip: number;
}

/** Thrown instead of a response, as a lost connection to a database is. */
export class StoreLost extends Error {
  override readonly name = "StoreLost";
}

/** Milliseconds after which a call that nobody overtakes goes on. */
const longestHangMs = 25;

/** A store that breaks at the given places, each of which it takes off the list, and works between them. */
export function breakingStore(store: Store, pending: Break[]): Store {
  const target = store as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>; // only named methods are replaced
  const hanging = new Map<string, () => Promise<void>>();
  for (const method of new Set(pending.map((one) => one.method))) {
    const work = target[method];
    if (work === undefined) throw new Error(`The store has no ${method}.`);
    target[method] = async (...args) => {
      const overtaken = hanging.get(method);
      hanging.delete(method);
      await overtaken?.();
      const due = takeDue(method);
      if (due?.when === "overtaken") return hang(method, () => work.apply(store, args));
      if (due?.when === "before") throw new StoreLost(`${method} was lost before it was done.`);
      const response = await work.apply(store, args);
      if (due?.when === "after") throw new StoreLost(`The response of ${method} was lost.`);
      return response;
    };
  }
  return store;

  function hang(method: string, work: () => Promise<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const goOn = async () => {
        clearTimeout(timer);
        await work().then(resolve, reject);
        // earlier waiters go first
        await new Promise((next) => setImmediate(next));
      };
      const timer = setTimeout(() => {
        hanging.delete(method);
        void goOn();
      }, longestHangMs);
      hanging.set(method, goOn);
    });
  }

  function takeDue(method: string): Break | undefined {
    const index = pending.findIndex((one) => one.method === method);
    const next = pending[index];
    if (next === undefined) return undefined;
    if (next.skip > 0) {
      pending[index] = { ...next, skip: next.skip - 1 };
      return undefined;
    }
    pending.splice(index, 1);
    return next;
  }
}
