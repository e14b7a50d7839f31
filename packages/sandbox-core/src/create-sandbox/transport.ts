import type { BackendRequest, BackendResponse } from "@codespar/backend";
import type { Transport, TransportResponse } from "@codespar/contract";

/** The backend in this process behind the client's transport: text goes in and out, and an abort is an abort. */
export function inProcessTransport(handle: (request: BackendRequest) => Promise<BackendResponse>): Transport {
  return {
    async request(request) {
      const { method, path, headers, body, signal } = request;
      signal?.throwIfAborted();
      const response = await unlessAborted(handle({ method, path, headers, body, signal }), signal);
      return getResponse(response, signal);
    },
  };
}

function getResponse(
  { status, headers, body }: BackendResponse,
  signal: AbortSignal | undefined,
): TransportResponse {
  return {
    status,
    headers,
    async text() {
      signal?.throwIfAborted();
      if (typeof body === "string") return body;
      let text = "";
      for await (const piece of body) {
        signal?.throwIfAborted();
        text += piece;
      }
      return text;
    },
    async *stream() {
      const encoder = new TextEncoder();
      signal?.throwIfAborted();
      if (typeof body === "string") {
        yield encoder.encode(body);
        return;
      }
      const pieces = body[Symbol.asyncIterator]();
      try {
        for (;;) {
          const next = await unlessAborted(pieces.next(), signal);
          if (next.done) return;
          yield encoder.encode(next.value);
        }
      } finally {
        // the reader has left; what it read goes on without it
        void Promise.resolve(pieces.return?.()).catch(() => {});
      }
    },
  };
}

/** Rejects with the signal's reason as soon as it aborts; the work itself goes on. */
function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    const unlink = () => signal.removeEventListener("abort", onAbort);
    work.then(resolve, reject).then(unlink);
  });
}
