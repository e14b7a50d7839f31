import { TimeoutError } from "../errors/connection-error.ts";
import type { Runtime } from "../runtime.ts";

// Three heartbeats of the server.
const shortestSilenceMs = 45_000;

/** Aborts the reading when nothing arrives any more, not even a heartbeat: the connection is half open. */
export async function* endWhenSilent(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  timeoutMs: number,
  runtime: Runtime,
  reading: AbortController,
): AsyncGenerator<Uint8Array> {
  const silenceMs = Math.max(timeoutMs, shortestSilenceMs);
  const watch = () =>
    runtime.after(silenceMs, () => reading.abort(new TimeoutError(silenceMs, "The stream's next event")));
  let cancel = watch();
  try {
    for await (const chunk of chunks) {
      cancel();
      yield chunk;
      cancel = watch();
    }
  } finally {
    cancel();
  }
}
