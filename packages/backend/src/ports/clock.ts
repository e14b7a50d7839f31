/** Where the backend reads the time. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

/** Real waiting, kept apart from `Clock` so that a test clock can stand still while a time-out still fires. */
export interface Timers {
  /** Calls `callback` once after `delayMs`; returns a function that cancels it. */
  after(delayMs: number, callback: () => void): () => void;
}

/** Where ids come from: time-ordered and unique, so that cursors need no second column. */
export interface IdSource {
  /** An id such as `tc_0195…`. */
  next(prefix: string): string;
}
