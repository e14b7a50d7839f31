/**
 * Where the connection of a tool call breaks.
 * `before_send` nothing arrives · `after_send` it arrives, no response comes · `mid_body` the response, or the stream, stops in the
 * middle. A `silent_` one stays open there and says nothing more, as behind a firewall that forgot it: only the caller's
 * time-out ends it; `silent_at_once` that time-out comes while the provider is still at work.
 */
export type WireBreak = (typeof wireBreaks)[number];

export const wireBreaks = [
  "before_send",
  "after_send",
  "mid_body",
  "silent_before_send",
  "silent_at_once",
  "silent_after_send",
  "silent_mid_body",
] as const;

/** Breaks the connections of tool calls and of their events, in the order in which they were armed, one each. */
export class WireScript {
  #breaks: (WireBreak | null)[] = [];
  #onSilence: (isOver: () => boolean) => void = () => {};
  /** How many came about. */
  injected = 0;

  /** Null lets a connection be. */
  arm(breaks: readonly (WireBreak | null)[]): void {
    this.#breaks = [...breaks];
  }

  /** What becomes of this request; every tool call and every reading of its events uses up one break. */
  next(method: string, path: string): WireBreak | undefined {
    const isCall = method === "POST" && /\/(execute|send)$/.test(path);
    if (!isCall && !(method === "GET" && /\/events(\?|$)/.test(path))) return undefined;
    const next = this.#breaks.shift() ?? undefined;
    if (next !== undefined) this.injected += 1;
    return next;
  }

  /** Told by the connection that has fallen silent, once nothing more will come over it. */
  fallSilent(isOver: () => boolean): void {
    this.#onSilence(isOver);
  }

  onSilence(listener: (isOver: () => boolean) => void): void {
    this.#onSilence = listener;
  }
}
