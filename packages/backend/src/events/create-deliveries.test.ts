import { responseSchemas } from "@codespar/contract/schemas";
import { expect, it } from "vitest";
import { testBackend } from "../testing/test-backend.ts";

it("a plan has so many triggers, each of which looks at every event (attack 25)", async () => {
  const { join, call } = testBackend();
  const { apiKey } = await join("hobby");
  const create = () =>
    call(apiKey, "POST", "/v1/triggers", {
      body: { name: "t", event: "*", webhook_url: "https://example.com/hook" },
    });
  const made = await Promise.all(Array.from({ length: 12 }, create));
  expect(made.map(({ status }) => status).sort()).toEqual([...Array(10).fill(201), 403, 403]);
  const refused = made.find(({ status }) => status === 403);
  expect(refused?.body).toMatchObject({ error: "plan_limit", limit: 10, plan: "hobby" });
  const [first] = responseSchemas.TriggerPage.parse((await call(apiKey, "GET", "/v1/triggers")).body).data;
  await call(apiKey, "DELETE", `/v1/triggers/${first?.id}`);
  expect((await create()).status).toBe(201);
});
