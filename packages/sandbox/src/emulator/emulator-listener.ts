import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { isLoopbackHost } from "@codespar/node-runtime";
import type { Emulator } from "./create-emulator.ts";
import { ConnectionLost, type EmulatorRequest } from "./emulator-message.ts";

/** Bytes of a body that are read; a longer one ends the connection. */
const largestBody = 2 * 1024 * 1024;

export interface ListenerOptions {
  emulator: Emulator;
  /** Called with what went wrong inside; the client sees a bare 500. */
  onError(error: unknown): void;
  /** Answers requests under other names of this machine as well. @default false: loopback names alone */
  anyHost?: boolean | undefined;
}

/** Serves one provider at the root. */
export function providerListener(provider: string, options: ListenerOptions): RequestListener {
  return (request, response) => {
    serve(provider, request.url ?? "/", request, response, options);
  };
}

/** Serves every provider under `/providers/<id>/`. Undefined for a request that is for nobody of them. */
export function matchProvider(
  url: string,
  emulator: Emulator,
): { provider: string; rest: string } | undefined {
  const match = /^\/providers\/([a-z0-9-]+)(\/.*)?$/s.exec(url);
  const provider = match?.[1] ?? "";
  return emulator.providers.includes(provider) ? { provider, rest: match?.[2] ?? "/" } : undefined;
}

/** Answers one request in the provider's own words. Never rejects. */
export async function serve(
  provider: string,
  url: string,
  request: IncomingMessage,
  response: ServerResponse,
  { emulator, onError, anyHost = false }: ListenerOptions,
): Promise<void> {
  // no page in this machine's browser: a name that leads here, or a form of another site
  if ((!anyHost && !isLoopbackHost(request.headers.host)) || request.headers.origin !== undefined) {
    response.writeHead(403).end();
    return;
  }
  try {
    const answer = await emulator.handle(provider, await readRequest(url, request));
    response.writeHead(answer.status, {
      ...answer.headers,
      "content-length": Buffer.byteLength(answer.body),
    });
    response.end(request.method === "HEAD" ? undefined : answer.body);
  } catch (error) {
    if (!(error instanceof ConnectionLost)) {
      onError(error);
      if (!response.headersSent) {
        response.writeHead(500).end();
        return;
      }
    }
    request.socket.destroy();
  }
}

async function readRequest(url: string, request: IncomingMessage): Promise<EmulatorRequest> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    if (size > largestBody) throw new ConnectionLost();
    pieces.push(bytes);
  }
  const [path = "/", query = ""] = url.split(/\?(.*)/s, 2);
  return {
    method: request.method ?? "GET",
    path,
    query,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(", ") : (value ?? ""),
      ]),
    ),
    body: Buffer.concat(pieces).toString("utf8"),
  };
}
