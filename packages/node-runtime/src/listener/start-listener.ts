import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { isError } from "@codespar/contract";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { respondToClientErrors } from "./client-errors.ts";
import { errorBody } from "./error-body.ts";
import { gracefulClose } from "./graceful-close.ts";

export interface ListenerOptions {
  /** Returns the response to one request. `incoming` has the socket and the raw headers. */
  serve(request: Request, incoming: IncomingMessage): Promise<Response>;
  /** 0 takes a free one. */
  port: number;
  hostname: string;
  /** Milliseconds that a request's headers have to arrive. @default 15_000 */
  headersTimeoutMs?: number | undefined;
  /** Milliseconds that a whole request has to arrive. @default 60_000 */
  requestTimeoutMs?: number | undefined;
}

/** An HTTP/1.1 server that listens. */
export interface Listener {
  /** Without a slash at its end. */
  url: string;
  /** Takes no more requests, gives those in flight `drainMs` to end, and frees the port. */
  close(drainMs: number): Promise<void>;
}

/** Serves HTTP/1.1 with bounds on what a client may take: slow, oversized and malformed requests get an error of the API. */
export async function startListener(options: ListenerOptions): Promise<Listener> {
  const { port, hostname, headersTimeoutMs = 15_000, requestTimeoutMs = 60_000 } = options;
  const server = createServer(
    {
      // a body that trickles in, or headers that never end, must not hold a socket for long
      requestTimeout: requestTimeoutMs,
      headersTimeout: headersTimeoutMs,
      connectionsCheckingInterval: Math.min(headersTimeoutMs, requestTimeoutMs, 5_000),
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
      // a client that vanished silently is noticed, also where a stream has nothing to say
      keepAlive: true,
      keepAliveInitialDelay: 60_000,
      // reported below in the API's words
      requireHostHeader: false,
    },
    requestListener(options),
  );
  respondToClientErrors(server);
  // a body is all that may be expected; any other expectation gets the usual response
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
  const close = gracefulClose(server);
  await listen(server, port, hostname);
  const { port: actualPort } = server.address() as AddressInfo; // it listens on TCP
  return { url: `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${actualPort}`, close };
}

function requestListener({ serve }: ListenerOptions) {
  async function respond(request: Request, { incoming }: HttpBindings): Promise<Response> {
    if (incoming.headers.host !== undefined || incoming.httpVersion !== "1.1")
      return serve(request, incoming);
    const { status, body } = errorBody("invalid_request", "The request has no Host header.", "host");
    return Response.json(body, { status, headers: { connection: "close" } });
  }

  // the process is the user's: its `Request` and `Response` stay what they are
  // over HTTP/1, which `createServer` of node:http speaks, the bindings are these
  return getRequestListener((request, bindings) => respond(request, bindings as HttpBindings), {
    overrideGlobalObjects: false,
    hostname: "localhost",
    errorHandler: () =>
      Response.json(errorBody("invalid_request", "The request cannot be read.").body, { status: 400 }),
  });
}

async function listen(server: Server, port: number, hostname: string): Promise<void> {
  server.listen(port, hostname);
  try {
    await once(server, "listening");
  } catch (cause) {
    throw new Error(explainListenError(cause, port, hostname), { cause });
  }
}

function explainListenError(cause: unknown, port: number, hostname: string): string {
  const code = isError(cause) && "code" in cause ? cause.code : undefined;
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is taken. Choose another with --port, or 0 for a free one.`;
    case "EACCES":
      return `Port ${port} may not be used by this user. Choose one above 1023.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `${hostname} is no address of this machine. Listen on 127.0.0.1, or on 0.0.0.0 for all of them.`;
    default:
      return `Cannot listen on ${hostname}:${port}${typeof code === "string" ? ` (${code})` : ""}.`;
  }
}
