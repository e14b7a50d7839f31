import type { Transport } from "@codespar/contract";
import type { Pool } from "undici";
import { parseBaseUrl } from "./parse-base-url.ts";
import { UndiciExchange } from "./undici-exchange.ts";

export interface UndiciTransportOptions {
  baseUrl: string;
}

/** HTTP over undici's pool of kept-alive connections: the fastest on Node. undici is loaded by the first request. */
export function undiciTransport({ baseUrl }: UndiciTransportOptions): Transport {
  const { origin, prefix } = parseBaseUrl(baseUrl);
  let pool: Pool | undefined;
  let loading: Promise<Pool> | undefined;

  async function load(): Promise<Pool> {
    const undici = await import("undici");
    // The client's own timeout bounds every attempt, and a stream may be silent for as long as it likes.
    pool = new undici.Pool(origin, { headersTimeout: 0, bodyTimeout: 0 });
    return pool;
  }

  return {
    async request({ method, path, headers, body, signal }) {
      loading ??= load();
      pool ??= await loading;
      signal?.throwIfAborted();
      const exchange = new UndiciExchange(signal);
      // The contract leaves the method open; undici lists those that it knows.
      const options = { method: method as "GET", path: prefix + path, headers, body: body ?? null };
      pool.dispatch(options, exchange);
      return exchange.response;
    },
    async close() {
      await (await loading)?.close();
    },
  };
}
