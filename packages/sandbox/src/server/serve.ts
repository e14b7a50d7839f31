import type { IncomingMessage } from "node:http";
import { createFetchHandler } from "@codespar/backend";
import {
  httpProblem,
  isLoopbackAddress,
  isLoopbackHost,
  keepTestKey,
  startListener,
} from "@codespar/node-runtime";
import { createSandbox, type Sandbox, type SandboxOptions } from "@codespar/sandbox-core";
import { httpControl } from "./http-control.ts";

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
}

/** A sandbox that listens. */
export interface SandboxServer {
  /** Without a slash at its end. */
  url: string;
  /** The one key that is known at first; more are made with POST /v1/api-keys. */
  apiKey: string;
  sandbox: Sandbox;
  /** Takes no more requests, lets those in flight end, and frees the port. */
  close(): Promise<void>;
}

/** Serves a sandbox over HTTP: one organisation on plan hobby, its rate limit enforced, unknown keys refused. */
export async function startSandboxServer(options: SandboxServerOptions = {}): Promise<SandboxServer> {
  const { port = 4010, hostname = "127.0.0.1", drainMs = 5000, data, ...others } = options;
  const { headersTimeoutMs, requestTimeoutMs, ...rest } = others;
  const apiKey = options.apiKey ?? (data === undefined ? randomKey() : await keepTestKey(data, randomKey));
  if (!/^csk_test_[A-Za-z0-9_-]{1,200}$/.test(apiKey)) {
    throw new RangeError("apiKey: a sandbox takes test keys, csk_test_ and letters, digits, - or _.");
  }
  const sandbox = createSandbox({
    plan: "hobby",
    rateLimit: true,
    publicUrl: () => url,
    ...rest,
    data,
    admitTestKeys: [apiKey],
  });
  const closing = new AbortController();
  const listener = await startListener({
    port,
    hostname,
    headersTimeoutMs,
    requestTimeoutMs,
    serve: createRequestHandler(sandbox, closing.signal),
  });
  const { url } = listener;
  return {
    url,
    apiKey,
    sandbox,
    async close() {
      closing.abort(new Error("The sandbox server is closing."));
      await listener.close(drainMs);
      await sandbox.close();
    },
  };
}

function createRequestHandler(sandbox: Sandbox, closing: AbortSignal) {
  const api = createFetchHandler({ handle: sandbox.handle, closing });
  const control = httpControl(sandbox);

  return async function serve(request: Request, incoming: IncomingMessage): Promise<Response> {
    if (incoming.url?.startsWith("/sandbox/") !== true) return api(request);
    if (mayControl(incoming)) return control(request);
    const { status, body } = httpProblem(
      "not_found",
      "The test control answers on this machine alone, and not to web pages.",
    );
    return Response.json(body, { status });
  };
}

/** Programs on this machine: no other machine, and no page in this machine's browser, under whatever name. */
function mayControl({ socket, headers }: IncomingMessage): boolean {
  return (
    isLoopbackAddress(socket.remoteAddress) && isLoopbackHost(headers.host) && headers.origin === undefined
  );
}

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `csk_test_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
