import type { Transport, TransportResponse } from "@codespar/contract";
import type { WireBreak, WireScript } from "./wire-break.ts";

/** A transport whose connections break as scripted, as sockets would. */
export function breakingTransport(transport: Transport, script: WireScript): Transport {
  return {
    async request(request) {
      const wireBreak = script.next(request.method, request.path);
      if (wireBreak === "before_send") throw lost();
      const response = await transport.request(request);
      return wireBreak === undefined ? response : cut(response, wireBreak);
    },
    close: async () => transport.close?.(),
  };
}

function cut(response: TransportResponse, wireBreak: WireBreak): TransportResponse {
  if (wireBreak === "after_send") throw lost();
  return {
    ...response,
    async text() {
      await response.text();
      throw lost();
    },
    async *stream() {
      for await (const piece of response.stream()) {
        yield piece;
        throw lost();
      }
    },
  };
}

function lost(): Error {
  return Object.assign(new Error("The connection was lost."), { code: "ECONNRESET" });
}
