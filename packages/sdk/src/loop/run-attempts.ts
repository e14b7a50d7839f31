import { sleep, type ToolResult } from "@codespar/contract";
import { CodeSparError } from "../errors/codespar-error.ts";
import { backoffMs } from "../middleware/backoff.ts";
import { retryAfterMs } from "../middleware/retry-after.ts";
import type { Runtime } from "../runtime.ts";
import type { ResolvedStep } from "./loop-step.ts";

/** Calls until it succeeds, fails for good, or the policy is used up. `counter` counts. */
export async function runAttempts(
  call: () => Promise<ToolResult>,
  { maxRetries, backoff, baseDelayMs }: ResolvedStep["retry"],
  { runtime, signal }: { runtime: Runtime; signal?: AbortSignal | undefined },
  counter: { attempts: number },
): Promise<ToolResult> {
  for (let attempt = 0; ; attempt++) {
    try {
      counter.attempts++;
      return await call();
    } catch (error) {
      if (signal?.aborted || attempt >= maxRetries || !isRetryable(error)) throw error;
      const factor = backoff === "linear" ? attempt + 1 : 2 ** attempt;
      const own = backoffMs(factor, runtime.random(), baseDelayMs);
      await sleep(runtime, retryAfterMs(error, runtime.now()) ?? own, signal);
    }
  }
}

function isRetryable(error: unknown): boolean {
  return CodeSparError.isInstance(error) && error.retryable;
}
