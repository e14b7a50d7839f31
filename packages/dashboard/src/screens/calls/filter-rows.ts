export interface FilterRowsOptions<Row> {
  matches(row: Row): boolean;
  /** Milliseconds. @default performance.now */
  now?: (() => number) | undefined;
  /** Does the rest later; returns a function that cancels it. @default setTimeout */
  later?: ((work: () => void) => () => void) | undefined;
  /** Called with what is found so far, and with all of it at the end. */
  onFound(found: readonly Row[], isDone: boolean): void;
}

/** Milliseconds of work before the page gets to draw. */
const sliceMs = 8;
/** Rows between two looks at the clock. */
const batch = 200;

/**
 * Goes through any number of rows a slice at a time, so that 100,000 of them hold no frame up. Returns a function that
 * stops it.
 */
export function filterRows<Row>(rows: readonly Row[], options: FilterRowsOptions<Row>): () => void {
  const { matches, now = () => performance.now(), later = laterByTimer, onFound } = options;
  const found: Row[] = [];
  let index = 0;
  let cancel = () => {};

  function step(): void {
    const end = now() + sliceMs;
    do {
      const stop = Math.min(rows.length, index + batch);
      for (const row of rows.slice(index, stop)) if (matches(row)) found.push(row);
      index = stop;
    } while (index < rows.length && now() < end);
    const isDone = index >= rows.length;
    onFound([...found], isDone);
    if (!isDone) cancel = later(step);
  }

  step();
  return () => cancel();
}

function laterByTimer(work: () => void): () => void {
  const timer = setTimeout(work);
  return () => clearTimeout(timer);
}
