import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import type { Provider, ProviderCall, ProviderTool } from "../../ports/provider.ts";
import { ProviderUnavailable } from "../../ports/provider.ts";
import { memoryStore } from "../../store/memory/memory-store.ts";
import { testBackend } from "../../testing/test-backend.ts";

const effectTool: ProviderTool = {
  name: "asaas_create_payment",
  description: "Creates a payment.",
  inputSchema: {
    type: "object",
    properties: { customer: { type: "string", maxLength: 10 }, amount: { type: "integer" } },
    required: ["customer", "amount"],
  },
  limits: [{ path: "amount", minimum: 500 }],
  risk: "moves_money",
};

async function setUp(options: Partial<Provider> = {}) {
  const calls: ProviderCall[] = [];
  const provider: Provider = {
    id: "asaas",
    tools: [effectTool],
    async execute(call) {
      calls.push(call);
      return { ok: true, data: { id: call.tool === "asaas_create_customer" ? "cus_1" : "pay_1" } };
    },
    find: async () => ({ status: "unknown" }),
    ...options,
  };
  const store = memoryStore();
  const test = testBackend({ providers: [provider], store });
  const { apiKey } = await test.join("growth");
  const made = await test.call(apiKey, "POST", "/v1/sessions", { body: { servers: ["asaas"] } });
  const { id } = responseSchemas.Session.parse(made.body);
  return {
    ...test,
    calls,
    async execute(amount: number, key = "order-1") {
      const body = {
        name: "codespar_pay",
        arguments: {
          method: "boleto",
          amount,
          currency: "BRL",
          customer: { name: "Ana", document: "52998224725" },
        },
      };
      const headers = { "idempotency-key": key };
      return (await test.call(apiKey, "POST", `/v1/sessions/${id}/execute`, { body, headers })).body;
    },
    async native(args: object) {
      const body = { name: "asaas_create_payment", arguments: args };
      return (await test.call(apiKey, "POST", `/v1/sessions/${id}/execute`, { body })).body;
    },
    async rows() {
      return responseSchemas.ToolCallPage.parse((await test.call(apiKey, "GET", "/v1/tool-calls")).body).data;
    },
    async usage() {
      return responseSchemas.Usage.parse((await test.call(apiKey, "GET", "/v1/usage")).body);
    },
  };
}

describe("a translated call that its native tool's schema does not take", () => {
  it("comes back as a refusal that names the field, and the effect never leaves", async () => {
    const { execute, calls, rows } = await setUp();
    expect(await execute(499)).toMatchObject({
      success: false,
      provider: "asaas",
      error: {
        code: "invalid_request",
        message:
          "Asaas was not asked, nothing was done: asaas_create_payment does not take amount. amount must be at least 500, not 499.",
      },
    });
    expect(calls.map(({ tool }) => tool)).toEqual(["asaas_create_customer"]);
    expect(await rows()).toMatchObject([
      { status: "refused", attempts: [{ provider: "asaas", outcome: "refused" }] },
    ]);
    expect(await execute(500, "order-2")).toMatchObject({ success: true });
  });

  it("says it in the provider's own words and by its own code, where they are known", async () => {
    const { execute } = await setUp({
      describeArgumentIssue: (_tool, { path }) => ({ code: `invalid_${path}`, message: "Valor inválido." }),
    });
    expect(await execute(499)).toMatchObject({
      success: false,
      error: {
        provider_code: "invalid_amount",
        message: expect.stringContaining("Asaas would say: Valor inválido."),
      },
    });
  });

  it("costs nothing when nothing has left at all, not even a preparation", async () => {
    const preparation: ProviderTool = {
      ...effectTool,
      name: "asaas_create_customer",
      inputSchema: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
      limits: undefined,
    };
    const tools = [effectTool, preparation];
    const { execute, calls, rows, usage } = await setUp({ tools });
    expect(await execute(900)).toMatchObject({ success: false, error: { code: "invalid_request" } });
    expect(calls).toEqual([]);
    expect((await rows())[0]).toMatchObject({ status: "refused" });
    expect(await usage()).toMatchObject({ used: 0, breakdown: {} });
  });

  it("is the same refusal for the same key, and the key of another call is free", async () => {
    const { execute, calls } = await setUp();
    const first = await execute(1);
    expect(await execute(1)).toEqual({ ...Object(first), replayed: true });
    expect(await execute(500, "order-2")).toMatchObject({ success: true });
    expect(calls.filter(({ tool }) => tool === "asaas_create_payment")).toHaveLength(1);
  });

  it("is no obstacle to what happened before the limit was known", async () => {
    // the effect was lost when the limit was 1; by the time it is looked for, the limit is 500
    const tools: ProviderTool[] = [{ ...effectTool, limits: undefined }];
    let down = true;
    const { execute } = await setUp({
      tools,
      async execute({ tool }) {
        if (tool === "asaas_create_customer") return { ok: true, data: { id: "cus_1" } };
        throw new TypeError("fetch failed");
      },
      async find() {
        if (down) throw new ProviderUnavailable("down");
        return { status: "done", response: { ok: true, data: { id: "pay_1" } } };
      },
    });
    expect(await execute(499)).toMatchObject({ error: "outcome_unknown" });
    tools.splice(0, 1, effectTool);
    down = false;
    expect(await execute(499)).toMatchObject({ success: true, data: { payment_id: "pay_1" } });
  });
});

describe("a native call", () => {
  it("is held to the same limits, before it begins", async () => {
    const { native, calls } = await setUp();
    expect(await native({ customer: "cus_1", amount: 499 })).toMatchObject({
      error: "invalid_arguments",
      issues: [{ path: "arguments.amount", message: "amount must be at least 500, not 499." }],
    });
    expect(calls).toEqual([]);
  });

  it("has its texts counted in characters, as JSON Schema says, not in UTF-16 units", async () => {
    const { native } = await setUp();
    expect(await native({ customer: "😀".repeat(10), amount: 500 })).toMatchObject({ success: true });
    expect(await native({ customer: "😀".repeat(11), amount: 500 })).toMatchObject({
      issues: [{ message: "customer must have this many characters at most: 10." }],
    });
  });

  it("has no field that its tool does not name, at any depth", async () => {
    const inputSchema = {
      type: "object",
      properties: {
        payer: { type: "object", properties: { email: { type: "string" } } },
        extra: { type: "object", properties: {} },
      },
    } as const;
    const { native, calls } = await setUp({
      tools: [{ ...effectTool, inputSchema, limits: undefined, refusesUnknown: true }],
    });
    expect(await native({ payer: { emial: "ana@example.com" } })).toMatchObject({
      error: "invalid_arguments",
      issues: [{ path: "arguments.payer.emial", message: "emial is not a known field. Did you mean email?" }],
    });
    expect(calls).toEqual([]);
    expect(await native({ extra: { anything: 1 } })).toMatchObject({ success: true });
  });

  it("of a tool whose schema cannot be checked is refused, never let through", async () => {
    const inputSchema = { type: "object", properties: { amount: { not: { type: "string" } } } } as const;
    const { native, calls } = await setUp({ tools: [{ ...effectTool, inputSchema }] });
    expect(await native({ amount: 500 })).toMatchObject({
      error: "invalid_arguments",
      message: expect.stringContaining("The input schema of asaas_create_payment cannot be checked"),
    });
    expect(calls).toEqual([]);
  });
});
