import type { Timers } from "../ports/clock.ts";

/** The reason of an attempt that found every place at its connection taken. */
export const busy = "busy";

/** How long an attempt waits for a place. */
const WAIT_MS = 1_000;

interface Places {
  taken: number;
  /** Those who wait, first come first served. */
  waiting: Set<() => void>;
}

/**
 * Places at the connections of providers: one attempt takes one, so that neither a slow provider nor one organisation's burst
 * holds everything that a process has. Counted in this process alone.
 */
export class ProviderSlots {
  readonly #most: number;
  readonly #timers: Timers;
  readonly #places = new Map<string, Places>();

  constructor(most: number, timers: Timers) {
    this.#most = most;
    this.#timers = timers;
  }

  /** Takes a place, at most a second later. Returns a function that gives it back; undefined: there was none. */
  async take(name: string): Promise<(() => void) | undefined> {
    const places = this.#places.get(name) ?? { taken: 0, waiting: new Set() };
    this.#places.set(name, places);
    if (places.taken < this.#most) places.taken += 1;
    else if (!(await this.#wait(places))) return undefined;
    return () => {
      const [next] = places.waiting;
      // the place goes from hand to hand: nobody who comes now is before those who wait, or beside them
      if (next !== undefined) return next();
      places.taken -= 1;
      if (places.taken === 0) this.#places.delete(name);
    };
  }

  #wait(places: Places): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isFree: boolean) => {
        cancel();
        places.waiting.delete(next);
        resolve(isFree);
      };
      const next = () => end(true);
      const cancel = this.#timers.after(WAIT_MS, () => end(false));
      places.waiting.add(next);
    });
  }
}
