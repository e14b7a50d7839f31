import { responseSchemas } from "@codespar/contract/schemas";
import { expect, it } from "vitest";
import { testBackend } from "../../testing/test-backend.ts";
import { memoryStore } from "./memory-store.ts";

it("takes so many calls at a time, says which limit was reached, and goes on with what it has", async () => {
  const { backend, clock, join, call } = testBackend({
    store: memoryStore({ maxCalls: 2 }),
    logRetentionDays: 2,
  });
  const { apiKey } = await join();
  const { body } = await call(apiKey, "POST", "/v1/sessions", { body: { servers: ["asaas"] } });
  const session = responseSchemas.Session.parse(body);
  const find = (key: string) =>
    call(apiKey, "POST", `/v1/sessions/${session.id}/execute`, {
      body: { name: "codespar_discover", arguments: { query: "pix" } },
      headers: { "idempotency-key": key },
    });
  const first = await find("first");
  expect([first.status, (await find("second")).status]).toEqual([200, 200]);
  const refused = await find("third");
  expect(refused).toMatchObject({
    status: 503,
    body: {
      error: "service_unavailable",
      message:
        "This sandbox keeps its calls in memory, and has as many as it may: 2. Nothing was done. Start it again, keep them in a directory (data), or allow more (maxCalls).",
    },
  });
  const again = await find("first");
  expect([again.status, again.headers["idempotency-replayed"]]).toEqual([200, "true"]);
  const { body: usage } = await call(apiKey, "GET", "/v1/usage");
  expect(usage).toMatchObject({ used: 2 });
  // once the log has let them go there is room again, under the same key
  clock.set(clock.now() + 3 * 86_400_000);
  await backend.tick();
  const { body: later } = await call(apiKey, "POST", "/v1/sessions", { body: { servers: ["asaas"] } });
  session.id = responseSchemas.Session.parse(later).id;
  expect((await find("third")).status).toBe(200);
});
