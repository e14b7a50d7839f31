import type { CheckoutInput, JsonObject, PayInput } from "@codespar/contract";
import { payOutputSchema } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { arbitraryCheckout, arbitraryPay } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { readFixture } from "../testing/read-fixture.ts";
import { translateFixtures, translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { mercadopagoTools } from "./tools.ts";
import { mercadopagoTranslator } from "./translate.ts";

const { pay, checkout } = mercadopagoTranslator;
const approved = readFixture("mercadopago", "payment-pix-approved").response;

const reads = (name: string) =>
  translateFixtures("mercadopago", [name]).translate(pay, { action: "get", payment_id: "p" });
const reading = (payment: JsonObject) =>
  translateWith({ mercadopago_get_payment: payment }).translate(pay, { action: "get", payment_id: "1" });

it.each([
  ["payment-pix-pending", "pending", 0],
  ["payment-pix-approved", "paid", 0],
  ["payment-pix-partially-refunded", "partially_refunded", 2990],
  ["payment-pix-refunded", "refunded", 12990],
  ["payment-pix-expired", "expired", 0],
  ["payment-card-approved", "paid", 0],
  ["payment-card-charged-back", "paid", 0],
] as const)("reads %s as %s", async (name, status, refunded) => {
  const output = await reads(name);
  payOutputSchema.parse(output);
  expect(output).toMatchObject({ status, amount: 12990, created_at: expect.stringMatching(/Z$/) });
  expect(output.refunds.map(({ amount }) => amount)).toEqual(refunded === 0 ? [] : [refunded]);
});

describe("what leaves for Mercado Pago (provider-wire.md, mercadopago: major units, COP and CLP without decimals)", () => {
  it.each<[string, PayInput, JsonObject]>([
    [
      "a Pix with nothing but the amount",
      { method: "pix", amount: 12990, currency: "BRL" },
      { transaction_amount: 129.9, currency_id: "BRL", payment_method_id: "pix", external_reference: "tc_1" },
    ],
    [
      "a boleto of one centavo, until the end of its day in São Paulo",
      {
        method: "boleto",
        amount: 1,
        currency: "BRL",
        due_date: "2026-12-01",
        description: "Camiseta",
        reference: "order-42",
        customer: {
          name: "Maria Exemplo",
          document: "529.982.247-25",
          email: "maria@example.com",
          address: {
            postal_code: "01310-100",
            number: "100",
            street: "Av. Paulista",
            district: "Bela Vista",
            city: "São Paulo",
            state: "SP",
          },
        },
      },
      {
        transaction_amount: 0.01,
        currency_id: "BRL",
        payment_method_id: "bolbradesco",
        description: "Camiseta",
        external_reference: "order-42",
        date_of_expiration: "2026-12-02T02:59:59.000Z",
        payer: {
          email: "maria@example.com",
          first_name: "Maria Exemplo",
          identification: { type: "CPF", number: "52998224725" },
          address: {
            zip_code: "01310100",
            street_name: "Av. Paulista",
            street_number: "100",
            neighborhood: "Bela Vista",
            city: "São Paulo",
            federal_unit: "SP",
          },
        },
      },
    ],
    [
      "a card in parcels, whose brand the token knows",
      {
        method: "credit_card",
        amount: 9_999_999_999,
        currency: "MXN",
        card_token: "ff8080814c11e237014c1ff593b57b4d",
        installments: 12,
      },
      {
        transaction_amount: 99_999_999.99,
        currency_id: "MXN",
        payment_type_id: "credit_card",
        token: "ff8080814c11e237014c1ff593b57b4d",
        installments: 12,
        external_reference: "tc_1",
      },
    ],
    [
      "PSE in whole pesos, with the kind of document that the caller names",
      {
        method: "pse",
        amount: 1_599_000,
        currency: "COP",
        customer: { document: "1020304050", document_type: "cc", email: "ana@example.com" },
      },
      {
        transaction_amount: 15990,
        currency_id: "COP",
        payment_method_id: "pse",
        external_reference: "tc_1",
        payer: { email: "ana@example.com", identification: { type: "CC", number: "1020304050" } },
      },
    ],
    [
      "a debit card in Chile, whose peso has no smaller unit",
      { method: "debit_card", amount: 15990, currency: "CLP", card_token: "t" },
      {
        transaction_amount: 15990,
        currency_id: "CLP",
        payment_type_id: "debit_card",
        token: "t",
        installments: 1,
        external_reference: "tc_1",
      },
    ],
    [
      "OXXO",
      { method: "oxxo", amount: 12990, currency: "MXN" },
      {
        transaction_amount: 129.9,
        currency_id: "MXN",
        payment_method_id: "oxxo",
        external_reference: "tc_1",
      },
    ],
    [
      "SPEI",
      { method: "spei", amount: 12990, currency: "MXN" },
      {
        transaction_amount: 129.9,
        currency_id: "MXN",
        payment_method_id: "clabe",
        external_reference: "tc_1",
      },
    ],
    [
      "the wallet",
      { method: "wallet", amount: 12990, currency: "ARS" },
      {
        transaction_amount: 129.9,
        currency_id: "ARS",
        payment_method_id: "account_money",
        external_reference: "tc_1",
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([
      { kind: "effect", tool: "mercadopago_create_payment", arguments: args },
    ]);
  });

  it.each<[PayInput, string, string, JsonObject]>([
    [{ action: "get", payment_id: "1" }, "read", "mercadopago_get_payment", { id: "1" }],
    [{ action: "refund", payment_id: "1" }, "effect", "mercadopago_create_refund", { payment_id: "1" }],
    [{ action: "cancel", payment_id: "1" }, "effect", "mercadopago_cancel_payment", { id: "1" }],
  ])("%j", async (input, kind, tool, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([{ kind, tool, arguments: args }]);
  });

  it.each([
    ["BRL", 2990, 29.9],
    ["COP", 299_000, 2990],
    ["CLP", 2990, 2990],
  ])("a part of a payment in %s, whose currency the payment knows", async (currency_id, amount, value) => {
    const payment = { ...approved, currency_id };
    const input: PayInput = { action: "refund", payment_id: "1", amount };
    expect(await nativeCallsOf(pay, input, { mercadopago_get_payment: payment })).toEqual([
      { kind: "read", tool: "mercadopago_get_payment", arguments: { id: "1" } },
      { kind: "effect", tool: "mercadopago_create_refund", arguments: { payment_id: "1", amount: value } },
    ]);
  });

  it.each<[string, CheckoutInput, JsonObject]>([
    [
      "a page with nothing but the amount",
      { currency: "CLP", amount: 19_990 },
      {
        items: [{ title: "Pedido", quantity: 1, unit_price: 19_990, currency_id: "CLP" }],
        payment_methods: { excluded_payment_types: [{ id: "ticket" }, { id: "bank_transfer" }] },
        metadata: { codespar_methods: "credit_card,debit_card,wallet" },
        external_reference: "tc_1",
        expires: true,
        expiration_date_to: "2026-11-21T15:00:00.000Z",
      },
    ],
    [
      "a page for Pix alone",
      {
        currency: "BRL",
        items: [{ description: "Camiseta", quantity: 2, unit_amount: 4995 }],
        description: "Pedido 42",
        payment_methods: ["pix"],
        customer: { email: "maria@example.com" },
        success_url: "https://loja.example/ok",
        cancel_url: "https://loja.example/voltar",
        metadata: { loja: "centro" },
        expires_in: 60,
      },
      {
        items: [{ title: "Camiseta", quantity: 2, unit_price: 49.95, currency_id: "BRL" }],
        additional_info: "Pedido 42",
        payment_methods: {
          excluded_payment_types: [
            { id: "credit_card" },
            { id: "debit_card" },
            { id: "ticket" },
            { id: "account_money" },
          ],
        },
        payer: { email: "maria@example.com" },
        back_urls: { success: "https://loja.example/ok", failure: "https://loja.example/voltar" },
        metadata: { loja: "centro", codespar_description: "Pedido 42", codespar_methods: "pix" },
        external_reference: "tc_1",
        expires: true,
        expiration_date_to: "2026-11-20T15:01:00.000Z",
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(checkout, input)).toEqual([
      { kind: "effect", tool: "mercadopago_create_preference", arguments: args },
    ]);
  });

  it("obeys Mercado Pago's own schemas, or is refused, whatever the contract lets through", async () => {
    const methods = [
      ["pix", "BRL"],
      ["boleto", "BRL"],
      ["credit_card", "ARS"],
      ["debit_card", "CLP"],
      ["spei", "MXN"],
      ["oxxo", "MXN"],
      ["pse", "COP"],
      ["wallet", "BRL"],
    ] as const;
    const responses = { mercadopago_get_payment: approved };
    await expectNativeOrRefusal(pay, arbitraryPay(methods), mercadopagoTools, responses);
    const currencies = ["BRL", "MXN", "ARS", "COP", "CLP"] as const;
    await expectNativeOrRefusal(checkout, arbitraryCheckout(currencies), mercadopagoTools);
  });
});

describe("what Mercado Pago returns (provider-wire.md, mercadopago, payment object and status)", () => {
  it("is a whole payment by Pix, offsets turned into UTC", async () => {
    expect(await reading(approved)).toEqual({
      payment_id: "1234567890",
      status: "paid",
      method: "pix",
      amount: 12990,
      currency: "BRL",
      created_at: "2026-11-20T15:00:00Z",
      paid_at: "2026-11-20T15:05:00Z",
      expires_at: "2026-11-21T15:00:00Z",
      reference: "order-42",
      description: "Camiseta",
      pix: {
        qr_code: expect.stringContaining("br.gov.bcb.pix"),
        qr_code_url: "data:image/png;base64,aW1hZ2U=",
        txid: expect.any(String),
      },
      refunds: [],
    });
  });

  it("is a card with its plan", async () => {
    expect((await reads("payment-card-approved")).card).toEqual({
      brand: "mastercard",
      last4: "0604",
      authorization_code: "301299",
      installments: [
        { number: 1, amount: 4330, due_date: "2026-12-20" },
        { number: 2, amount: 4330, due_date: "2027-01-19" },
        { number: 3, amount: 4330, due_date: "2027-02-18" },
      ],
    });
  });

  const transaction_details = {
    external_resource_url: "https://pay.example.com/1",
    payment_method_reference_id: "93000262280678",
    verification_code: "1234567",
    transaction_id: "FIXTURE0001",
  };
  it.each<[string, JsonObject, object]>([
    [
      "clabe",
      { currency_id: "MXN" },
      { spei: { clabe: "93000262280678", reference: "1234567", tracking_key: "FIXTURE0001" } },
    ],
    [
      "oxxo",
      { currency_id: "MXN" },
      { oxxo: { reference: "93000262280678", barcode_url: "https://pay.example.com/1" } },
    ],
    [
      "pse",
      { currency_id: "COP" },
      { pse: { redirect_url: "https://pay.example.com/1", cus: "93000262280678" } },
    ],
    ["account_money", {}, { method: "wallet" }],
    ["debvisa", { payment_type_id: "debit_card" }, { method: "debit_card", card: { brand: "visa" } }],
  ])("says how to pay by %s", async (payment_method_id, changes, expected) => {
    const payment = { ...approved, payment_method_id, transaction_details, ...changes };
    expect(await reading(payment)).toMatchObject(expected);
  });

  it.each([
    ["pending", "pending"],
    ["approved", "paid"],
    ["authorized", "authorized"],
    ["in_process", "pending"],
    ["in_mediation", "paid"],
    ["rejected", "failed"],
    ["cancelled", "cancelled"],
    ["refunded", "refunded"],
    ["charged_back", "paid"],
    ["a_status_of_tomorrow", "pending"],
  ])("%s is %s", async (status, expected) => {
    expect(await reading({ ...approved, status })).toMatchObject({ status: expected });
  });

  it("is expired by the detail of a cancelled payment", async () => {
    const expired = { ...approved, status: "cancelled", status_detail: "expired" };
    expect(await reading(expired)).toMatchObject({ status: "expired" });
  });

  it.each([
    ["approved", "succeeded"],
    ["in_process", "pending"],
    ["rejected", "failed"],
    ["cancelled", "failed"],
    ["a_status_of_tomorrow", "pending"],
  ])("a refund that is %s has %s", async (status, expected) => {
    const refunds = [{ id: 7, amount: 29.9, date_created: "2026-11-21T10:00:00.000-03:00", status }];
    expect((await reading({ ...approved, refunds })).refunds).toEqual([
      { refund_id: "7", amount: 2990, status: expected, created_at: "2026-11-21T13:00:00Z" },
    ]);
  });

  it("is a refusal with the provider's reason where a card was rejected", async () => {
    const { translate } = translateFixtures("mercadopago", ["payment-card-rejected"]);
    const input = { method: "credit_card", amount: 12990, currency: "BRL", card_token: "tok_1" } as const;
    await expect(translate(pay, input)).rejects.toMatchObject({
      code: "card_declined",
      providerCode: "cc_rejected_insufficient_amount",
    });
  });

  it.each(["id", "date_created", "transaction_amount", "currency_id", "status", "payment_method_id"])(
    "is no payment without %s",
    async (field) => {
      await expect(reading(without(approved, field))).rejects.toThrow(field);
    },
  );

  it.each<[string, JsonObject]>([
    ["in a currency", { currency_id: "UYU" }],
    ["by a method", { payment_method_id: "rapipago", payment_type_id: "ticket" }],
    ["at a time", { date_created: "yesterday" }],
  ])("is no payment %s that nobody knows", async (_what, changes) => {
    await expect(reading({ ...approved, ...changes })).rejects.toThrow(/^The provider responded/);
  });

  it("is a page that stays open until it expires", async () => {
    const preference = { id: "123-uuid", init_point: "https://mp.example/p/1" };
    const { translate } = translateWith({ mercadopago_create_preference: preference });
    expect(
      await translate(checkout, { currency: "COP", amount: 1_999_000, payment_methods: ["pse"] }),
    ).toEqual({
      checkout_id: "123-uuid",
      url: "https://mp.example/p/1",
      amount: 1_999_000,
      currency: "COP",
      status: "open",
      payment_methods: ["pse"],
      expires_at: "2026-11-21T15:00:00Z",
    });
    for (const field of ["id", "init_point"]) {
      const { translate } = translateWith({ mercadopago_create_preference: without(preference, field) });
      await expect(translate(checkout, { currency: "COP", amount: 100 })).rejects.toThrow(field);
    }
  });
});
