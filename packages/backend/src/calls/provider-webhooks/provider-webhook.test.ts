import { responseSchemas, webhookEventPageSchema } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import type { ProviderWebhook } from "../../ports/provider.ts";
import { memoryStore } from "../../store/memory/memory-store.ts";
import type { Store } from "../../store/store.ts";
import { testBackend } from "../../testing/test-backend.ts";

/** A backend in which a message was sent, and how its provider reports that it was read. */
async function setUp(store: Store = memoryStore()) {
  const { join, call, backend, clock } = testBackend({
    store,
    providers: [
      {
        id: "whatsapp-cloud",
        tools: [],
        execute: async () => ({ ok: true, data: { messages: [{ id: "wamid.1" }] } }),
        find: async () => ({ status: "unknown" }),
      },
    ],
  });
  const { apiKey } = await join("growth");
  const post = (path: string, body: object) => call(apiKey, "POST", path, { body });
  const made = await post("/v1/sessions", { servers: ["whatsapp-cloud"] });
  const { id } = responseSchemas.Session.parse(made.body);
  const sent = await post(`/v1/sessions/${id}/execute`, {
    name: "codespar_notify",
    arguments: { channel: "whatsapp", to: "+5511987654321", message: "Oi" },
  });
  const operationId = responseSchemas.ToolResult.parse(sent.body).tool_call_id;
  const read: ProviderWebhook = {
    id: "wh_1",
    provider: "whatsapp-cloud",
    operationId,
    type: "message.read",
    data: { message_id: "wamid.1" },
    at: clock.now(),
  };
  return {
    backend,
    clock,
    read,
    async events() {
      const { body } = await call(apiKey, "GET", "/v1/events?type=message.read");
      return webhookEventPageSchema.parse(body).data;
    },
  };
}

describe("a provider's webhook", () => {
  it("that comes again, days later too, is one event", async () => {
    const { backend, clock, read, events } = await setUp();
    await backend.receive(read);
    await backend.receive(read);
    await backend.tick();
    for (const at of ["2026-04-15T11:00:00Z", "2026-04-25T11:00:00Z"]) {
      clock.set(at);
      await backend.receive(read);
      await backend.tick();
    }
    expect(await events()).toHaveLength(1);
  });

  it("is one event also when the process ends before the webhook is done with", async () => {
    const store = memoryStore();
    let isBroken = true;
    const breaking: Store = {
      ...store,
      async finishJob(id, retryAt) {
        if (isBroken && id.startsWith("provider_webhook ")) throw new Error("the process ends");
        return store.finishJob(id, retryAt);
      },
    };
    const { backend, clock, read, events } = await setUp(breaking);
    await backend.receive(read);
    await expect(backend.tick()).rejects.toThrow("the process ends");
    isBroken = false;
    clock.set("2026-04-15T11:00:00Z");
    await backend.tick();
    expect(await events()).toHaveLength(1);
  });

  it("is an event when a tick has ended, also one beside another that has taken it", async () => {
    const store = memoryStore();
    const reported: string[] = [];
    const slow: Store = {
      ...store,
      async appendEvent(...args) {
        // longer than the second tick takes when it finds nothing to do
        for (let attemptResult = 0; attemptResult < 1000; attemptResult += 1) await undefined;
        reported.push(args[0].type);
        return store.appendEvent(...args);
      },
    };
    const { backend, read } = await setUp(slow);
    reported.length = 0;
    await backend.receive(read);
    const first = backend.tick();
    await backend.tick();
    expect(reported).toEqual(["message.read"]);
    await first;
  });

  it("of another provider or another id is an event of its own", async () => {
    const { backend, read, events } = await setUp();
    await backend.receive(read);
    await backend.receive({ ...read, id: "wh_2" });
    await backend.receive({ ...read, provider: "twilio" });
    await backend.tick();
    expect(await events()).toHaveLength(3);
  });
});
