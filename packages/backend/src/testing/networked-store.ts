import { openBySteps } from "../store/open-by-steps.ts";
import type { Store } from "../store/store.ts";

/**
 * The same store as it would be at the end of a network: it opens an execution in one round trip, and notes its dispatch
 * when it begins. `onTrip` is called with the method's name for each round trip.
 */
export function networkedStore(store: Store, onTrip: (method: string) => void = () => {}): Store {
  const networked: Store = { ...store, beginsDispatched: true, openCall: (open) => openBySteps(store, open) };
  return new Proxy(networked, {
    ownKeys: (target) => Reflect.ownKeys(target),
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        onTrip(String(name));
        return Reflect.apply(value, target, args);
      };
    },
  });
}
