import type { Transport, TransportRequest, TransportResponse } from "@codespar/contract";

/** A response of a fake transport: what to send back, or an error to fail with. */
export interface FakeResponse {
  status?: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON, a string as it is. */
  body?: unknown;
  chunks?: Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;
}

export type FakeHandler = (
  request: TransportRequest,
  index: number,
) => FakeResponse | Error | Promise<FakeResponse | Error>;

/** A transport that records every request and responds as it is told. */
export function fakeTransport(handler: FakeHandler | (FakeResponse | Error)[]) {
  const requests: TransportRequest[] = [];
  const responses = Array.isArray(handler) ? [...handler] : undefined;
  const transport: Transport = {
    async request(request) {
      request.signal?.throwIfAborted();
      requests.push({ ...request });
      const response = await untilAbort(
        typeof handler === "function" ? handler(request, requests.length - 1) : responses?.shift(),
        request.signal,
      );
      if (response === undefined) throw new Error(`No response prepared for request ${requests.length}`);
      if (response instanceof Error) throw response;
      return respond(response, request.signal);
    },
  };
  return { transport, requests };
}

function respond(
  { status = 200, headers = {}, body, chunks = [] }: FakeResponse,
  signal: AbortSignal | undefined,
): TransportResponse {
  return {
    status,
    headers: { "x-request-id": "req_1", ...headers },
    async text() {
      if (body === undefined) return "";
      return typeof body === "string" ? body : JSON.stringify(body);
    },
    async *stream() {
      const encoder = new TextEncoder();
      for await (const chunk of chunks) {
        signal?.throwIfAborted();
        yield typeof chunk === "string" ? encoder.encode(chunk) : chunk;
      }
    },
  };
}

async function untilAbort<Value>(value: Value | Promise<Value>, signal: AbortSignal | undefined) {
  if (signal === undefined) return value;
  return new Promise<Value>((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    Promise.resolve(value)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", abort));
  });
}
