/** Something that falls due; of those due at one moment, the smallest number comes first. */
interface Due {
  readonly dueAt: number;
  readonly number: number;
}

/** What falls due, in the order of time. Each number is in it once. */
export class DueList<Item extends Due> {
  readonly #items: Item[] = [];

  get size(): number {
    return this.#items.length;
  }

  add(item: Item): void {
    this.#items.splice(this.#indexOf(item), 0, item);
  }

  remove(item: Item): void {
    const index = this.#indexOf(item);
    if (this.#items[index]?.number === item.number) this.#items.splice(index, 1);
  }

  /** What is due at a moment, earliest first, `most` at most. */
  dueAt(now: number, most: number): Item[] {
    return this.#items.slice(0, Math.min(most, this.#indexAfter(now)));
  }

  /** When the first falls due after a moment. */
  nextAfter(moment: number): number | undefined {
    return this.#items[this.#indexAfter(moment)]?.dueAt;
  }

  #indexAfter(moment: number): number {
    return this.#indexOf({ dueAt: moment, number: Number.POSITIVE_INFINITY });
  }

  /** Where the item is, or would be. */
  #indexOf(item: Due): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = this.#items[middle];
      const isBefore = at !== undefined && (at.dueAt - item.dueAt || at.number - item.number) < 0;
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
