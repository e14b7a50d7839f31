/** Keys whose last number is remembered. */
const mostKeys = 10_000;

/** Numbers for requests that are signed, which have to grow from each to the next of the same key. */
export class GrowingNonce {
  readonly #last = new Map<string, number>();

  /** Thousandths of a millisecond since the epoch, and always more than the one before. `now` is in milliseconds. */
  next(key: string, now: number): string {
    const nonce = Math.max(Math.floor(now) * 1000, (this.#last.get(key) ?? 0) + 1);
    this.#last.delete(key);
    this.#last.set(key, nonce);
    if (this.#last.size > mostKeys) this.#last.delete(this.#last.keys().next().value ?? "");
    return String(nonce);
  }
}
