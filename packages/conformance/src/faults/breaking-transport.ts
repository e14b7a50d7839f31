import type { Transport, TransportRequest, TransportResponse } from "@codespar/contract";
import type { WireScript } from "./wire-break.ts";

/** A transport whose connections break as scripted, as sockets would. */
export function breakingTransport(transport: Transport, script: WireScript): Transport {
  return {
    async request(request) {
      const wireBreak = script.next(request.method, request.path);
      const end = () => (wireBreak?.startsWith("silent_") ? silence(request, script) : lost());
      if (wireBreak === "before_send" || wireBreak === "silent_before_send") return end();
      const result = transport.request(request);
      if (wireBreak === "silent_at_once") {
        result.catch(() => {}); // nobody hears of it
        return end();
      }
      const response = await result;
      if (wireBreak === "after_send" || wireBreak === "silent_after_send") return end();
      return wireBreak === undefined ? response : cut(response, end);
    },
    close: async () => transport.close?.(),
  };
}

function cut(response: TransportResponse, end: () => Promise<never>): TransportResponse {
  return {
    ...response,
    async text() {
      await response.text();
      return end();
    },
    async *stream() {
      for await (const piece of response.stream()) {
        yield piece;
        await end();
      }
    },
  };
}

async function lost(): Promise<never> {
  throw Object.assign(new Error("The connection was lost."), { code: "ECONNRESET" });
}

function silence({ signal }: TransportRequest, script: WireScript): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
    script.fallSilent(() => signal?.aborted === true);
  });
}
