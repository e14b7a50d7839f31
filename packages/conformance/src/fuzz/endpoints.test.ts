import { endpoints, errorStatuses } from "@codespar/contract";
import { createSandbox, type Sandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import fc from "fast-check";
import { expect, it } from "vitest";
import { brazil } from "../calls.ts";
import { type ApiDocument, getRequests } from "./arbitrary-requests.ts";

const apiKey = "csk_test_fuzz_endpoints";

/** One of everything that has an id. */
async function oneOfEach(sandbox: Sandbox): Promise<string[]> {
  const codespar = new CodeSpar({ apiKey, transport: sandbox.transport });
  const session = await codespar.sessions.create({
    preset: "brazilian",
    policy: { require_approval: { above: { BRL: 1_000 } } },
  });
  const small = { method: "pix", amount: 1_000, currency: "BRL" } as const;
  const paid = await session.execute({ name: "codespar_pay", arguments: small });
  await session.execute({ name: "codespar_pay", arguments: { ...small, amount: 9_990 } }).catch(() => {});
  const [approval] = (await codespar.approvals.list()).data;
  const trigger = await codespar.triggers.create({
    name: "t",
    event: "*",
    webhook_url: "http://127.0.0.1:9/",
  });
  const key = await codespar.apiKeys.create({ name: "another" });
  const connection = await codespar.connections.create({ server_id: "asaas", credentials: { api_key: "k" } });
  const fiscalProfile = await codespar.fiscalProfiles.create({ tenant_id: "acme", brazil });
  await sandbox.clock.advance("1m");
  const [delivery] = (await codespar.triggers.deliveries(trigger.id)).data;
  return [
    session.id,
    paid.tool_call_id,
    approval?.id ?? "no approval",
    trigger.id,
    delivery?.id ?? "no delivery",
    key.id,
    connection.id,
    fiscalProfile.id,
    "asaas",
  ];
}

it("no request to any endpoint, with any query, headers or body, makes an internal error", async () => {
  const errors: unknown[] = [];
  const sandbox = createSandbox({
    seed: 1,
    now: "2026-11-21T12:00:00Z",
    onError: (error) => errors.push(error),
  });
  const { transport } = sandbox;
  const ids = await oneOfEach(sandbox);
  const read = await transport.request({ method: "GET", path: "/v1/openapi.json", headers: {} });
  const document: ApiDocument = JSON.parse(await read.text());
  const statuses = new Map<string, Set<number>>();

  await fc.assert(
    fc.asyncProperty(getRequests(document, ids), async ({ headers, ...request }) => {
      const response = await transport.request({
        ...request,
        headers: { authorization: `Bearer ${apiKey}`, ...headers },
      });
      const text = await response.text();
      expect(response.status, text).toBeLessThan(500);
      // each request's own: what one left behind would be held against all that follow
      expect(errors.splice(0)).toEqual([]);
      if (response.status >= 400) {
        const body = JSON.parse(text);
        expect(Object.keys(errorStatuses)).toContain(body.error);
        expect(body).toMatchObject({ status: response.status, request_id: response.headers["x-request-id"] });
      }
      const seen = statuses.get(request.method) ?? new Set();
      statuses.set(request.method, seen.add(response.status));
    }),
    { numRuns: 200 * Object.keys(endpoints).length },
  );
  // requests got past the doors as well as being refused at them
  for (const [method, wanted] of Object.entries({
    GET: [200, 400, 404],
    POST: [200, 201, 400],
    DELETE: [204, 404],
  })) {
    expect([...(statuses.get(method) ?? [])]).toEqual(expect.arrayContaining(wanted));
  }
  await sandbox.clock.advance("4d");
  expect(errors).toEqual([]);
}, 180_000);
