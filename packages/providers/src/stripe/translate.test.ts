import type { CheckoutInput, JsonObject, PayInput } from "@codespar/contract";
import { payOutputSchema } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { arbitraryCheckout, arbitraryPay } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { readFixture } from "../testing/read-fixture.ts";
import { translateFixtures, translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { stripeTools } from "./tools.ts";
import { stripeTranslator } from "./translate.ts";

const { pay, checkout } = stripeTranslator;
const succeeded = readFixture("stripe", "intent-pix-succeeded").response;
const expand = ["latest_charge.refunds"];

const reads = (name: string) =>
  translateFixtures("stripe", [name]).translate(pay, { action: "get", payment_id: "p" });
const reading = (intent: JsonObject) =>
  translateWith({ stripe_get_payment_intent: intent }).translate(pay, { action: "get", payment_id: "p" });

it.each([
  ["intent-pix-requires-action", "pending", 0],
  ["intent-pix-succeeded", "paid", 0],
  ["intent-pix-partially-refunded", "partially_refunded", 2990],
  ["intent-pix-refunded", "refunded", 12990],
  ["intent-pix-canceled", "cancelled", 0],
  ["intent-pix-expired", "expired", 0],
  ["intent-card-declined", "failed", 0],
] as const)("reads %s as %s", async (name, status, refunded) => {
  const output = await reads(name);
  payOutputSchema.parse(output);
  expect(output).toMatchObject({ status, amount: 12990, created_at: expect.stringMatching(/Z$/) });
  expect(output.refunds.map(({ amount }) => amount)).toEqual(refunded === 0 ? [] : [refunded]);
});

describe("what leaves for Stripe (provider-wire.md, stripe: minor units, lower-case currencies, epoch seconds)", () => {
  it.each<[string, PayInput, JsonObject]>([
    [
      "a Pix of one centavo",
      { method: "pix", amount: 1, currency: "BRL" },
      {
        amount: 1,
        currency: "brl",
        confirm: true,
        metadata: { reference: "tc_1", codespar_method: "pix" },
        allowed_payment_method_types: ["pix"],
        payment_method_data: { type: "pix" },
        expand,
      },
    ],
    [
      "a Pix until the end of its day in São Paulo",
      { method: "pix", amount: 12990, currency: "BRL", due_date: "2026-11-21", reference: "order-42" },
      {
        amount: 12990,
        currency: "brl",
        confirm: true,
        metadata: { reference: "order-42", codespar_method: "pix" },
        allowed_payment_method_types: ["pix"],
        payment_method_data: { type: "pix" },
        payment_method_options: { pix: { expires_after_seconds: 129_599 } },
        expand,
      },
    ],
    [
      "a boleto with its payer",
      {
        method: "boleto",
        amount: 9_999_999_999,
        currency: "BRL",
        due_date: "2026-11-25",
        description: "Camiseta",
        customer: {
          name: "Maria Exemplo",
          document: "529.982.247-25",
          email: "maria@example.com",
          phone: "+5511987654321",
          address: {
            postal_code: "01310-100",
            number: "100",
            street: "Av. Paulista",
            complement: "7º andar",
            city: "São Paulo",
            state: "SP",
          },
        },
      },
      {
        amount: 9_999_999_999,
        currency: "brl",
        confirm: true,
        description: "Camiseta",
        metadata: { reference: "tc_1", codespar_method: "boleto" },
        allowed_payment_method_types: ["boleto"],
        payment_method_data: {
          type: "boleto",
          boleto: { tax_id: "529.982.247-25" },
          billing_details: {
            name: "Maria Exemplo",
            email: "maria@example.com",
            phone: "+5511987654321",
            address: {
              line1: "Av. Paulista, 100",
              line2: "7º andar",
              postal_code: "01310-100",
              city: "São Paulo",
              state: "SP",
              country: "BR",
            },
          },
        },
        payment_method_options: { boleto: { expires_after_days: 5 } },
        expand,
      },
    ],
    [
      "a credit card in parcels",
      { method: "credit_card", amount: 12990, currency: "BRL", card_token: "tok_visa", installments: 3 },
      {
        amount: 12990,
        currency: "brl",
        confirm: true,
        metadata: { reference: "tc_1", codespar_method: "credit_card" },
        allowed_payment_method_types: ["card"],
        payment_method_data: { type: "card", card: { token: "tok_visa" } },
        payment_method_options: {
          card: { installments: { plan: { type: "fixed_count", interval: "month", count: 3 } } },
        },
        expand,
      },
    ],
    [
      "a debit card, which travels along as metadata",
      { method: "debit_card", amount: 12990, currency: "MXN", card_token: "tok_visa" },
      {
        amount: 12990,
        currency: "mxn",
        confirm: true,
        metadata: { reference: "tc_1", codespar_method: "debit_card" },
        allowed_payment_method_types: ["card"],
        payment_method_data: { type: "card", card: { token: "tok_visa" } },
        expand,
      },
    ],
    [
      "OXXO by days in Mexico City",
      { method: "oxxo", amount: 12990, currency: "MXN", due_date: "2026-11-23" },
      {
        amount: 12990,
        currency: "mxn",
        confirm: true,
        metadata: { reference: "tc_1", codespar_method: "oxxo" },
        allowed_payment_method_types: ["oxxo"],
        payment_method_data: { type: "oxxo" },
        payment_method_options: { oxxo: { expires_after_days: 3 } },
        expand,
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([
      { kind: "effect", tool: "stripe_create_payment_intent", arguments: args },
    ]);
  });

  it.each<[PayInput, string, string, JsonObject]>([
    [{ action: "get", payment_id: "pi_1" }, "read", "stripe_get_payment_intent", { id: "pi_1", expand }],
    [{ action: "refund", payment_id: "pi_1" }, "effect", "stripe_create_refund", { payment_intent: "pi_1" }],
    [
      { action: "refund", payment_id: "pi_1", amount: 2990 },
      "effect",
      "stripe_create_refund",
      { payment_intent: "pi_1", amount: 2990 },
    ],
    [{ action: "cancel", payment_id: "pi_1" }, "effect", "stripe_cancel_payment_intent", { id: "pi_1" }],
  ])("%j", async (input, kind, tool, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([{ kind, tool, arguments: args }]);
  });

  const now = Date.UTC(2026, 10, 20, 15) / 1000;
  it.each<[string, CheckoutInput, JsonObject]>([
    [
      "a page with nothing but the amount",
      { currency: "USD", amount: 19_990 },
      {
        mode: "payment",
        line_items: [
          {
            quantity: 1,
            price_data: { currency: "usd", unit_amount: 19_990, product_data: { name: "Pedido" } },
          },
        ],
        allowed_payment_method_types: ["card"],
        metadata: { codespar_methods: "credit_card,debit_card" },
        expires_at: now + 86_400,
        client_reference_id: "tc_1",
      },
    ],
    [
      "a page that lives half an hour at least",
      {
        currency: "BRL",
        items: [{ description: "Camiseta", quantity: 2, unit_amount: 4995 }],
        description: "Pedido 42",
        reference: "order-42",
        metadata: { loja: "centro" },
        payment_methods: ["pix", "boleto"],
        customer: { email: "maria@example.com" },
        success_url: "https://loja.example/ok",
        cancel_url: "https://loja.example/voltar",
        expires_in: 60,
      },
      {
        mode: "payment",
        line_items: [
          {
            quantity: 2,
            price_data: { currency: "brl", unit_amount: 4995, product_data: { name: "Camiseta" } },
          },
        ],
        allowed_payment_method_types: ["pix", "boleto"],
        success_url: "https://loja.example/ok",
        cancel_url: "https://loja.example/voltar",
        metadata: {
          loja: "centro",
          codespar_reference: "order-42",
          codespar_description: "Pedido 42",
          codespar_methods: "pix,boleto",
        },
        customer_email: "maria@example.com",
        payment_intent_data: { description: "Pedido 42" },
        expires_at: now + 1800,
        client_reference_id: "tc_1",
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(checkout, input)).toEqual([
      { kind: "effect", tool: "stripe_create_checkout_session", arguments: args },
    ]);
  });

  it("obeys Stripe's own schemas, or is refused, whatever the contract lets through", async () => {
    const methods = [
      ["pix", "BRL"],
      ["boleto", "BRL"],
      ["credit_card", "USD"],
      ["debit_card", "MXN"],
      ["oxxo", "MXN"],
    ] as const;
    await expectNativeOrRefusal(pay, arbitraryPay(methods), stripeTools);
    await expectNativeOrRefusal(checkout, arbitraryCheckout(["BRL", "MXN", "USD"]), stripeTools);
  });
});

describe("what Stripe returns (provider-wire.md, stripe, payment intent, refund, session)", () => {
  it("is a whole payment in seconds since the epoch", async () => {
    expect(await reading(succeeded)).toEqual({
      payment_id: "pi_fixture01",
      status: "paid",
      method: "pix",
      amount: 12990,
      currency: "BRL",
      created_at: "2026-11-20T15:00:00Z",
      paid_at: "2026-11-20T15:05:00Z",
      reference: "order-42",
      description: "Camiseta",
      refunds: [],
    });
    const open = await reads("intent-pix-requires-action");
    expect(open).toMatchObject({ expires_at: "2026-11-21T15:00:00Z", reference: "order-42" });
    expect(open.pix?.qr_code).toContain("br.gov.bcb.pix");
  });

  it.each<[string, JsonObject, object]>([
    [
      "boleto",
      {
        type: "boleto_display_details",
        boleto_display_details: {
          number: "23791.23454 67890.123457 89012.345678 9 16410000012990",
          expires_at: 1_764_385_199,
          pdf: "https://pay.example.com/b.pdf",
        },
      },
      { boleto: { pdf_url: "https://pay.example.com/b.pdf" } },
    ],
    [
      "oxxo",
      {
        type: "oxxo_display_details",
        oxxo_display_details: {
          number: "12345678901234657890123456789012",
          expires_after: 1_795_500_000,
          hosted_voucher_url: "https://pay.example.com/v",
        },
      },
      { oxxo: { reference: "12345678901234657890123456789012", barcode_url: "https://pay.example.com/v" } },
    ],
  ])("says how to pay by %s", async (type, next_action, expected) => {
    const intent = {
      ...succeeded,
      status: "requires_action",
      metadata: { codespar_method: type },
      payment_method_types: [type],
      next_action,
    };
    expect(await reading(intent)).toMatchObject({ method: type, status: "pending", ...expected });
  });

  it.each([
    ["requires_payment_method", "pending"],
    ["requires_confirmation", "pending"],
    ["requires_action", "pending"],
    ["processing", "pending"],
    ["requires_capture", "authorized"],
    ["canceled", "cancelled"],
    ["succeeded", "paid"],
    ["a_status_of_tomorrow", "pending"],
  ])("%s is %s", async (status, expected) => {
    expect(await reading({ ...succeeded, status })).toMatchObject({ status: expected });
  });

  it.each([
    ["payment_intent_payment_attempt_expired", "expired"],
    ["card_declined", "failed"],
  ])("requires_payment_method after %s is %s", async (code, expected) => {
    const intent = { ...succeeded, status: "requires_payment_method", last_payment_error: { code } };
    expect(await reading(intent)).toMatchObject({ status: expected });
  });

  it.each([
    ["pending", "pending"],
    ["requires_action", "pending"],
    ["succeeded", "succeeded"],
    ["failed", "failed"],
    ["canceled", "failed"],
    ["a_status_of_tomorrow", "pending"],
  ])("a refund that is %s has %s", async (status, expected) => {
    const refund = { id: "re_1", amount: 2990, status, created: 1_795_190_400 };
    const latest_charge = { created: 1_795_186_800, refunds: { data: [refund] } };
    expect((await reading({ ...succeeded, latest_charge })).refunds).toEqual([
      { refund_id: "re_1", amount: 2990, status: expected, created_at: "2026-11-20T16:00:00Z" },
    ]);
  });

  it.each(["id", "amount", "currency", "status", "created"])("is no payment without %s", async (field) => {
    await expect(reading(without(succeeded, field))).rejects.toThrow(field);
  });

  it("is no payment in a currency that nobody knows", async () => {
    await expect(reading({ ...succeeded, currency: "eur" })).rejects.toThrow("EUR");
  });

  const session = {
    id: "cs_1",
    url: "https://checkout.stripe.example/cs_1",
    amount_total: 19_990,
    currency: "brl",
    status: "open",
    expires_at: 1_795_273_200,
    metadata: { loja: "centro", codespar_reference: "order-42", codespar_methods: "pix,credit_card" },
  };
  const opened = {
    checkout_id: "cs_1",
    url: "https://checkout.stripe.example/cs_1",
    amount: 19_990,
    currency: "BRL",
    status: "open",
    payment_methods: ["pix", "credit_card"],
    expires_at: "2026-11-21T15:00:00Z",
    reference: "order-42",
    metadata: { loja: "centro" },
  };

  it.each([
    ["open", "open"],
    ["complete", "completed"],
    ["expired", "expired"],
    ["a_status_of_tomorrow", "open"],
  ])("a page that is %s reads %s", async (status, expected) => {
    const { translate } = translateWith({ stripe_get_checkout_session: { ...session, status } });
    expect(await translate(checkout, { action: "get", checkout_id: "cs_1" })).toEqual({
      ...opened,
      status: expected,
    });
  });

  it.each(["id", "amount_total", "currency", "expires_at"])("is no page without %s", async (field) => {
    const { translate } = translateWith({ stripe_get_checkout_session: without(session, field) });
    await expect(translate(checkout, { action: "get", checkout_id: "cs_1" })).rejects.toThrow(field);
  });
});
