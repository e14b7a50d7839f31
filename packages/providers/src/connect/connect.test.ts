import { type DispatchedCall, ProviderUnavailable } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { asaasConnector } from "../asaas/connect.ts";
import { mercadopagoConnector } from "../mercadopago/connect.ts";
import { stripeConnector } from "../stripe/connect.ts";
import { connectWith } from "./connect.ts";
import type { ConnectorDefinition } from "./connector-definition.ts";
import { OutcomeUnknown } from "./outcome-unknown.ts";
import { type IncomingResponse, NothingSent, type OutgoingRequest } from "./sender.ts";

const keys: Record<string, Record<string, string>> = {
  asaas: { api_key: "$aact_hmlg_hunter2" },
  mercadopago: { access_token: "TEST-hunter2" },
  stripe: { secret_key: "sk_test_hunter2" },
};

type Reply = { status: number; body?: unknown; headers?: Record<string, string> } | Error;

/** A connected provider whose service gives these responses, one after the other. */
function connected(definition: ConnectorDefinition, ...replies: Reply[]) {
  const sent: OutgoingRequest[] = [];
  const clock = { time: 1_000_000, now: () => clock.time };
  const provider = connectWith(
    () => async (request) => {
      sent.push(request);
      const reply = replies.shift();
      if (reply === undefined) throw new Error("No response was prepared.");
      if (reply instanceof Error) throw reply;
      const { status, body, headers = {} } = reply;
      return {
        status,
        headers,
        text: typeof body === "string" ? body : JSON.stringify(body),
      } satisfies IncomingResponse;
    },
    definition,
    { environment: "test", clock },
  );
  const { signal } = new AbortController();
  const context = { account: "org_1", credentials: keys[definition.id], signal };
  return {
    provider,
    sent,
    clock,
    execute: (tool: string, args: JsonObject, credentials = keys[definition.id]) =>
      provider.execute({
        ...context,
        credentials,
        operationId: "tc_01",
        tool,
        arguments: args,
        emit: () => {},
      }),
    find: (tool: string, args: JsonObject, more: Partial<DispatchedCall> = {}) =>
      provider.find("tc_01", {
        ...context,
        dispatched: { tool, arguments: args, dispatchedAt: 1_000_000, environment: "test", ...more },
      }),
  };
}

const pix = { customer: "cus_1", billingType: "PIX", value: 159.9, dueDate: "2026-11-20" };

describe("a request", () => {
  it("goes to the test host with the key, and with our reference in front of the caller's", async () => {
    const { execute, sent } = connected(asaasConnector, { status: 200, body: { id: "pay_1" } });
    await execute("asaas_create_payment", { ...pix, externalReference: "order-7" });
    expect(sent).toMatchObject([
      {
        method: "POST",
        url: "https://api-sandbox.asaas.com/v3/payments",
        headers: { access_token: "$aact_hmlg_hunter2", "content-type": "application/json" },
      },
    ]);
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({ ...pix, externalReference: "tc_01-order-7" });
  });

  it("shows the caller their own reference again, in lists as well", async () => {
    const payment = { id: "pay_1", externalReference: "tc_01-order-7" };
    const { execute } = connected(asaasConnector, { status: 200, body: { object: "list", data: [payment] } });
    expect(await execute("asaas_list_payments", {})).toEqual({
      ok: true,
      data: { object: "list", data: [{ id: "pay_1", externalReference: "order-7" }] },
    });
  });

  it("carries the operation's id as idempotency key where the provider has one", async () => {
    const stripe = connected(stripeConnector, { status: 200, body: { id: "pi_1" } });
    await stripe.execute("stripe_create_payment_intent", { amount: 100, currency: "brl" });
    expect(stripe.sent[0]).toMatchObject({
      headers: { "idempotency-key": "tc_01", "stripe-version": "2026-10-28.endive" },
      body: "amount=100&currency=brl&metadata[codespar_operation]=tc_01",
    });
    const mercadopago = connected(mercadopagoConnector, { status: 201, body: { id: 1 } });
    await mercadopago.execute("mercadopago_create_refund", { payment_id: 7 });
    expect(mercadopago.sent[0]).toMatchObject({ headers: { "x-idempotency-key": "tc_01" }, body: "{}" });
  });
});

describe("credentials", () => {
  it.each([
    [asaasConnector, { api_key: "$aact_prod_hunter2" }],
    [stripeConnector, { secret_key: "sk_live_hunter2" }],
    [stripeConnector, {}],
    [asaasConnector, { api_key: "$aact_hmlg_a\r\nx: y" }],
  ])(
    "of $id that cannot be this environment's are refused before anything is sent",
    async (definition, credentials) => {
      const { execute, sent, provider } = connected(definition);
      const tool = `${definition.id}_get_balance`;
      const response = await execute(tool, {}, credentials as Record<string, string>);
      expect(response).toMatchObject({ ok: false, code: "needs_connection" });
      expect(JSON.stringify(response)).not.toContain("hunter2");
      expect(sent).toEqual([]);
      expect(provider.checkCredentials(credentials as Record<string, string>)).toBeDefined();
    },
  );

  it("of the test environment do not reach the live one", async () => {
    const live = connectWith(() => () => Promise.reject(new Error("sent")), stripeConnector, {
      environment: "live",
    });
    const { signal } = new AbortController();
    const call = {
      operationId: "tc_01",
      tool: "stripe_get_balance",
      arguments: {},
      account: "org_1",
      emit: () => {},
    };
    expect(await live.execute({ ...call, signal, credentials: keys.stripe })).toMatchObject({
      code: "needs_connection",
    });
  });

  it("that the provider refuses ask for a connection, and nobody else is asked", async () => {
    const { execute } = connected(stripeConnector, {
      status: 401,
      body: {
        error: { type: "invalid_request_error", message: "Invalid API Key provided: sk_test_hunter2" },
      },
    });
    const response = await execute("stripe_create_payment_intent", { amount: 1, currency: "brl" });
    expect(response).toMatchObject({ ok: false, code: "needs_connection" });
    expect(JSON.stringify(response)).not.toContain("hunter2");
  });

  it("live addresses cannot be configured", () => {
    expect(() =>
      connectWith(() => () => Promise.reject(new Error()), stripeConnector, {
        environment: "live",
        baseUrl: "http://127.0.0.1:1",
      }),
    ).toThrow(/one live address/);
  });
});

const asaasError = (code: string) => ({ errors: [{ code, description: "O campo está errado." }] });
const stripeError = (type: string, code?: string) => ({ error: { type, code, message: "No." } });

describe("the outcome of an effect", () => {
  it.each<[ConnectorDefinition, string, Reply, object]>([
    [
      asaasConnector,
      "a documented refusal",
      { status: 400, body: asaasError("invalid_value") },
      { code: "invalid_request", providerCode: "invalid_value" },
    ],
    [
      asaasConnector,
      "a document that is not there",
      { status: 404, body: "" },
      { code: "payment_not_found" },
    ],
    [
      stripeConnector,
      "a declined card",
      {
        status: 402,
        body: {
          error: {
            type: "card_error",
            code: "card_declined",
            decline_code: "insufficient_funds",
            message: "Declined.",
          },
        },
      },
      { code: "card_declined", providerCode: "insufficient_funds" },
    ],
    [
      mercadopagoConnector,
      "a documented refusal",
      {
        status: 400,
        body: {
          message: "x",
          error: "bad_request",
          status: 400,
          cause: [{ code: 3034, description: "Invalid card_token_id" }],
        },
      },
      { code: "invalid_request", providerCode: "3034" },
    ],
  ])("of %s is refused for %s", async (definition, _what, reply, expected) => {
    const { execute } = connected(definition, reply);
    expect(await execute(readEffect(definition), { id: "1" })).toMatchObject({ ok: false, ...expected });
  });

  it.each<[ConnectorDefinition, string, Reply]>([
    [asaasConnector, "400 with a code that nobody documents", { status: 400, body: asaasError("surprise") }],
    [asaasConnector, "400 of a proxy", { status: 400, body: "<html>" }],
    [asaasConnector, "408", { status: 408, body: {} }],
    [asaasConnector, "500", { status: 500, body: asaasError("invalid_value") }],
    [asaasConnector, "503", { status: 503, body: "" }],
    [asaasConnector, "200 that cannot be read", { status: 200, body: '{"id":"pay_1' }],
    [asaasConnector, "a redirect", { status: 307, body: "", headers: { location: "https://elsewhere" } }],
    [asaasConnector, "a reset", new Error("ECONNRESET with $aact_hmlg_hunter2")],
    [
      stripeConnector,
      "a key used with another body",
      { status: 400, body: stripeError("idempotency_error") },
    ],
    [
      stripeConnector,
      "409",
      { status: 409, body: stripeError("invalid_request_error", "idempotency_key_in_use") },
    ],
    [mercadopagoConnector, "425", { status: 425, body: { message: "x", error: "too_early", status: 425 } }],
  ])("of %s is unknown after %s", async (definition, _what, reply) => {
    const { execute } = connected(definition, reply);
    const error = await execute(readEffect(definition), { id: "1" }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OutcomeUnknown);
    expect(String(error) + JSON.stringify(error)).not.toContain("hunter2");
    expect(error).not.toHaveProperty("cause");
  });

  it("is certainly none with proof that nothing was processed, and says how long to wait", async () => {
    const refused = connected(asaasConnector, new NothingSent("connection_refused"));
    await expect(refused.execute("asaas_create_payment", pix)).rejects.toMatchObject({
      reason: "connection_refused",
    });
    const limited = connected(asaasConnector, {
      status: 429,
      body: {},
      headers: { "ratelimit-reset": "30" },
    });
    const error = await limited.execute("asaas_create_payment", pix).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProviderUnavailable);
    expect(error).toMatchObject({ reason: "rate_limited", retryAfterMs: 30_000 });
  });

  it("of a read is never unknown", async () => {
    const { execute } = connected(asaasConnector, { status: 500, body: "" }, new Error("reset"));
    await expect(execute("asaas_get_payment", { id: "1" })).rejects.toMatchObject({ reason: "http_500" });
    await expect(execute("asaas_get_payment", { id: "1" })).rejects.toMatchObject({ reason: "no_response" });
  });
});

describe("find", () => {
  it("looks up by our reference and gives what the effect would have", async () => {
    const mine = { id: "pay_1", externalReference: "tc_01-order-7" };
    const { find, sent } = connected(asaasConnector, { status: 200, body: { data: [mine] } });
    expect(await find("asaas_create_payment", { ...pix, externalReference: "order-7" })).toEqual({
      status: "done",
      response: { ok: true, data: { id: "pay_1", externalReference: "order-7" } },
    });
    expect(sent.map(({ url }) => url)).toEqual([
      "https://api-sandbox.asaas.com/v3/payments?externalReference=tc_01-order-7",
    ]);
  });

  it("does not take another's document for the effect, nor its absence for never", async () => {
    const { find } = connected(asaasConnector, {
      status: 200,
      body: { data: [{ id: "pay_2", externalReference: "order-7" }] },
    });
    expect(await find("asaas_create_payment", { ...pix, externalReference: "order-7" })).toEqual({
      status: "unknown",
    });
  });

  it("repeats the same bytes under the same key", async () => {
    const intent = { id: "pi_1" };
    const stripe = connected(stripeConnector, new Error("reset"), { status: 200, body: intent });
    const args = { amount: 100, currency: "brl", metadata: { reference: "order-7" } };
    await expect(stripe.execute("stripe_create_payment_intent", args)).rejects.toThrow(OutcomeUnknown);
    expect(await stripe.find("stripe_create_payment_intent", args)).toEqual({
      status: "done",
      response: { ok: true, data: intent },
    });
    const [{ signal: _first, ...first }, { signal: _second, ...second }] = stripe.sent as [
      OutgoingRequest,
      OutgoingRequest,
    ];
    expect(second).toEqual(first);
  });

  it("never repeats in the last hour of a key, after it, or with another version", async () => {
    const args = { amount: 100, currency: "brl" };
    for (const age of [23 * 3_600_000, 24 * 3_600_000, 48 * 3_600_000]) {
      const { find, clock, sent } = connected(stripeConnector, { status: 200, body: { data: [] } });
      clock.time += age;
      expect(await find("stripe_create_payment_intent", args)).toEqual({ status: "unknown" });
      expect(sent.map(({ method }) => method)).toEqual(["GET"]);
    }
    const { find, sent } = connected(stripeConnector, { status: 200, body: { data: [] } });
    expect(await find("stripe_create_payment_intent", args, { version: "stripe/0" })).toEqual({
      status: "unknown",
    });
    expect(sent.map(({ method }) => method)).toEqual(["GET"]);
  });

  it.each<[string, Reply]>([
    [
      "a replayed 500",
      { status: 500, body: stripeError("api_error"), headers: { "idempotent-replayed": "true" } },
    ],
    [
      "the first still in flight",
      { status: 409, body: stripeError("invalid_request_error", "idempotency_key_in_use") },
    ],
    ["credentials that are refused now", { status: 401, body: stripeError("invalid_request_error") }],
    ["no response", new Error("reset")],
  ])("stays unknown after %s", async (_what, reply) => {
    const { find } = connected(stripeConnector, reply);
    expect(await find("stripe_create_refund", { payment_intent: "pi_1" })).toEqual({ status: "unknown" });
  });

  it("asks nobody without the dispatched call, for another environment, or where there is no way", async () => {
    const { provider, find, sent } = connected(stripeConnector);
    const { signal } = new AbortController();
    expect(await provider.find("tc_01", { account: "org_1", credentials: keys.stripe, signal })).toEqual({
      status: "unknown",
    });
    expect(await find("stripe_create_refund", {}, { environment: "live" })).toEqual({ status: "unknown" });
    expect(sent).toEqual([]);
    const mercadopago = connected(mercadopagoConnector);
    expect(await mercadopago.find("mercadopago_create_refund", { payment_id: 1 })).toEqual({
      status: "unknown",
    });
    expect(mercadopago.sent).toEqual([]);
  });
});

describe.each([asaasConnector, mercadopagoConnector, stripeConnector])(
  "the definition of $id",
  (definition) => {
    it("says for every effect how it is found, and for every rule where it is from", () => {
      const { provider } = connected(definition);
      const effects = provider.tools
        .filter(({ risk }) => risk !== "read" && risk !== "quote")
        .map(({ name }) => name);
      expect(Object.keys(definition.effects).toSorted()).toEqual(effects.toSorted());
      for (const rule of definition.outcomes) expect(rule.source).not.toBe("");
      for (const { find } of Object.values(definition.effects)) expect(find.source).not.toBe("");
    });
  },
);

function readEffect({ id }: ConnectorDefinition): string {
  const effects: Record<string, string> = {
    asaas: "asaas_refund_payment",
    mercadopago: "mercadopago_cancel_payment",
    stripe: "stripe_cancel_payment_intent",
  };
  return effects[id] ?? "";
}
