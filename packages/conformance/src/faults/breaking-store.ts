import type { Store } from "@codespar/backend";

/** Where the store breaks once: before the method has done its work, or after, so that only its answer is lost. */
export interface Break {
  method: "beginOperation" | "extendLease" | "markDispatched" | "markUndispatched" | "settleOperation";
  when: "before" | "after";
  /** How many calls of the method go well before. */
  skip: number;
}

/** Thrown instead of an answer, as a lost connection to a database is. */
export class StoreLost extends Error {
  override readonly name = "StoreLost";
}

/** A store that breaks at the given places, each of which it takes off the list, and works between them. */
export function breakingStore(store: Store, pending: Break[]): Store {
  const target = store as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>; // only named methods are replaced
  for (const method of new Set(pending.map((one) => one.method))) {
    const work = target[method];
    if (work === undefined) throw new Error(`The store has no ${method}.`);
    target[method] = async (...args) => {
      const due = takeDue(method);
      if (due?.when === "before") throw new StoreLost(`${method} was lost before it was done.`);
      const answer = await work.apply(store, args);
      if (due?.when === "after") throw new StoreLost(`The answer of ${method} was lost.`);
      return answer;
    };
  }
  return store;

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
