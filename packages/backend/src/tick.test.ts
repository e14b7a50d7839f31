import { responseSchemas } from "@codespar/contract/schemas";
import { expect, it } from "vitest";
import { memoryStore } from "./store/memory/memory-store.ts";
import { testBackend } from "./testing/test-backend.ts";

it("does not wait for another worker that has taken its operation over", async () => {
  const asked: string[] = [];
  // the lease is another worker's by the time that the provider is to be asked
  const store = { ...memoryStore(), markDispatched: async () => false };
  const { join, call, backend } = testBackend({
    store,
    // nothing that waits for a time-out ever ends
    timers: { after: () => () => {} },
    providers: [
      {
        id: "whatsapp-cloud",
        tools: [],
        async execute({ operationId }) {
          asked.push(operationId);
          return { ok: true, data: {} };
        },
        find: async () => ({ status: "unknown" }),
      },
    ],
  });
  const { apiKey } = await join("growth");
  const made = await call(apiKey, "POST", "/v1/sessions", { body: { servers: ["whatsapp-cloud"] } });
  const { id } = responseSchemas.Session.parse(made.body);
  await call(apiKey, "POST", `/v1/sessions/${id}/send`, {
    body: {
      name: "codespar_notify",
      arguments: { channel: "whatsapp", to: "+5511987654321", message: "Oi" },
    },
  });
  await backend.tick();
  expect(asked).toEqual([]);
});
