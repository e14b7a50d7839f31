import { describe, expect, it } from "vitest";
import { testBackend } from "../testing/test-backend.ts";
import { findUnfit, mostValues } from "./read-request.ts";

async function setUp() {
  const test = testBackend();
  const { apiKey } = await test.join("growth");
  const send = async (path: string, text: string) => {
    const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
    const { status, body } = await test.backend.handle({ method: "POST", path, headers, body: text });
    return { status, text: String(body), body: JSON.parse(String(body)) };
  };
  return { ...test, send };
}

describe("text that is no text (attack 13)", () => {
  it.each([
    ["in a value", '{"servers":["asaas"],"metadata":{"tenant_id":"\\ud800"}}', "metadata.tenant_id"],
    ["in a key", '{"servers":["asaas"],"metadata":{"\\udfff":"a"}}', "metadata"],
    [
      "deep down",
      '{"name":"codespar_pay","arguments":{"items":[{"name":"a\\ud801"}]}}',
      "arguments.items.0.name",
    ],
    ["with its halves the wrong way round", '{"servers":["\\udc00\\ud800"]}', "servers.0"],
  ])("is refused %s, and named", async (_, text, path) => {
    const { send } = await setUp();
    const response = await send(
      path.startsWith("arguments") ? "/v1/sessions/ses_1/execute" : "/v1/sessions",
      text,
    );
    expect(response).toMatchObject({ status: 400, body: { error: "invalid_request", issues: [{ path }] } });
  });

  it("is everything else than an emoji, whole or as its two halves", async () => {
    const { send } = await setUp();
    const text = '{"servers":["asaas"],"metadata":{"tenant_id":"😀\\ud83d\\ude00"}}';
    expect(await send("/v1/sessions", text)).toMatchObject({
      status: 201,
      body: { metadata: { tenant_id: "😀😀" } },
    });
  });
});

describe("a body of nonsense (attack 17)", () => {
  const keys = (count: number, key = (index: number) => `unknown_field_number_${index}`) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [key(index), index])));

  it("with 50,000 unknown keys gets a short response at once", async () => {
    const { send } = await setUp();
    for (const path of ["/v1/sessions", "/v1/connections", "/v1/triggers", "/v1/sessions/ses_1/execute"]) {
      for (const count of [19_000, 45_000]) {
        const started = performance.now();
        const response = await send(
          path,
          keys(count, (index) => `u${index}`),
        );
        expect(performance.now() - started).toBeLessThan(1000);
        expect(response.status).toBe(400);
        expect(response.text.length).toBeLessThan(10_000);
      }
    }
  });

  it("with one endless key, or values in the wrong place, shows little of them", async () => {
    const { send } = await setUp();
    const long = "k".repeat(500_000);
    for (const text of [
      JSON.stringify({ [long]: 1 }),
      JSON.stringify({ servers: ["asaas"], metadata: { [long]: "a" } }),
      JSON.stringify({ servers: [long] }),
      JSON.stringify({ servers: Array.from({ length: 15_000 }, () => 1) }),
      JSON.stringify({
        servers: ["asaas"],
        metadata: Object.fromEntries(Array.from({ length: 9000 }, (_, i) => [i, i])),
      }),
    ]) {
      const response = await send("/v1/sessions", text);
      expect(response.status).toBe(400);
      expect(response.text.length).toBeLessThan(12_000);
    }
  });

  it("is counted without being copied, however it is nested", () => {
    const wide = Array.from({ length: mostValues - 2 }, () => ({}));
    expect(findUnfit({ wide })).toBeUndefined();
    expect(findUnfit({ wide, more: [1, 2] })?.message).toContain("20000 values");
  });
});

describe("credentials of the wrong kind (attack 27)", () => {
  it("are not repeated", async () => {
    const { send } = await setUp();
    for (const password of [987_654_321_987, true, ["s3cr3t-abc"], { a: "s3cr3t-abc" }]) {
      const response = await send(
        "/v1/connections",
        JSON.stringify({ server_id: "asaas", credentials: { password } }),
      );
      expect(response).toMatchObject({ status: 400, body: { issues: [{ path: "credentials.password" }] } });
      expect(response.text).not.toMatch(/987654321987|s3cr3t/);
    }
  });
});
