import type { BackendRequest, BackendResponse } from "../ports/http-message.ts";
import { allowedMethods } from "./match-route.ts";
import { readBody } from "./read-body.ts";
import { maxBodyLength } from "./read-request.ts";
import { streamBody } from "./stream-body.ts";

export interface FetchHandlerOptions {
  /** The backend, or whatever stands before it. */
  handle(request: BackendRequest): Promise<BackendResponse>;
  /** Ends every open event stream when it aborts, so that a server can close. */
  closing?: AbortSignal | undefined;
}

/** Handles one HTTP request. */
export type FetchHandler = (request: Request) => Promise<Response>;

/** The API over web requests: what any server that speaks `fetch` can serve. */
export function createFetchHandler({ handle, closing }: FetchHandlerOptions): FetchHandler {
  return async (request) => {
    const allow = request.method === "OPTIONS" ? allowedMethods(new URL(request.url).pathname) : [];
    // asked about a path of the API; whatever else is served is on its own
    if (allow.length > 0)
      return new Response(null, { status: 204, headers: { allow: [...allow, "OPTIONS"].join(", ") } });
    return respond(request);
  };

  async function respond(request: Request): Promise<Response> {
    const left = new AbortController();
    const leave = () => left.abort(request.signal.reason);
    if (request.signal.aborted) leave();
    else request.signal.addEventListener("abort", leave, { once: true });
    const isHead = request.method === "HEAD";
    const path = getPath(request.url);
    const { status, headers, body } = await handle({
      // the API's reads can be done for their headers alone; what else is served has links that a read uses up
      method:
        isHead && allowedMethods(new URL(request.url).pathname).includes("GET") ? "GET" : request.method,
      path,
      headers: Object.fromEntries(request.headers),
      ...(await readBody(request, maxBodyLength)),
      signal: left.signal,
    });
    if (typeof body === "string") {
      request.signal.removeEventListener("abort", leave);
      return new Response(isHead || body === "" ? null : body, { status, headers });
    }
    if (isHead) {
      left.abort();
      return new Response(null, { status, headers });
    }
    const stopClosing = () => closing?.removeEventListener("abort", close);
    const close = () => left.abort(closing?.reason);
    closing?.addEventListener("abort", close, { once: true });
    if (closing?.aborted) close();
    return new Response(
      streamBody(untilLeft(body, left.signal, stopClosing), () => left.abort()),
      { status, headers },
    );
  }
}

/** The pieces until their reader has left; leaving is an end like any other. */
async function* untilLeft(
  pieces: AsyncIterable<string>,
  left: AbortSignal,
  ended: () => void,
): AsyncGenerator<string> {
  try {
    for await (const piece of pieces) {
      yield piece;
      // a reader that left between two pieces is not waited for
      if (left.aborted) return;
    }
  } catch (error) {
    if (!left.aborted) throw error;
  } finally {
    ended();
  }
}

function getPath(url: string): string {
  const start = url.indexOf("/", url.indexOf("://") + 3);
  return start === -1 ? "/" : url.slice(start);
}
