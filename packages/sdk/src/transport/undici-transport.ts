import type { Transport } from "@codespar/contract";
import type { Pool } from "undici";
import { CodeSparError } from "../errors/codespar-error.ts";
import { parseBaseUrl } from "./parse-base-url.ts";
import { UndiciExchange } from "./undici-exchange.ts";

export interface UndiciTransportOptions {
  baseUrl: string;
}

/** HTTP over undici's pool of kept-alive connections: the fastest on Node. undici is loaded by the first request. */
export function undiciTransport({ baseUrl }: UndiciTransportOptions): Transport {
  const { origin, prefix } = parseBaseUrl(baseUrl);
  let pool: Pool | undefined;
  let opening: Promise<Pool> | undefined;

  async function open(): Promise<Pool> {
    const undici = await loadUndici();
    // The client's own timeout bounds every attempt, and a stream may be silent for as long as it likes.
    return new undici.Pool(origin, { headersTimeout: 0, bodyTimeout: 0 });
  }

  async function openOnce(): Promise<Pool> {
    opening ??= open();
    const current = opening;
    const opened = await current;
    // Unless it was closed meanwhile.
    if (opening === current) pool = opened;
    return opened;
  }

  return {
    async request({ method, path, headers, body, signal }) {
      const current = pool ?? (await openOnce());
      signal?.throwIfAborted();
      const exchange = new UndiciExchange(signal);
      // The contract leaves the method open; undici lists those that it knows.
      const options = { method: method as "GET", path: prefix + path, headers, body: body ?? null };
      current.dispatch(options, exchange);
      return exchange.response;
    },
    async close() {
      const closing = opening;
      // A request that comes later opens connections again, as with `fetch`.
      pool = undefined;
      opening = undefined;
      const closed = await closing?.catch(() => undefined);
      await closed?.close();
    },
  };
}

async function loadUndici() {
  try {
    return await import("undici");
  } catch (cause) {
    // One of ours, so that it is not taken for a connection that failed.
    throw new CodeSparError({
      code: "transport_unavailable",
      message: `undici, the HTTP client, could not be loaded. @codespar/sdk needs Node 22.19 or newer, and this is ${process.version}. Else pass fetch.`,
      cause,
    });
  }
}
