import { createSandbox } from "@codespar/sandbox";
import { CodeSpar, type ToolCallInput } from "@codespar/sdk";
import { describe, expect, it } from "vitest";
import { listEffects } from "../money/money-world.ts";

const sandbox = createSandbox({ seed: 1, now: "2026-11-20T15:00:00Z" });
const codespar = new CodeSpar({ apiKey: "csk_test_findings", transport: sandbox.transport, maxRetries: 0 });
const session = await codespar.sessions.create({ preset: "all" });

/** What a call comes to: its data, the error of its refusal, or the error that was thrown. */
async function getOutcome(name: string, args: object): Promise<unknown> {
  // the rows send what the compiler would not let pass
  const call = { name, arguments: args } as ToolCallInput<string, undefined, undefined, undefined>;
  try {
    const result = await session.execute(call);
    return result.success ? result.data : { refused: true, ...result.error };
  } catch (error) {
    return error;
  }
}
const pay = (args: object) => getOutcome("codespar_pay", args);

describe("limits that a provider has", () => {
  it.each([["1e3"], ["10.001"], ["10"], ["12345678901.00"]])(
    "a Pix of valor.original %j is refused (BCB, API Pix: \\d{1,10}\\.\\d{2})",
    async (original) => {
      expect(
        await getOutcome("inter_create_pix_charge", { calendario: {}, valor: { original } }),
      ).toMatchObject({
        code: "invalid_arguments",
        issues: [{ path: "arguments.valor.original" }],
      });
    },
  );

  it("a fraction of a peso is refused, never rounded (Mercado Pago, cause 4037)", async () => {
    expect(
      await pay({ method: "pse", amount: 160_050, currency: "COP", provider: "mercadopago" }),
    ).toMatchObject({ code: "invalid_arguments", issues: [{ path: "arguments.amount" }] });
    const native = { transaction_amount: 1600.5, currency_id: "COP", payment_method_id: "pse" };
    expect(await getOutcome("mercadopago_create_payment", native)).toMatchObject({
      code: "invalid_arguments",
      issues: [{ path: "arguments.transaction_amount" }],
    });
  });

  it.each([
    ["asaas", "boleto", 499, "invalid_value"],
    ["asaas", "pix", 50, "invalid_value"],
    ["mercadopago", "boleto", 399, "4037"],
    ["stripe", "credit_card", 1, "amount_too_small"],
    ["inter", "boleto", 249, undefined],
  ])(
    "%s refuses a %s of %i centavos by its own code, and keeps nothing",
    async (provider, method, amount, code) => {
      const before = listEffects(sandbox).length;
      const card = method === "credit_card" ? { card_token: "tok_visa" } : {};
      const refused = await pay({ method, amount, currency: "BRL", provider, ...card });
      expect(refused).toMatchObject({ refused: true, code: "invalid_request" });
      expect(refused).toHaveProperty("message", expect.stringContaining("was not asked, nothing was done"));
      if (code !== undefined) expect(refused).toHaveProperty("provider_code", code);
      expect(listEffects(sandbox)).toHaveLength(before);
    },
  );

  it("a field that a provider does not know is refused, never ignored (Stripe: parameter_unknown)", async () => {
    expect(
      await getOutcome("stripe_create_payment_intent", { amount: 5000, currency: "brl", descripton: "x" }),
    ).toMatchObject({
      code: "invalid_arguments",
      issues: [{ message: "descripton is not a known field. Did you mean description?" }],
    });
    const swallowed = { billingType: "PIX", value: 50, dueDate: "2026-12-01", split: [{ walletId: "w" }] };
    expect(await getOutcome("asaas_create_payment", swallowed)).toMatchObject({ code: "invalid_arguments" });
  });
});

describe("documents that a country has", () => {
  it("a Colombian cédula and an Argentine DNI pay (document types by country)", async () => {
    const pse = { method: "pse", amount: 5_000_000, currency: "COP" };
    const email = "ana@example.com";
    expect(await pay({ ...pse, customer: { name: "Ana", document: "1020304050", email } })).toMatchObject({
      status: "pending",
    });
    const card = { method: "credit_card", card_token: "tok_visa", amount: 5_000_000, currency: "ARS" };
    expect(await pay({ ...card, customer: { name: "Ana", document: "30123456" } })).toMatchObject({
      status: "paid",
    });
  });
});

describe("cards", () => {
  it.each([
    ["conekta", "MXN", "tok_test_visa_4242", "visa", "4242"],
    ["conekta", "MXN", "tok_test_mastercard_4444", "mastercard", "4444"],
    ["wompi", "COP", "tok_test_21651_0a1b2C", "visa", "4242"],
    ["stripe", "BRL", "tok_1NabcDEFghIJKL", "visa", "4242"],
  ])("%s takes its own test tokens in %s: %s", async (provider, currency, card_token, brand, last4) => {
    const customer = { name: "Ana Souza", email: "ana@example.com", phone: "+525512345678" };
    expect(
      await pay({ method: "credit_card", amount: 5_000_000, currency, card_token, provider, customer }),
    ).toMatchObject({ status: "paid", card: { brand, last4 } });
  });

  it("is declined by Conekta's own declining token", async () => {
    const customer = { name: "Ana Souza", email: "ana@example.com", phone: "+525512345678" };
    const card_token = "tok_test_card_declined";
    expect(
      await pay({
        method: "credit_card",
        amount: 50_000,
        currency: "MXN",
        card_token,
        provider: "conekta",
        customer,
      }),
    ).toMatchObject({ refused: true, code: "card_declined" });
  });

  it("is not charged where only Pix is allowed (Stripe: allowed_payment_method_types)", async () => {
    const intent = { amount: 5000, currency: "brl", confirm: true, payment_method: "tok_visa" };
    expect(
      await getOutcome("stripe_create_payment_intent", { ...intent, allowed_payment_method_types: ["pix"] }),
    ).not.toMatchObject({ status: "succeeded" });
  });

  it("is held, and not taken, where it is to be captured later", async () => {
    const intent = { amount: 5000, currency: "brl", confirm: true, payment_method: "tok_visa" };
    expect(
      await getOutcome("stripe_create_payment_intent", { ...intent, capture_method: "manual" }),
    ).toMatchObject({ status: "requires_capture", amount_received: 0 });
    expect(
      await getOutcome("mercadopago_create_payment", {
        transaction_amount: 50,
        token: "tok_visa",
        payment_type_id: "credit_card",
        capture: false,
      }),
    ).toMatchObject({ status: "authorized", captured: false });
  });
});

describe("Asaas and Stripe as they are", () => {
  it("keeps the due date that was asked for, dates without an hour (Asaas, recorded)", async () => {
    expect(
      await getOutcome("asaas_create_payment", { billingType: "PIX", value: 50, dueDate: "2026-12-24" }),
    ).toMatchObject({ dueDate: "2026-12-24", dateCreated: "2026-11-20" });
  });

  it("refuses an invalid CPF by its own code (Asaas: 400 invalid_object)", async () => {
    expect(await getOutcome("asaas_create_customer", { name: "A", cpfCnpj: "11111111111" })).toMatchObject({
      refused: true,
      provider_code: "invalid_object",
    });
  });

  it("has a client secret, lower-case currencies, and knows who it does not know (Stripe)", async () => {
    expect(await getOutcome("stripe_create_payment_intent", { amount: 5000, currency: "BRL" })).toMatchObject(
      {
        currency: "brl",
        client_secret: expect.stringContaining("_secret_"),
      },
    );
    expect(
      await getOutcome("stripe_create_subscription", {
        customer: "cus_none",
        items: [{ price: "price_none" }],
      }),
    ).toMatchObject({ refused: true, provider_code: "resource_missing" });
  });
});
