import type { Transport } from "@codespar/contract";
import { isError } from "@codespar/contract";
import { CodeSparError } from "../errors/codespar-error.ts";

/** A transport that is loaded by its first request. A load that failed is tried again by the next. */
export function lazyTransport(load: () => Promise<Transport>): Transport {
  let transport: Transport | undefined;
  let loading: Promise<Transport> | undefined;

  async function loadOnce(): Promise<Transport> {
    try {
      transport = await load();
      return transport;
    } catch (cause) {
      loading = undefined;
      // One of ours, so that it is not taken for a connection that failed.
      const message = isError(cause) ? cause.message : String(cause);
      throw new CodeSparError({ code: "transport_unavailable", message, cause });
    }
  }

  return {
    async request(request) {
      if (transport !== undefined) return transport.request(request);
      loading ??= loadOnce();
      return (await loading).request(request);
    },
    async close() {
      await transport?.close?.();
    },
  };
}
