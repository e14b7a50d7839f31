import { sleep, type ToolCallDetail } from "@codespar/contract";
import { checkKnownOptions, type OptionNames } from "../api/request-options.ts";
import { followSignal } from "../api/send-request.ts";
import { TimeoutError } from "../errors/connection-error.ts";
import { backoffMs } from "../middleware/backoff.ts";
import { isTransient } from "../middleware/is-transient.ts";
import type { Runtime } from "../runtime.ts";

/** What waiting asks of `ToolCalls`. */
interface FollowedCalls {
  get(id: string, options: { signal: AbortSignal }): PromiseLike<ToolCallDetail>;
  events(
    id: string,
    options: { lastEventId: number | undefined; signal: AbortSignal },
  ): AsyncIterable<{ id: number }>;
}

export interface WaitOptions {
  /** Bounds the waiting, not the call. @default 600_000 */
  timeoutMs?: number | undefined;
  signal?: AbortSignal | undefined;
}

const waitOptionNames: OptionNames<WaitOptions> = { timeoutMs: true, signal: true };

/** Follows the call's events, and looks again when a stream breaks off. */
export async function waitForToolCall(
  toolCalls: FollowedCalls,
  runtime: Runtime,
  id: string,
  options: WaitOptions = {},
): Promise<ToolCallDetail> {
  checkKnownOptions(options, waitOptionNames, "options");
  const { timeoutMs = 600_000, signal } = options;
  const waiting = new AbortController();
  const unlink = followSignal(waiting, signal);
  const cancelTimer = runtime.after(timeoutMs, () => {
    waiting.abort(new TimeoutError(timeoutMs, `Waiting for ${id}`));
  });
  try {
    let lastEventId: number | undefined;
    for (let round = 0; ; round++) {
      const call = await toolCalls.get(id, { signal: waiting.signal });
      if (call.status !== "queued" && call.status !== "running") return call;
      if (round > 0) await sleep(runtime, backoffMs(2 ** (round - 1), runtime.random()), waiting.signal);
      try {
        for await (const event of toolCalls.events(id, { lastEventId, signal: waiting.signal })) {
          lastEventId = event.id;
        }
      } catch (error) {
        if (waiting.signal.aborted || !isTransient(error)) throw error;
      }
    }
  } finally {
    cancelTimer();
    unlink();
  }
}
