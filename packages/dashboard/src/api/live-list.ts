/** One page of a list, newest first. */
export interface ListPage<Row> {
  rows: readonly Row[];
  /** What gets the next page; null on the last. */
  next: string | null;
}

export interface LiveListOptions<Row> {
  fetchPage(cursor: string | undefined, signal: AbortSignal): Promise<ListPage<Row>>;
  idOf(row: Row): string;
}

export interface LiveListState<Row> {
  rows: readonly Row[];
  /** Not known before the first page. */
  hasMore: boolean;
  isLoading: boolean;
  error: Error | undefined;
}

/** How many pages are read to close the gap to what is known, before the list starts over. */
const longestGap = 5;
/** At least as many rows as that many pages have. */
const nearby = 500;
/** As many rows may come on top before as many are let go at the end, which can be read again. */
const mostOnTop = 2000;

/**
 * A list that is read from its newest end and goes on as one scrolls: new rows come on top, known ones are replaced, and
 * nothing that was read is asked for again. For `useSyncExternalStore`.
 */
export class LiveList<Row> {
  readonly #options: LiveListOptions<Row>;
  readonly #listeners = new Set<() => void>();
  #abort = new AbortController();
  #state: LiveListState<Row> = { rows: [], hasMore: true, isLoading: false, error: undefined };
  #next: string | null | undefined;
  /** By the last row of each page that was read: what gets the page after it. */
  readonly #pageEnds = new Map<string, string>();
  /** Rows that were read by scrolling: those are kept. */
  #scrolled = 0;
  #refreshing: Promise<void> | undefined;
  #isStale = false;

  constructor(options: LiveListOptions<Row>) {
    this.#options = options;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): LiveListState<Row> => this.#state;

  /** Reads the newest rows. While it does, a second call has it look once more. */
  refresh(): Promise<void> {
    this.#isStale = true;
    if (this.#refreshing !== undefined) return this.#refreshing;
    const refreshing = this.#refreshUntilFresh(this.#abort.signal).finally(() => {
      if (this.#refreshing === refreshing) this.#refreshing = undefined;
    });
    this.#refreshing = refreshing;
    return refreshing;
  }

  /** Reads the page after the last row. */
  async loadMore(): Promise<void> {
    if (this.#state.isLoading || this.#next === null) return;
    const { signal } = this.#abort;
    this.#set({ isLoading: true });
    try {
      const page = await this.#options.fetchPage(this.#next, signal);
      this.#noteEnd(page);
      this.#next = page.next;
      this.#scrolled += page.rows.length;
      this.#set({
        rows: this.#append(page.rows),
        hasMore: page.next !== null,
        isLoading: false,
        error: undefined,
      });
    } catch (error) {
      this.#fail(error, signal);
    }
  }

  /** Forgets what was read and reads the newest rows, where something has gone. */
  restart(): Promise<void> {
    this.#next = undefined;
    this.#scrolled = 0;
    this.#pageEnds.clear();
    this.#set({ rows: [], hasMore: true, error: undefined });
    return this.refresh();
  }

  /** Ends what is under way; the list stays as it is, and goes on when it is refreshed. */
  close(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#refreshing = undefined;
  }

  async #refreshUntilFresh(signal: AbortSignal): Promise<void> {
    while (this.#isStale && !signal.aborted) {
      this.#isStale = false;
      try {
        await this.#readHead(signal);
      } catch (error) {
        this.#fail(error, signal);
        return;
      }
    }
  }

  async #readHead(signal: AbortSignal): Promise<void> {
    const { fetchPage, idOf } = this.#options;
    // the newest are what the pages below can meet
    const known = new Set(this.#state.rows.slice(0, nearby).map(idOf));
    const fresh: Row[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < longestGap; pages += 1) {
      const page = await fetchPage(cursor, signal);
      signal.throwIfAborted();
      this.#noteEnd(page);
      fresh.push(...page.rows);
      const isClosed = page.next === null || page.rows.some((row) => known.has(idOf(row)));
      if (known.size === 0 || isClosed) {
        if (known.size === 0) this.#next = page.next;
        this.#set({
          rows: this.#trim(this.#prepend(fresh)),
          hasMore: this.#next !== null,
          isLoading: false,
          error: undefined,
        });
        return;
      }
      cursor = page.next ?? undefined;
    }
    // so much is new that what was known is far away
    this.#next = cursor ?? null;
    this.#scrolled = 0;
    this.#set({ rows: fresh, hasMore: true, isLoading: false, error: undefined });
  }

  /** New rows first; a known one is replaced in its place. */
  #prepend(fresh: readonly Row[]): readonly Row[] {
    const { idOf } = this.#options;
    const byId = new Map(fresh.map((row) => [idOf(row), row]));
    const { rows } = this.#state;
    let isChanged = false;
    // a list of 100,000 rows is not walked for each new one
    const kept = rows.slice(0, fresh.length).map((row) => {
      const newer = byId.get(idOf(row));
      if (newer === undefined) return row;
      byId.delete(idOf(row));
      if (JSON.stringify(newer) === JSON.stringify(row)) return row;
      isChanged = true;
      return newer;
    });
    if (byId.size === 0 && !isChanged) return rows;
    return [...byId.values(), ...kept, ...rows.slice(fresh.length)];
  }

  #noteEnd({ rows, next }: ListPage<Row>): void {
    const last = rows.at(-1);
    if (last !== undefined && next !== null) this.#pageEnds.set(this.#options.idOf(last), next);
  }

  /** A list that is open for a day must not grow all day: the oldest go at the end of a page, from where they are read again. */
  #trim(rows: readonly Row[]): readonly Row[] {
    const { idOf } = this.#options;
    if (rows.length <= this.#scrolled + mostOnTop) return rows;
    let end = this.#scrolled + mostOnTop / 2;
    while (end > 0 && !this.#pageEnds.has(idOf(rows[end - 1] as Row))) end -= 1; // within the rows
    if (end === 0) return rows;
    this.#next = this.#pageEnds.get(idOf(rows[end - 1] as Row)) ?? null; // as above
    for (const row of rows.slice(end)) this.#pageEnds.delete(idOf(row));
    return rows.slice(0, end);
  }

  #append(more: readonly Row[]): readonly Row[] {
    const { idOf } = this.#options;
    const known = new Set(this.#state.rows.slice(-nearby).map(idOf));
    return [...this.#state.rows, ...more.filter((row) => !known.has(idOf(row)))];
  }

  #fail(error: unknown, signal: AbortSignal): void {
    if (signal.aborted) {
      this.#set({ isLoading: false });
      return;
    }
    this.#set({ isLoading: false, error: error instanceof Error ? error : new Error(String(error)) });
  }

  #set(change: Partial<LiveListState<Row>>): void {
    const next = { ...this.#state, ...change };
    const isSame =
      next.rows === this.#state.rows &&
      next.hasMore === this.#state.hasMore &&
      next.isLoading === this.#state.isLoading &&
      next.error === this.#state.error;
    if (isSame) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}
