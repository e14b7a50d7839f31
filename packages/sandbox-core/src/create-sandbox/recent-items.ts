/** The last `size` things that were added, oldest first. */
export class RecentItems<Item> {
  #items: Item[] = [];
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  add(item: Item): void {
    this.#items.push(item);
    // cut in large steps, so that adding stays cheap
    if (this.#items.length >= 2 * this.#size) this.#items = this.#items.slice(-this.#size);
  }

  all(): Item[] {
    return this.#items.slice(-this.#size);
  }

  clear(): void {
    this.#items = [];
  }
}
