import type { BackendResponse } from "@codespar/backend";
import { describe, expect, it } from "vitest";
import { formatRequest, type LoggedRequest, logRequests } from "./log-requests.ts";

async function log(path: string, body: string | undefined, response: Partial<BackendResponse>) {
  const entries: LoggedRequest[] = [];
  let now = Date.parse("2026-11-21T12:00:00Z");
  const handle = logRequests(
    async () => {
      now += 12;
      return { status: 200, headers: { "x-request-id": "req_1" }, body: "{}", ...response };
    },
    { now: () => now, onRequest: (entry) => entries.push(entry) },
  );
  await handle({ method: "POST", path, headers: {}, body });
  const [entry] = entries;
  if (entry === undefined) throw new Error("Nothing was logged.");
  return entry;
}

describe("the request log", () => {
  it("says in one line what was called, who did it and how long it took", async () => {
    const entry = await log("/v1/sessions/ses_1/execute", '{"name":"codespar_pay","arguments":{}}', {
      body: '{"success":true,"provider":"asaas"}',
    });
    expect(formatRequest(entry)).toBe(
      "12:00:00  200    12 ms  POST /v1/sessions/ses_1/execute  codespar_pay, asaas",
    );
    expect(entry).toMatchObject({
      request_id: "req_1",
      tool: "codespar_pay",
      provider: "asaas",
      error: null,
    });
  });

  it("names the code of an error, and of a provider that said no", async () => {
    const failed = await log("/v1/sessions", "{}", { status: 400, body: '{"error":"invalid_request"}' });
    expect(formatRequest(failed)).toContain("400    12 ms  POST /v1/sessions  invalid_request");
    const refused = await log("/v1/sessions/ses_1/execute", '{"name":"codespar_pay"}', {
      body: '{"success":false,"provider":"stripe","error":{"code":"card_declined"}}',
    });
    expect(formatRequest(refused)).toContain("codespar_pay, stripe, card_declined");
  });

  it("does not show the secret path of a billing page", async () => {
    const entry = await log("/billing/portal/org_1.topsecret?x=1", undefined, { body: "<p>" });
    expect(JSON.stringify(entry)).not.toContain("topsecret");
    expect(entry.path).toBe("/billing/portal/…?x=1");
  });

  it("keeps hostile text on its one line", async () => {
    const entry = await log(
      "/v1/sessions/ses_1/execute",
      JSON.stringify({ name: "\u001b[2J\nfake\u202e" }),
      {},
    );
    expect(formatRequest(entry)).not.toMatch(/\p{C}/u);
  });

  it("keeps bodies, but no long ones and no streams", async () => {
    const entry = await log("/v1/sessions", '{"preset":"brazilian"}', { body: "x".repeat(30_000) });
    expect(entry).toMatchObject({ request_body: '{"preset":"brazilian"}', response_body: null });
  });
});
