import {
  type IncomingResponse,
  NothingSent,
  type OutgoingRequest,
  type Sender,
} from "@codespar/providers/connect";

/** One request and its response, as they were. */
export interface Exchange {
  request: OutgoingRequest;
  response: IncomingResponse;
}

/** Sends by fetch and remembers everything; redirects are not followed. */
export function recordingSender(exchanges: Exchange[], send: typeof fetch = fetch): Sender {
  return async (request) => {
    const { method, url, headers, body, signal } = request;
    const response = await send(url, {
      method,
      headers: { ...headers },
      redirect: "manual",
      signal,
      ...(body === undefined ? {} : { body }),
    }).catch((error: unknown) => {
      // Node's fetch names the cause; only this one proves that nothing left
      const code =
        error instanceof Error && error.cause instanceof Error && "code" in error.cause
          ? error.cause.code
          : "";
      throw code === "ECONNREFUSED" ? new NothingSent("connection_refused") : error;
    });
    const incoming: IncomingResponse = {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    };
    exchanges.push({ request, response: incoming });
    return incoming;
  };
}
