import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { describe, expect, it } from "vitest";

const pix = { name: "codespar_pay", arguments: { method: "pix", amount: 9990, currency: "BRL" } } as const;

function world(options: Parameters<typeof createSandbox>[0] = {}) {
  const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z", ...options });
  const codespar = new CodeSpar({
    apiKey: "csk_test_findings",
    transport: sandbox.transport,
    maxRetries: 0,
  });
  const open = (...servers: string[]) => codespar.sessions.create({ servers });
  return { sandbox, codespar, open };
}

// findings/faults.md, section 2: `{ token: "x" }` and `sk_live_…` in test mode were `connected`
describe("a connection in the sandbox", () => {
  it.each([
    ["asaas", { token: "hunter2hunter2" }, "token is no credential of asaas. There are api_key"],
    ["asaas", { api_kye: "$aact_hmlg_1" }, "Did you mean api_key?"],
    ["asaas", { api_key: "$aact_prod_hunter2" }, "is of the live environment"],
    ["stripe", { secret_key: "sk_live_hunter2" }, "is of the live environment"],
    ["stripe", { webhook_secret: "whsec_1" }, "lacks secret_key"],
    ["mercadopago", { access_token: "TEST 1" }, "blanks"],
    ["inter", { client_id: "a", client_secret: "b", client_certificate: "c" }, "is no certificate in PEM"],
  ])(
    "of %s with %j is refused as the gateway refuses it, without a value of it",
    async (server_id, credentials, why) => {
      const { codespar } = world();
      const stored = codespar.connections.create({ server_id, credentials: { ...credentials } });
      await expect(stored).rejects.toMatchObject({
        status: 400,
        code: "invalid_request",
        message: expect.stringContaining(why),
      });
      await expect(stored).rejects.not.toMatchObject({ message: expect.stringContaining("hunter2") });
      const { data } = await codespar.connections.list();
      expect(data).toEqual([]);
    },
  );

  it("can be lacking: what has none is needs_connection, as in live mode, until it is there", async () => {
    const { codespar, open, sandbox } = world({ requireConnections: true });
    const before = await open("asaas");
    expect(before.servers).toMatchObject([{ id: "asaas", status: "needs_connection" }]);
    await expect(before.execute(pix)).rejects.toMatchObject({
      status: 503,
      providers: [{ id: "asaas", reason: "needs_connection" }],
    });
    expect(sandbox.calls).toEqual([]);
    await codespar.connections.create({ server_id: "asaas", credentials: { api_key: "$aact_hmlg_1" } });
    const after = await open("asaas");
    expect(after.servers).toMatchObject([{ id: "asaas", status: "connected" }]);
    expect(await after.execute(pix)).toMatchObject({ success: true });
  });

  it("can be revoked at the provider: the call is refused, and connection.expired says so once", async () => {
    const { codespar, open, sandbox } = world();
    await codespar.connections.create({ server_id: "asaas", credentials: { api_key: "$aact_hmlg_1" } });
    const session = await open("asaas");
    sandbox.faults.set("asaas", { unauthorized: true, times: 2 });
    for (let attempt = 0; attempt < 2; attempt += 1)
      expect(await session.execute(pix)).toMatchObject({
        success: false,
        error: { code: "needs_connection" },
      });
    expect(sandbox.calls).toEqual([]);
    const expired = await codespar.events.list({ type: "connection.expired" });
    expect(expired.data).toMatchObject([{ data: { server_id: "asaas", reason: "refused" } }]);
    expect(await session.execute(pix)).toMatchObject({ success: true });
  });
});

// PCI DSS 3.3; findings/faults.md, section 2: `card_token: "5555555555554444"` was "paid, visa 4242"
describe("a card number where a token belongs", () => {
  it.each([
    [
      "stripe",
      "stripe_create_payment_intent",
      { amount: 1000, currency: "brl", payment_method: "4242424242424242", confirm: true },
    ],
    [
      "stripe",
      "stripe_create_payment_intent",
      {
        amount: 1000,
        currency: "brl",
        payment_method_data: { type: "card", card: { token: "4242.4242.4242.4242" } },
        confirm: true,
      },
    ],
    [
      "asaas",
      "asaas_create_payment",
      {
        customer: "cus_000000000001",
        billingType: "CREDIT_CARD",
        value: 10,
        dueDate: "2026-03-05",
        creditCardToken: "5555 5555 5555 4444",
      },
    ],
    [
      "mercadopago",
      "mercadopago_create_payment",
      {
        transaction_amount: 100,
        token: "5031-4332-1540-6351",
        payment_method_id: "master",
        installments: 1,
        payer: { email: "ana@example.com" },
      },
    ],
  ])("of %s is refused by %s too, and never repeated", async (server, name, args) => {
    const { codespar, open, sandbox } = world();
    const session = await open(server);
    const refused = await session.execute({ name, arguments: { ...args } }).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: "invalid_arguments",
      message: expect.stringContaining("This is a card number."),
    });
    expect(sandbox.calls).toEqual([]);
    const log = await codespar.toolCalls.list();
    expect(JSON.stringify([log.data, refused])).not.toMatch(/4242.?4242.?4242|5555.?5555.?4444|4332.?1540/);
  });
});
