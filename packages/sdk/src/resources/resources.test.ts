import { endpoints } from "@codespar/contract";
import { expect, it } from "vitest";
import { CodeSpar } from "../client.ts";
import { fakeTransport } from "../testing/fake-transport.ts";
import { result, session } from "../testing/responses.ts";

const trigger = { name: "n", event: "*", webhook_url: "https://example.com" } as const;
const pay = { name: "codespar_pay", arguments: { method: "pix", amount: 1, currency: "BRL" } } as const;

const mexico = { tax_id: "EKU9003173C9", name: "Escuela", tax_regime: "601", postal_code: "42501" };

type Endpoint = keyof typeof endpoints;

/** How each endpoint of the contract is reached; the ones left out are not for clients. */
const calls: Record<Exclude<Endpoint, "openapi" | "health">, (codespar: CodeSpar) => Promise<unknown>> = {
  "sessions.create": (c) => c.sessions.create({ preset: "brazilian" }),
  "sessions.list": (c) => c.sessions.list({ status: "active" }),
  "sessions.get": (c) => c.sessions.get("x"),
  "sessions.close": async (c) => (await c.sessions.get("x")).close(),
  "sessions.tools": async (c) => (await c.sessions.get("x")).tools(),
  "sessions.connections": async (c) => (await c.sessions.get("x")).connections(),
  "sessions.execute": async (c) => (await c.sessions.get("x")).execute(pay),
  "sessions.send": async (c) => (await c.sessions.get("x")).send(pay),
  "tool_calls.reconcile": (c) => c.toolCalls.reconcile("key"),
  "tool_calls.resolve": (c) =>
    c.toolCalls.resolve("x", { outcome: "failed", by: "Ana", evidence: "not in the account" }),
  "tool_calls.list": (c) => c.toolCalls.list({ tool: "codespar_pay" }),
  "tool_calls.get": (c) => c.toolCalls.get("x"),
  "tool_calls.events": (c) => c.toolCalls.events("x").withResponse(),
  "servers.list": (c) => c.servers.list({ q: "pix" }),
  "servers.get": (c) => c.servers.get("x"),
  "usage.get": (c) => c.usage.get({ group_by: "tenant_id", tool_calls: false }),
  "billing.get": (c) => c.billing.get(),
  "billing.update": (c) => c.billing.update({ overage_enabled: true }),
  "billing.preview": (c) => c.billing.preview({ plan: "growth" }),
  "billing.checkout": (c) => c.billing.checkout({ plan: "growth" }),
  "billing.portal": (c) => c.billing.portal(),
  "billing.invoices": (c) => c.billing.invoices(),
  "api_keys.create": (c) => c.apiKeys.create({ name: "ci", scopes: ["usage:read"] }),
  "api_keys.list": (c) => c.apiKeys.list(),
  "api_keys.rotate": (c) => c.apiKeys.rotate("x", { grace_period_seconds: 60 }),
  "api_keys.revoke": (c) => c.apiKeys.revoke("x"),
  "triggers.create": (c) => c.triggers.create(trigger),
  "triggers.list": (c) => c.triggers.list(),
  "triggers.get": (c) => c.triggers.get("x"),
  "triggers.update": (c) => c.triggers.update("x", { status: "paused" }),
  "triggers.delete": (c) => c.triggers.delete("x"),
  "triggers.rotate_secret": (c) => c.triggers.rotateSecret("x"),
  "triggers.deliveries": (c) => c.triggers.deliveries("x"),
  "deliveries.replay": (c) => c.triggers.replay("x"),
  "connections.create": (c) => c.connections.create({ server_id: "asaas", credentials: { api_key: "k" } }),
  "connections.webhook_url": (c) => c.connections.createWebhookUrl("x"),
  "connect_sessions.create": (c) => c.connectSessions.create({ server_id: "asaas" }),
  "connections.list": (c) => c.connections.list({ tenant_id: "t" }),
  "connections.get": (c) => c.connections.get("x"),
  "connections.delete": (c) => c.connections.delete("x"),
  "fiscal_profiles.create": (c) => c.fiscalProfiles.create({ mexico }),
  "fiscal_profiles.list": (c) => c.fiscalProfiles.list({ tenant_id: "t" }),
  "fiscal_profiles.get": (c) => c.fiscalProfiles.get("x"),
  "fiscal_profiles.update": (c) => c.fiscalProfiles.update("x", { mexico }),
  "fiscal_profiles.delete": (c) => c.fiscalProfiles.delete("x"),
  "approvals.list": (c) => c.approvals.list({ status: "pending" }),
  "approvals.get": (c) => c.approvals.get("x"),
  "approvals.approve": (c) => c.approvals.approve("x", { by: "ana@loja.com" }),
  "approvals.link": (c) => c.approvals.link("x"),
  "approvals.deny": (c) => c.approvals.deny("x", { by: "ana@loja.com", reason: "too much" }),
  "events.list": (c) => c.events.list({ type: "payment.confirmed" }),
  "events.stream": (c) =>
    c.events
      .stream()
      .next()
      .catch(() => {}),
  "events.get": (c) => c.events.get("x"),
  search: (c) => c.search("pay_1"),
};

it.each(Object.entries(calls))("%s goes where the contract says", async (id, call) => {
  const { transport, requests } = fakeTransport(() => ({
    body: { ...session, ...result, id: "x", data: [] },
  }));
  await call(new CodeSpar({ apiKey: "csk_test_x", transport }));
  // The keys of `calls` are endpoints; Object.entries forgets it.
  const { method, path } = endpoints[id as Endpoint];
  const request = requests.at(-1);
  expect(`${request?.method} ${request?.path.replace(/\?.*/, "")}`).toBe(
    `${method} ${path.replace(":id", "x")}`,
  );
  expect(request?.headers["idempotency-key"] !== undefined).toBe(method === "POST");
});
