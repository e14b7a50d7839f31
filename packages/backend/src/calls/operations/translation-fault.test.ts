import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import {
  type FoundOperation,
  type Provider,
  type ProviderResponse,
  ProviderUnavailable,
} from "../../ports/provider.ts";
import { testBackend } from "../../testing/test-backend.ts";

interface Behaviour {
  execute(): Promise<ProviderResponse>;
  find?(): Promise<FoundOperation>;
}

function getProvider(id: string, { execute, find }: Behaviour): Provider {
  return {
    id,
    tools: [],
    execute,
    find: find ?? (() => Promise.reject(new ProviderUnavailable("down"))),
  };
}

/** A response that no translator understands. */
const odd: ProviderResponse = { ok: true, data: { surprise: true } };
const message: ProviderResponse = { ok: true, data: { messages: [{ id: "wamid.1" }] } };
const lost = () => Promise.reject(new TypeError("fetch failed"));
const responses = (response: ProviderResponse) => async () => response;
const done = (response: ProviderResponse) => async () => ({ status: "done", response }) as const;

async function setUp(...providers: Provider[]) {
  const errors: unknown[] = [];
  const test = testBackend({ providers, onError: (error) => errors.push(error) });
  const { apiKey } = await test.join("growth");
  const servers = providers.map(({ id }) => id);
  const made = await test.call(apiKey, "POST", "/v1/sessions", { body: { servers } });
  const session = responseSchemas.Session.parse(made.body);
  return {
    ...test,
    errors,
    messages: () => errors.map((error) => (error instanceof Error ? error.message : error)),
    async execute(name: string, args: object) {
      const path = `/v1/sessions/${session.id}/execute`;
      const headers = { "idempotency-key": "order-1" };
      return (await test.call(apiKey, "POST", path, { body: { name, arguments: args }, headers })).body;
    },
    async row() {
      const { body } = await test.call(apiKey, "GET", "/v1/tool-calls");
      return responseSchemas.ToolCallPage.parse(body).data[0];
    },
  };
}

const notify = ["codespar_notify", { channel: "whatsapp", to: "+5511987654321", message: "Oi" }] as const;
const quote = [
  "codespar_ship",
  {
    action: "quote",
    origin: { postal_code: "01310-100" },
    destination: { postal_code: "20040-002" },
    packages: [{ weight_g: 500, length_cm: 20, width_cm: 15, height_cm: 10 }],
  },
] as const;

describe("a mistake in a translation", () => {
  it("after the effect is reported once, and the outcome stays unknown until the response is understood", async () => {
    let found: ProviderResponse = odd;
    const provider = getProvider("whatsapp-cloud", {
      execute: responses(odd),
      find: async () => ({ status: "done", response: found }),
    });
    const { execute, messages, row, backend, clock } = await setUp(provider);
    expect(await execute(...notify)).toMatchObject({ error: "outcome_unknown", status: 504 });
    const reported = [
      "codespar_notify could not be translated for whatsapp-cloud: The provider responded without messages.0.id.",
    ];
    expect(messages()).toEqual(reported);
    expect(await row()).toMatchObject({
      status: "unknown",
      attempts: [{ provider: "whatsapp-cloud", outcome: "unknown", reason: "internal_error" }],
    });
    // asked again hours later, it is the same mistake
    clock.set("2026-04-15T16:30:00Z");
    await backend.tick();
    expect((await row())?.status).toBe("unknown");
    expect(messages()).toEqual(reported);
    // once corrected, what was done is shown as it was
    found = message;
    expect(await execute(...notify)).toMatchObject({ success: true, data: { message_id: "wamid.1" } });
    expect((await row())?.attempts).toEqual([
      { provider: "whatsapp-cloud", outcome: "succeeded", at: "2026-04-15T10:30:00.000Z" },
    ]);
  });

  it("in recovery alone is reported once", async () => {
    const provider = getProvider("whatsapp-cloud", { execute: lost, find: done(odd) });
    const { execute, messages } = await setUp(provider);
    expect(await execute(...notify)).toMatchObject({ error: "outcome_unknown" });
    expect(messages()).toHaveLength(1);
    expect(await execute(...notify)).toMatchObject({ error: "outcome_unknown" });
    expect(messages()).toHaveLength(1);
  });

  it("before the effect is reported once, and the caller hears that nothing was done", async () => {
    // this one makes the customer first
    const provider = getProvider("asaas", { execute: responses(odd) });
    const { execute, messages, row } = await setUp(provider);
    const pay = {
      method: "boleto",
      amount: 5000,
      currency: "BRL",
      customer: { name: "Ana", document: "52998224725" },
    };
    expect(await execute("codespar_pay", pay)).toMatchObject({
      error: "provider_unavailable",
      providers: [{ id: "asaas", reason: "internal_error" }],
    });
    expect(messages()).toEqual([
      "codespar_pay could not be translated for asaas: The provider responded without id.",
    ]);
    expect((await row())?.attempts).toMatchObject([
      { provider: "asaas", outcome: "unavailable", reason: "internal_error" },
    ]);
  });

  it("in one of several that are asked together is reported once, and the others respond", async () => {
    const { execute, messages, row } = await setUp(
      getProvider("frenet", { execute: responses(odd) }),
      getProvider("loggi", { execute: lost }),
    );
    expect(await execute(...quote)).toMatchObject({
      error: "provider_unavailable",
      providers: [
        { id: "loggi", reason: "no_answer" },
        { id: "frenet", reason: "internal_error" },
      ],
    });
    expect(messages()).toHaveLength(1);
    expect(messages()[0]).toMatch(/^codespar_ship could not be translated for frenet: /);
    expect((await row())?.attempts).toMatchObject([
      { provider: "loggi", outcome: "unavailable", reason: "no_answer" },
      { provider: "frenet", outcome: "unavailable", reason: "internal_error" },
    ]);
  });

  it("is reported without the secrets that a response may hold", async () => {
    const response: ProviderResponse = { ok: true, data: { price: "csk_live_abcdefghijklmnop" } };
    const { execute, messages } = await setUp(getProvider("frenet", { execute: responses(response) }));
    await execute(...quote);
    expect(messages()).toEqual([expect.stringMatching(/responded with the price/)]);
    expect(messages()[0]).not.toContain("abcdefghijklmnop");
  });
});

describe("what a provider itself throws", () => {
  it("is a lost response, and no mistake of our own", async () => {
    const { execute, errors, row } = await setUp(
      getProvider("whatsapp-cloud", { execute: lost, find: lost }),
    );
    expect(await execute(...notify)).toMatchObject({ error: "outcome_unknown" });
    expect((await row())?.attempts).toMatchObject([{ outcome: "unknown", reason: "no_answer" }]);
    expect(errors).toEqual([]);
  });

  it("is no mistake either when it throws before it gives a promise", async () => {
    const provider = getProvider("whatsapp-cloud", {
      execute() {
        throw new TypeError("not a function");
      },
    });
    const { execute, errors } = await setUp(provider);
    expect(await execute(...notify)).toMatchObject({ error: "outcome_unknown" });
    expect(errors).toEqual([]);
  });
});

describe("an onError that throws", () => {
  it("changes no response", async () => {
    const test = testBackend({
      providers: [getProvider("whatsapp-cloud", { execute: responses(odd), find: done(message) })],
      onError() {
        throw new Error("the logger is down");
      },
    });
    const { apiKey } = await test.join("growth");
    const made = await test.call(apiKey, "POST", "/v1/sessions", { body: { servers: ["whatsapp-cloud"] } });
    const { id } = responseSchemas.Session.parse(made.body);
    const [name, args] = notify;
    const response = await test.call(apiKey, "POST", `/v1/sessions/${id}/execute`, {
      body: { name, arguments: args },
    });
    expect(response.body).toMatchObject({ success: true, data: { message_id: "wamid.1" } });
  });
});
