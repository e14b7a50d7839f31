/**
 * Where the connection of a tool call breaks.
 * `before_send` nothing leaves · `after_send` it arrives, no answer comes · `mid_body` the answer, or the stream, stops in
 * the middle
 */
export type WireBreak = "before_send" | "after_send" | "mid_body";

export const wireBreaks = ["before_send", "after_send", "mid_body"] as const satisfies readonly WireBreak[];

/** Breaks the connections of tool calls, in the order in which they were armed, one each. */
export class WireScript {
  #breaks: WireBreak[] = [];
  /** How many came about. */
  injected = 0;

  arm(breaks: readonly WireBreak[]): void {
    this.#breaks = [...breaks];
  }

  /** What becomes of this request; every call of it uses up one break. */
  next(method: string, path: string): WireBreak | undefined {
    if (method !== "POST" || !/\/(execute|send)$/.test(path)) return undefined;
    const next = this.#breaks.shift();
    if (next !== undefined) this.injected += 1;
    return next;
  }
}
