import type { Transport } from "@codespar/contract";
import { CodeSparError } from "../errors/codespar-error.ts";
import { parseBaseUrl } from "./parse-base-url.ts";

/** The part of `fetch` that is used, so that any implementation fits. */
export type FetchFunction = (url: string, init: RequestInit) => Promise<Response>;

export interface FetchTransportOptions {
  baseUrl: string;
  /** @default the global fetch */
  fetch?: FetchFunction | undefined;
}

/** HTTP over `fetch`: the default outside Node. */
export function fetchTransport({ baseUrl, fetch = globalFetch }: FetchTransportOptions): Transport {
  const { origin, prefix } = parseBaseUrl(baseUrl);
  return {
    async request({ method, path, headers, body, signal }) {
      const response = await fetch(origin + prefix + path, {
        method,
        headers,
        // A key must not follow a redirect to another host.
        redirect: "manual",
        ...(body === undefined ? {} : { body }),
        ...(signal === undefined ? {} : { signal }),
      });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        text: () => response.text(),
        stream: () => readChunks(response.body),
      };
    },
  };
}

// Looked up at each call, so that a global fetch that is replaced later is used.
function globalFetch(url: string, init: RequestInit): Promise<Response> {
  if (typeof globalThis.fetch === "function") return globalThis.fetch(url, init);
  // one of ours, so that it is not taken for a connection that failed
  const message = "There is no fetch here; jest-environment-jsdom hides it. Pass fetch to new CodeSpar().";
  throw new CodeSparError({ code: "transport_unavailable", message });
}

async function* readChunks(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  // Not every browser can iterate a stream.
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
