import type { Timers } from "@codespar/backend/ports";
import { Waiters } from "@codespar/backend/store";

export interface OperationWaitersOptions {
  timers: Timers;
  /** Milliseconds after which it is looked for what other processes have done, should no hint come. */
  pollMs: number;
  /** Of these ids, those whose waiters have to look: settled, gone, or with a longer stream than is given. */
  findChanged(waiting: ReadonlyMap<string, number>): Promise<string[]>;
  reportError(error: unknown): void;
}

/**
 * Callers that wait for an operation to settle or its stream to grow. They are woken by what happens in this process, by
 * hints from others, and by looking: one statement for all who wait.
 */
export class OperationWaiters {
  readonly #waiters = new Waiters();
  /** By id, how many wait, and the shortest stream that one of them knows. */
  readonly #waiting = new Map<string, { count: number; length: number }>();
  readonly #options: OperationWaitersOptions;
  #cancelPoll: (() => void) | undefined;
  #isPolling = false;

  constructor(options: OperationWaitersOptions) {
    this.#options = options;
  }

  /** Something happened to the operation. */
  wake(id: string): void {
    this.#waiters.wake(id);
  }

  /** Everybody looks: hints may have been missed. */
  wakeAll(): void {
    for (const id of [...this.#waiting.keys()]) this.#waiters.wake(id);
  }

  /**
   * Looks until `look` finds something. A waiter is registered before it looks, so that nothing happens in between
   * unseen. Rejects with the signal's reason on abort.
   */
  async until<Found>(
    id: string,
    length: number,
    signal: AbortSignal,
    look: () => Promise<Found | undefined>,
  ): Promise<Found> {
    for (;;) {
      const abort = new AbortController();
      const woken = this.#waiters.wait(id, AbortSignal.any([signal, abort.signal]));
      // it may be rejected before anybody waits for it
      woken.catch(() => {});
      this.#enter(id, length);
      try {
        const found = await look();
        if (found !== undefined) return found;
        await woken;
      } finally {
        this.#leave(id);
        abort.abort();
      }
    }
  }

  #enter(id: string, length: number): void {
    const known = this.#waiting.get(id);
    this.#waiting.set(id, {
      count: (known?.count ?? 0) + 1,
      length: Math.min(length, known?.length ?? length),
    });
    this.#schedule();
  }

  #leave(id: string): void {
    const known = this.#waiting.get(id);
    if (known === undefined) return;
    if (known.count === 1) this.#waiting.delete(id);
    else this.#waiting.set(id, { ...known, count: known.count - 1 });
    if (this.#waiting.size > 0) return;
    this.#cancelPoll?.();
    this.#cancelPoll = undefined;
  }

  #schedule(): void {
    if (this.#cancelPoll !== undefined || this.#isPolling || this.#waiting.size === 0) return;
    this.#cancelPoll = this.#options.timers.after(this.#options.pollMs, () => {
      this.#cancelPoll = undefined;
      void this.#poll();
    });
  }

  async #poll(): Promise<void> {
    this.#isPolling = true;
    try {
      const lengths = new Map([...this.#waiting].map(([id, { length }]) => [id, length]));
      for (const id of await this.#options.findChanged(lengths)) this.wake(id);
    } catch (error) {
      this.#options.reportError(error);
    } finally {
      this.#isPolling = false;
      this.#schedule();
    }
  }
}
