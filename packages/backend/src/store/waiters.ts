/** Callers that wait for something to happen to an id. Holds nothing for ids that nobody waits for. */
export class Waiters {
  readonly #waiting = new Map<string, Set<() => void>>();

  /** Resolves at the next `wake` of this id; rejects with the signal's reason on abort. */
  wait(id: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const waiting = this.#waiting.get(id) ?? new Set();
      this.#waiting.set(id, waiting);
      const leave = () => {
        waiting.delete(wake);
        if (waiting.size === 0 && this.#waiting.get(id) === waiting) this.#waiting.delete(id);
        signal.removeEventListener("abort", onAbort);
      };
      const wake = () => {
        leave();
        resolve();
      };
      const onAbort = () => {
        leave();
        reject(signal.reason);
      };
      waiting.add(wake);
      signal.addEventListener("abort", onAbort, { once: true });
    });
  }

  wake(id: string): void {
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined) for (const wake of [...waiting]) wake();
  }
}
