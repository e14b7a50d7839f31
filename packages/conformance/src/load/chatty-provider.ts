import type { Provider } from "@codespar/backend/ports";

/** A provider in the place of `asaas` that reports a lot while it works: so many pieces of so many characters. */
export function chattyProvider(pieces: number, size: number): Provider {
  return {
    id: "asaas",
    tools: [
      {
        name: "asaas_create_payment",
        description: "Reports a lot.",
        inputSchema: { type: "object", properties: {} },
        risk: "read",
      },
    ],
    async execute({ emit }) {
      for (let piece = 0; piece < pieces; piece++) {
        emit({ type: "partial", data: { piece, text: "x".repeat(size) } });
      }
      return { ok: true, data: { pieces } };
    },
    find: async () => ({ status: "unknown" }),
  };
}
