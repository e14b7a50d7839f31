import type { CheckoutInput, JsonObject, PayInput } from "@codespar/contract";
import { payOutputSchema } from "@codespar/contract/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryCheckout, arbitraryPay } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { readFixture } from "../testing/read-fixture.ts";
import { translateFixtures, translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { asaasTools } from "./tools.ts";
import { asaasTranslator } from "./translate.ts";

const { pay, checkout } = asaasTranslator;
const customerMade = { asaas_create_customer: { id: "cus_1" } };

const reads = (name: string) =>
  translateFixtures("asaas", [name, "pix-qrcode", "boleto"], {
    asaas_get_pix_transaction: "pix-qrcode",
    asaas_get_customer: "customer",
  }).translate(asaasTranslator.pay, { action: "get", payment_id: "p" });

it.each([
  ["payment-pix-pending", "pending", 0],
  ["payment-pix-received", "paid", 0],
  ["payment-pix-partially-refunded", "partially_refunded", 2990],
  ["payment-pix-refunded", "refunded", 12990],
  ["payment-pix-overdue", "expired", 0],
  ["payment-pix-deleted", "cancelled", 0],
  ["payment-card-confirmed", "paid", 0],
  ["payment-boleto-pending", "pending", 0],
] as const)("reads %s as %s", async (name, status, refunded) => {
  const output = await reads(name);
  payOutputSchema.parse(output);
  expect(output).toMatchObject({ status, amount: 12990, created_at: expect.stringMatching(/Z$/) });
  expect(output.refunds.map(({ amount }) => amount)).toEqual(refunded === 0 ? [] : [refunded]);
});

it("reads local times of São Paulo and the boleto", async () => {
  expect(await reads("payment-pix-pending")).toMatchObject({
    created_at: "2026-11-20T03:00:00Z",
    expires_at: "2026-11-21T02:59:59Z",
    reference: "order-42",
    customer: { name: "Maria Exemplo", document: "52998224725", email: "maria@example.com" },
  });
  expect((await reads("payment-boleto-pending")).boleto).toMatchObject({
    due_date: "2026-11-25",
    barcode: "23794164100000129901234567890123456789012345",
  });
});

it("sends any number of cents as exact reais, once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9_999_999_999 }), async (amount) => {
      const payment = readFixture("asaas", "payment-pix-pending").response;
      const { response: code } = readFixture("asaas", "pix-qrcode");
      const first = translateWith({ asaas_create_payment: payment, asaas_get_pix_qrcode: code });
      await first.translate(asaasTranslator.pay, { method: "pix", amount, currency: "BRL" });
      const value = first.calls[0]?.arguments.value ?? null;
      expect(first.calls.filter(({ kind }) => kind === "effect")).toHaveLength(1);
      const back = translateWith({
        asaas_get_payment: { ...payment, value, customer: null },
        asaas_get_pix_qrcode: code,
      });
      const read = await back.translate(asaasTranslator.pay, { action: "get", payment_id: "p" });
      expect(read.amount).toBe(amount);
    }),
  );
});

describe("what leaves for Asaas (provider-wire.md, asaas: values in reais, dates, bare documents)", () => {
  it.each<[string, PayInput, JsonObject]>([
    [
      "a Pix with nothing but the amount",
      { method: "pix", amount: 12990, currency: "BRL" },
      { billingType: "PIX", value: 129.9, dueDate: "2026-11-20", externalReference: "tc_1" },
    ],
    [
      "the smallest boleto, due in three days",
      { method: "boleto", amount: 1, currency: "BRL" },
      { billingType: "BOLETO", value: 0.01, dueDate: "2026-11-23", externalReference: "tc_1" },
    ],
    [
      "the largest amount of the contract",
      { method: "boleto", amount: 9_999_999_999, currency: "BRL", due_date: "2026-12-01" },
      { billingType: "BOLETO", value: 99_999_999.99, dueDate: "2026-12-01", externalReference: "tc_1" },
    ],
    [
      "a card in parcels",
      {
        method: "credit_card",
        amount: 10_000,
        currency: "BRL",
        card_token: "a75a1d98",
        installments: 3,
        description: "Camiseta",
        reference: "order-42",
      },
      {
        billingType: "CREDIT_CARD",
        value: 100,
        dueDate: "2026-11-20",
        externalReference: "order-42",
        description: "Camiseta",
        installmentCount: 3,
        creditCardToken: "a75a1d98",
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([
      { kind: "effect", tool: "asaas_create_payment", arguments: args },
    ]);
  });

  it.each(["529.982.247-25", "52998224725"])("the customer %s before the payment", async (document) => {
    const customer = {
      name: "Maria Exemplo",
      document,
      email: "maria@example.com",
      phone: "+5511987654321",
      address: {
        postal_code: "01310-100",
        number: "100",
        street: "Av. Paulista",
        complement: "7º andar",
        district: "Bela Vista",
        city: "São Paulo",
        state: "SP",
      },
    };
    const input: PayInput = { method: "pix", amount: 12990, currency: "BRL", customer };
    expect(await nativeCallsOf(pay, input, customerMade)).toEqual([
      {
        kind: "prepare",
        tool: "asaas_create_customer",
        arguments: {
          name: "Maria Exemplo",
          cpfCnpj: "52998224725",
          email: "maria@example.com",
          mobilePhone: "11987654321",
          postalCode: "01310100",
          address: "Av. Paulista",
          addressNumber: "100",
          complement: "7º andar",
          province: "Bela Vista",
        },
      },
      {
        kind: "effect",
        tool: "asaas_create_payment",
        arguments: {
          customer: "cus_1",
          billingType: "PIX",
          value: 129.9,
          dueDate: "2026-11-20",
          externalReference: "tc_1",
        },
      },
    ]);
  });

  it.each<[PayInput, string, string, JsonObject]>([
    [{ action: "get", payment_id: "pay_1" }, "read", "asaas_get_payment", { id: "pay_1" }],
    [{ action: "refund", payment_id: "pay_1" }, "effect", "asaas_refund_payment", { id: "pay_1" }],
    [
      { action: "refund", payment_id: "pay_1", amount: 2990 },
      "effect",
      "asaas_refund_payment",
      { id: "pay_1", value: 29.9 },
    ],
    [{ action: "cancel", payment_id: "pay_1" }, "effect", "asaas_delete_payment", { id: "pay_1" }],
  ])("%j", async (input, kind, tool, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([{ kind, tool, arguments: args }]);
  });

  it.each<[string, CheckoutInput, JsonObject]>([
    [
      "a page with nothing but the amount",
      { currency: "BRL", amount: 19_990 },
      {
        billingTypes: ["PIX", "CREDIT_CARD"],
        chargeTypes: ["DETACHED"],
        minutesToExpire: 1440,
        externalReference: "tc_1",
        items: [{ name: "Pedido", description: "Pedido", quantity: 1, value: 199.9 }],
      },
    ],
    [
      "a page with items, whose names have 30 characters at most",
      {
        currency: "BRL",
        items: [
          { description: "Camiseta de algodão orgânico, tamanho M", quantity: 2, unit_amount: 4995 },
          { description: "Frete", quantity: 1, unit_amount: 1000 },
        ],
        payment_methods: ["pix"],
        success_url: "https://loja.example/ok",
        cancel_url: "https://loja.example/voltar",
        expires_in: 90,
      },
      {
        billingTypes: ["PIX"],
        chargeTypes: ["DETACHED"],
        minutesToExpire: 2,
        externalReference: "tc_1",
        callback: { successUrl: "https://loja.example/ok", cancelUrl: "https://loja.example/voltar" },
        items: [
          {
            name: "Camiseta de algodão orgânico, ",
            description: "Camiseta de algodão orgânico, tamanho M",
            quantity: 2,
            value: 49.95,
          },
          { name: "Frete", description: "Frete", quantity: 1, value: 10 },
        ],
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(checkout, input)).toEqual([
      { kind: "effect", tool: "asaas_create_checkout", arguments: args },
    ]);
  });

  it("obeys Asaas's own schemas, or is refused, whatever the contract lets through", async () => {
    const methods = [
      ["pix", "BRL"],
      ["boleto", "BRL"],
      ["credit_card", "BRL"],
    ] as const;
    await expectNativeOrRefusal(pay, arbitraryPay(methods), asaasTools, customerMade);
    await expectNativeOrRefusal(checkout, arbitraryCheckout(["BRL"]), asaasTools);
  });
});

describe("what Asaas returns (provider-wire.md, asaas, payment object and status)", () => {
  const pix = readFixture("asaas", "payment-pix-received").response;
  const reading = (changes: JsonObject) => {
    const responses = {
      asaas_get_payment: { ...pix, ...changes },
      asaas_get_pix_qrcode: readFixture("asaas", "pix-qrcode").response,
      asaas_get_boleto: readFixture("asaas", "boleto").response,
      asaas_get_pix_transaction: { endToEndIdentifier: "E00000000202611201505fixture00001" },
      asaas_get_customer: readFixture("asaas", "customer").response,
    };
    return translateWith(responses).translate(pay, { action: "get", payment_id: "pay_0000fixture01" });
  };

  it("is a whole payment", async () => {
    expect(await reading({})).toEqual({
      payment_id: "pay_0000fixture01",
      status: "paid",
      method: "pix",
      amount: 12990,
      currency: "BRL",
      reference: "order-42",
      description: "Camiseta",
      customer: { name: "Maria Exemplo", document: "52998224725", email: "maria@example.com" },
      created_at: "2026-11-20T03:00:00Z",
      paid_at: "2026-11-20T03:00:00Z",
      expires_at: "2026-11-21T02:59:59Z",
      pix: {
        qr_code: expect.stringContaining("br.gov.bcb.pix"),
        qr_code_url: "data:image/png;base64,aW1hZ2U=",
        txid: expect.any(String),
        end_to_end_id: "E00000000202611201505fixture00001",
      },
      refunds: [],
    });
  });

  it.each([
    ["PENDING", "pending"],
    ["AWAITING_RISK_ANALYSIS", "pending"],
    ["RECEIVED", "paid"],
    ["CONFIRMED", "paid"],
    ["RECEIVED_IN_CASH", "paid"],
    ["OVERDUE", "expired"],
    ["DUNNING_REQUESTED", "expired"],
    ["DUNNING_RECEIVED", "paid"],
    ["REFUND_REQUESTED", "paid"],
    ["REFUND_IN_PROGRESS", "paid"],
    ["REFUNDED", "refunded"],
    ["CHARGEBACK_REQUESTED", "paid"],
    ["CHARGEBACK_DISPUTE", "paid"],
    ["AWAITING_CHARGEBACK_REVERSAL", "paid"],
    ["A_STATUS_OF_TOMORROW", "pending"],
  ])("%s is %s", async (status, expected) => {
    expect(await reading({ status })).toMatchObject({ status: expected });
  });

  it.each([
    ["PENDING", "pending"],
    ["AWAITING_CRITICAL_ACTION_AUTHORIZATION", "pending"],
    ["AWAITING_CUSTOMER_EXTERNAL_AUTHORIZATION", "pending"],
    ["DONE", "succeeded"],
    ["CANCELLED", "failed"],
    ["A_STATUS_OF_TOMORROW", "pending"],
  ])("a refund that is %s has %s", async (status, expected) => {
    const refunds = [{ dateCreated: "2026-11-21 10:00:00", status, value: 29.9 }];
    expect((await reading({ refunds })).refunds).toEqual([
      {
        refund_id: "pay_0000fixture01.1",
        amount: 2990,
        status: expected,
        created_at: "2026-11-21T13:00:00Z",
      },
    ]);
  });

  it.each(["id", "dateCreated", "value", "billingType", "status"])(
    "is no payment without %s",
    async (field) => {
      const { translate } = translateWith({
        asaas_get_payment: without(pix, field),
        asaas_get_pix_qrcode: readFixture("asaas", "pix-qrcode").response,
        asaas_get_pix_transaction: {},
      });
      await expect(translate(pay, { action: "get", payment_id: "p" })).rejects.toThrow(field);
    },
  );

  it("is no payment by a method that the contract does not know", async () => {
    await expect(reading({ billingType: "DEPOSIT" })).rejects.toThrow('billingType "DEPOSIT"');
  });

  it("is a page that stays open until it expires", async () => {
    const { translate } = translateWith({
      asaas_create_checkout: { id: "c1", link: "https://asaas.example/c1" },
    });
    expect(await translate(checkout, { currency: "BRL", amount: 19_990, reference: "order-42" })).toEqual({
      checkout_id: "c1",
      url: "https://asaas.example/c1",
      amount: 19_990,
      currency: "BRL",
      status: "open",
      payment_methods: ["pix", "credit_card"],
      expires_at: "2026-11-21T15:00:00Z",
      reference: "order-42",
    });
  });

  it.each(["id", "link"])("is no page without %s", async (field) => {
    const page = without({ id: "c1", link: "https://asaas.example/c1" }, field);
    const { translate } = translateWith({ asaas_create_checkout: page });
    await expect(translate(checkout, { currency: "BRL", amount: 19_990 })).rejects.toThrow(field);
  });
});
