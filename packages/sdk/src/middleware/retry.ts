import { sleep } from "@codespar/contract";
import type { Middleware } from "../api/api-request.ts";
import type { Runtime } from "../runtime.ts";
import { backoffMs } from "./backoff.ts";
import { isTransient, leavesDoubt } from "./is-transient.ts";
import { retryAfterMs } from "./retry-after.ts";

/** Longest wait that a response can impose; one that asks for more is handed to the caller instead. */
const longestWaitMs = 60_000;

/** Repeats requests that failed for a passing reason. The server's Retry-After wins over backoff. */
export function retry(runtime: Runtime): Middleware {
  return (next) =>
    async function retry(request) {
      for (let attempt = 0; ; attempt++) {
        try {
          return await next(request);
        } catch (error) {
          if (request.signal?.aborted) throw error;
          if (leavesDoubt(error)) request.inDoubt = true;
          if (attempt >= request.maxRetries || !isTransient(error)) throw error;
          const wait = retryAfterMs(error, runtime.now()) ?? backoffMs(2 ** attempt, runtime.random());
          if (wait > longestWaitMs) throw error;
          await sleep(runtime, wait, request.signal);
        }
      }
    };
}
