import type { Middleware } from "../api/api-request.ts";
import { followSignal } from "../api/follow-signal.ts";
import { TimeoutError } from "../errors/connection-error.ts";
import type { Runtime } from "../runtime.ts";

/** Bounds each attempt by `timeoutMs`, and ends it when the caller's signal aborts. */
export function attemptTimeout(runtime: Runtime): Middleware {
  return (next) =>
    async function attemptTimeout(request) {
      const { signal, timeoutMs } = request;
      signal?.throwIfAborted();
      const attempt = new AbortController();
      const unlink = followSignal(attempt, signal);
      const cancelTimer = runtime.after(timeoutMs, () => attempt.abort(new TimeoutError(timeoutMs)));
      try {
        const response = await next({ ...request, signal: attempt.signal });
        // A stream goes on being read, so the signal must still reach it.
        if (response.stream === undefined) unlink();
        return response;
      } catch (error) {
        unlink();
        throw attempt.signal.aborted ? attempt.signal.reason : error;
      } finally {
        cancelTimer();
      }
    };
}
