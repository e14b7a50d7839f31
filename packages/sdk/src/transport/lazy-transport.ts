import type { Transport } from "@codespar/contract";

/** A transport that is loaded by its first request. A load that failed is tried again by the next. */
export function lazyTransport(load: () => Promise<Transport>): Transport {
  let transport: Transport | undefined;
  let loading: Promise<Transport> | undefined;

  async function loadOnce(): Promise<Transport> {
    try {
      transport = await load();
      return transport;
    } catch (error) {
      loading = undefined;
      throw error;
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
