import type { IncomingMessage } from "node:http";
import { isLoopbackHost } from "@codespar/node-runtime";
import type { Emulator } from "./create-emulator.ts";
import { ConnectionLost } from "./emulator-message.ts";

/** Bytes of a body that are read; a longer one ends the connection. */
const largestBody = 2 * 1024 * 1024;

export interface EmulatorListenerOptions {
  emulator: Emulator;
  /** Called with what went wrong inside; the client sees a bare 500. */
  onError(error: unknown): void;
  /** Serves requests under other names of this machine as well. @default false: loopback names alone */
  anyHost?: boolean | undefined;
}

/** The provider of a path under `/providers/<id>/`, and the rest of it; undefined for every other path. */
export function matchProvider(
  url: string,
  emulator: Emulator,
): { provider: string; rest: string } | undefined {
  const match = /^\/providers\/([a-z0-9-]+)(\/.*)?$/s.exec(url);
  const provider = match?.[1] ?? "";
  return emulator.providers.includes(provider) ? { provider, rest: match?.[2] ?? "/" } : undefined;
}

/** Responds to one request in the provider's own words; `url` is path and query at the provider. Never rejects. */
export async function serveProvider(
  provider: string,
  url: string,
  request: Request,
  incoming: IncomingMessage,
  { emulator, onError, anyHost = false }: EmulatorListenerOptions,
): Promise<Response> {
  // no page in this machine's browser: a name that leads here, or a form of another site
  const isLocal = anyHost || isLoopbackHost(incoming.headers.host);
  if (!isLocal || incoming.headers.origin !== undefined) return new Response(null, { status: 403 });
  const [path = "/", query = ""] = url.split(/\?(.*)/s, 2);
  try {
    const { status, headers, body } = await emulator.handle(provider, {
      method: incoming.method ?? "GET",
      path,
      query,
      headers: Object.fromEntries(request.headers),
      body: await readBody(request),
    });
    return new Response(body === "" ? null : body, { status, headers });
  } catch (error) {
    if (!(error instanceof ConnectionLost)) {
      onError(error);
      return new Response(null, { status: 500 });
    }
    incoming.socket.destroy();
    return new Response(null);
  }
}

async function readBody(request: Request): Promise<string> {
  if (request.body === null) return "";
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const piece of request.body) {
    size += piece.byteLength;
    if (size > largestBody) throw new ConnectionLost();
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}
