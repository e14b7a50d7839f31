import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { testBackend } from "../../testing/test-backend.ts";

async function setUp() {
  const test = testBackend({
    providers: [
      {
        id: "whatsapp-cloud",
        tools: [],
        execute: async () => ({ ok: true, data: { messages: [{ id: "wamid.1" }] } }),
        find: async () => ({ status: "unknown" }),
      },
    ],
  });
  const { apiKey } = await test.join("growth");
  const post = (path: string, body: object, headers = {}) =>
    test.call(apiKey, "POST", path, { body, headers });
  const made = await post("/v1/sessions", {
    servers: ["whatsapp-cloud"],
    policy: { require_approval: { risk: ["send"] } },
  });
  const { id } = responseSchemas.Session.parse(made.body);
  return {
    ...test,
    apiKey,
    post,
    hold: (key: string, message = "Oi") =>
      post(
        `/v1/sessions/${id}/execute`,
        { name: "codespar_notify", arguments: { channel: "whatsapp", to: "+5511987654321", message } },
        { "idempotency-key": key },
      ),
  };
}

describe("calls that wait for an approval (attack 25)", () => {
  it("are at most 50 in a session, until some are decided", async () => {
    const { hold, post } = await setUp();
    const first = await hold("key-0");
    const { approval_id } = first.body as { approval_id: string };
    for (let number = 1; number < 50; number += 1) expect((await hold(`key-${number}`)).status).toBe(409);
    const refused = await hold("key-50");
    expect(refused).toMatchObject({
      status: 403,
      body: { error: "policy_denied", rule: "require_approval" },
    });
    expect(refused.text).toContain("50 calls");
    // what waits already is asked for again as often as it likes
    expect((await hold("key-7")).body).toMatchObject({ error: "approval_required" });
    await post(`/v1/approvals/${approval_id}/approve`, { by: "Ana" });
    expect((await hold("key-51")).body).toMatchObject({ error: "approval_required" });
    expect((await hold("key-52")).status).toBe(403);
  });

  it("are not kept with arguments that go on for ever", async () => {
    const { hold } = await setUp();
    const refused = await hold("key-1", "a".repeat(70_000));
    expect([400, 403]).toContain(refused.status);
    expect(refused.text.length).toBeLessThan(5000);
  });
});
