import { once } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createFetchHandler } from "@codespar/backend";
import {
  answerBrokenRequests,
  gracefulClose,
  httpProblem,
  isLoopbackAddress,
  isLoopbackHost,
  keepTestKey,
} from "@codespar/node-runtime";
import { createSandbox, type Sandbox, type SandboxOptions } from "@codespar/sandbox-core";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { type SandboxDashboard, sandboxDashboard } from "../dashboard/sandbox-dashboard.ts";
import { httpControl } from "./http-control.ts";
import { type LoggedRequest, logRequests } from "./log-requests.ts";

export interface SandboxServerOptions extends Omit<SandboxOptions, "admitTestKeys"> {
  /** 0 takes a free one. @default 4010 */
  port?: number | undefined;
  /** Where to listen. The test control answers on loopback alone. @default "127.0.0.1" */
  hostname?: string | undefined;
  /** The organisation's test key. @default a random one; with `data`, the one of its first start */
  apiKey?: string | undefined;
  /** Milliseconds that requests have to end when the server closes. @default 5000 */
  drainMs?: number | undefined;
  /** Milliseconds that a request's headers have to arrive. @default 15_000 */
  headersTimeoutMs?: number | undefined;
  /** Milliseconds that a whole request has to arrive. @default 60_000 */
  requestTimeoutMs?: number | undefined;
  /** Told what takes a while, such as building the inspector when it is run from source. @default nobody */
  onProgress?: ((line: string) => void) | undefined;
  /** Told of every request but those of the inspector, once it is answered. @default nobody */
  onRequest?: ((entry: LoggedRequest) => void) | undefined;
}

/** A sandbox that listens. */
export interface SandboxServer {
  /** Without a slash at its end. */
  url: string;
  /** The one key that is known at first; more are made with POST /v1/api-keys. */
  apiKey: string;
  sandbox: Sandbox;
  /** An address that shows the inspector in a browser; it signs in once, within a minute. */
  inspectorUrl(): string;
  /** Takes no more requests, lets those in flight end, and frees the port. */
  close(): Promise<void>;
}

/** Serves a sandbox over HTTP: one organisation on plan hobby, its rate limit enforced, unknown keys refused. */
export async function startSandboxServer(options: SandboxServerOptions = {}): Promise<SandboxServer> {
  const { port = 4010, hostname = "127.0.0.1", drainMs = 5000, data, ...others } = options;
  const {
    headersTimeoutMs = 15_000,
    requestTimeoutMs = 60_000,
    onProgress = () => {},
    onRequest = () => {},
    ...rest
  } = others;
  const apiKey = options.apiKey ?? (data === undefined ? randomKey() : await keepTestKey(data, randomKey));
  if (!/^csk_test_[A-Za-z0-9_-]{1,200}$/.test(apiKey)) {
    throw new RangeError("apiKey: a sandbox takes test keys, csk_test_ and letters, digits, - or _.");
  }
  const dashboard = sandboxDashboard({
    apiKey,
    publicUrl: () => url,
    sandbox: () => sandbox,
    onProgress,
  });
  const sandbox: Sandbox = createSandbox({
    plan: "hobby",
    rateLimit: true,
    publicUrl: () => url,
    ...rest,
    data,
    admitTestKeys: [apiKey],
    sessionKeys: dashboard.sessionKeys,
  });
  const closing = new AbortController();
  const server = createServer(
    {
      // a body that trickles in, or headers that never end, must not hold a socket for long
      requestTimeout: requestTimeoutMs,
      headersTimeout: headersTimeoutMs,
      connectionsCheckingInterval: Math.min(headersTimeoutMs, requestTimeoutMs, 5_000),
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
      // who has vanished without a word is found out, also where a stream has nothing to say
      keepAlive: true,
      keepAliveInitialDelay: 60_000,
      // said in the API's words below
      requireHostHeader: false,
    },
    listenerOf({ sandbox, dashboard, closing: closing.signal, onRequest }),
  );
  answerBrokenRequests(server);
  // what may be expected is a body, and who asks for anything else is answered like everybody else
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
  const closeServer = gracefulClose(server);
  await listen(server, port, hostname);
  const { port: actualPort } = server.address() as AddressInfo; // it listens on TCP
  const url = `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${actualPort}`;
  return {
    url,
    apiKey,
    sandbox,
    inspectorUrl: dashboard.signInLink,
    async close() {
      closing.abort(new Error("The sandbox server is closing."));
      await closeServer(drainMs);
      await sandbox.close();
    },
  };
}

interface ListenerOptions {
  sandbox: Sandbox;
  dashboard: SandboxDashboard;
  closing: AbortSignal;
  onRequest(entry: LoggedRequest): void;
}

function listenerOf({ sandbox, dashboard, closing, onRequest }: ListenerOptions) {
  const logged = logRequests(sandbox.handle, { now: Date.now, onRequest });
  const api = createFetchHandler({
    async handle(request) {
      const headers = await dashboard.authorise(request.headers);
      // the inspector does not look at itself
      return headers === request.headers ? logged(request) : sandbox.handle({ ...request, headers });
    },
    closing,
  });
  const control = httpControl(sandbox);

  async function serve(request: Request, { incoming }: HttpBindings): Promise<Response> {
    if (incoming.headers.host === undefined && incoming.httpVersion === "1.1") {
      const { status, body } = httpProblem("invalid_request", "The request has no Host header.", "host");
      return Response.json(body, { status, headers: { connection: "close" } });
    }
    const { url = "/" } = incoming;
    if (!url.startsWith("/sandbox/")) return (await servePage(url, request)) ?? api(request);
    if (mayControl(incoming, (await dashboard.sessionOf(incoming.headers)) !== undefined))
      return control(request);
    const { status, body } = httpProblem(
      "not_found",
      "The test control answers on this machine alone, and not to web pages.",
    );
    return Response.json(body, { status });
  }

  /** Nearly every request is the API's own, so the path alone is looked at first. */
  function servePage(url: string, request: Request): Promise<Response | undefined> | undefined {
    return /^\/(?:$|\?|dashboard\/)/.test(url) ? dashboard.serve(request) : undefined;
  }

  // the process is the user's: its `Request` and `Response` stay what they are
  // over HTTP/1, which `createServer` of node:http speaks, the bindings are these
  return getRequestListener((request, bindings) => serve(request, bindings as HttpBindings), {
    overrideGlobalObjects: false,
    hostname: "localhost",
    errorHandler: () =>
      Response.json(httpProblem("invalid_request", "The request cannot be read.").body, { status: 400 }),
  });
}

/** Programs on this machine: no other machine, and no page in this machine's browser, under whatever name. */
function mayControl({ socket, headers }: IncomingMessage, isSignedIn: boolean): boolean {
  return (
    isLoopbackAddress(socket.remoteAddress) &&
    isLoopbackHost(headers.host) &&
    (headers.origin === undefined || isSignedIn)
  );
}

async function listen(server: Server, port: number, hostname: string): Promise<void> {
  server.listen(port, hostname);
  try {
    await once(server, "listening");
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "EADDRINUSE")
      throw new Error(`Port ${port} is taken. Choose another with --port, or 0 for a free one.`, { cause });
    if (code === "EACCES")
      throw new Error(`Port ${port} may not be used by this user. Choose one above 1023.`, { cause });
    throw cause;
  }
}

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `csk_test_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
