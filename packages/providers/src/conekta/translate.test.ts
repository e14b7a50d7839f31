import type { CheckoutInput, JsonObject, PayInput } from "@codespar/contract";
import { payOutputSchema } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { arbitraryCheckout, arbitraryPay } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { readFixture } from "../testing/read-fixture.ts";
import { translateFixtures, translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { conektaTools } from "./tools.ts";
import { conektaTranslator } from "./translate.ts";

const { pay, checkout } = conektaTranslator;
const spei = readFixture("conekta", "order-spei-paid").response;
const now = Date.UTC(2026, 10, 20, 15) / 1000;

const reads = (name: string) =>
  translateFixtures("conekta", [name]).translate(pay, { action: "get", payment_id: "p" });
const reading = (order: JsonObject) =>
  translateWith({ conekta_get_order: order }).translate(pay, { action: "get", payment_id: "p" });

it.each([
  ["order-spei-pending", "pending", 0],
  ["order-spei-paid", "paid", 0],
  ["order-spei-canceled", "cancelled", 0],
  ["order-cash-pending", "pending", 0],
  ["order-cash-expired", "expired", 0],
  ["order-card-paid", "paid", 0],
  ["order-card-partially-refunded", "partially_refunded", 2990],
  ["order-card-refunded", "refunded", 12990],
  ["order-card-declined", "failed", 0],
  ["order-card-charged-back", "paid", 0],
  ["order-card-voided", "cancelled", 0],
] as const)("reads %s as %s", async (name, status, refunded) => {
  const output = await reads(name);
  payOutputSchema.parse(output);
  expect(output).toMatchObject({ status, amount: 12990, created_at: expect.stringMatching(/Z$/) });
  expect(output.refunds.map(({ amount }) => amount)).toEqual(refunded === 0 ? [] : [refunded]);
});

describe("what leaves for Conekta (provider-wire.md, conekta: centavos, epoch seconds)", () => {
  const order = (amount: number, method: string, payment_method: JsonObject, changes: JsonObject = {}) => ({
    currency: "MXN",
    line_items: [{ name: "Pedido", quantity: 1, unit_price: amount }],
    charges: [{ amount, payment_method }],
    metadata: { reference: "tc_1", codespar_method: method },
    ...changes,
  });
  it.each<[string, PayInput, JsonObject]>([
    [
      "SPEI of one centavo",
      { method: "spei", amount: 1, currency: "MXN" },
      order(1, "spei", { type: "spei" }),
    ],
    [
      "OXXO until the end of its day in Mexico City, with the payer",
      {
        method: "oxxo",
        amount: 9_999_999_999,
        currency: "MXN",
        due_date: "2026-12-01",
        description: "Playera",
        reference: "order-42",
        customer: { name: "Maria Ejemplo", email: "maria@example.com", phone: "+525512345678" },
      },
      order(
        9_999_999_999,
        "oxxo",
        { type: "cash", expires_at: Date.parse("2026-12-01T23:59:59-06:00") / 1000 },
        {
          customer_info: { name: "Maria Ejemplo", email: "maria@example.com", phone: "+525512345678" },
          line_items: [{ name: "Playera", quantity: 1, unit_price: 9_999_999_999 }],
          metadata: { reference: "order-42", codespar_method: "oxxo" },
        },
      ),
    ],
    [
      "a credit card at once",
      { method: "credit_card", amount: 12990, currency: "MXN", card_token: "tok_1" },
      order(12990, "credit_card", { type: "card", token_id: "tok_1" }),
    ],
    [
      "a credit card in nine months without interest",
      { method: "credit_card", amount: 12990, currency: "MXN", card_token: "tok_1", installments: 9 },
      order(12990, "credit_card", { type: "card", token_id: "tok_1", monthly_installments: 9 }),
    ],
    [
      "a debit card, which travels along as metadata",
      { method: "debit_card", amount: 12990, currency: "MXN", card_token: "tok_1" },
      order(12990, "debit_card", { type: "card", token_id: "tok_1" }),
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([
      { kind: "effect", tool: "conekta_create_order", arguments: args },
    ]);
  });

  it.each([2, 4, 5, 7, 8, 10, 11])(
    "nothing for a card in %i parcels, which Conekta has no plan of",
    async (installments) => {
      const input = {
        method: "credit_card",
        amount: 12990,
        currency: "MXN",
        card_token: "t",
        installments,
      } as const;
      await expect(nativeCallsOf(pay, input)).rejects.toMatchObject({
        code: "invalid_request",
        message: `Conekta charges a card at once or in 3, 6, 9, 12, 18 installments, not in ${installments}.`,
      });
    },
  );

  const reason = "requested_by_client";
  it.each<[PayInput, object[]]>([
    [
      { action: "get", payment_id: "ord_1" },
      [{ kind: "read", tool: "conekta_get_order", arguments: { id: "ord_1" } }],
    ],
    [
      { action: "refund", payment_id: "ord_1", amount: 2990 },
      [
        {
          kind: "effect",
          tool: "conekta_refund_charge",
          arguments: { order_id: "ord_1", amount: 2990, reason },
        },
      ],
    ],
    [
      { action: "refund", payment_id: "ord_1" },
      [
        { kind: "read", tool: "conekta_get_order", arguments: { id: "ord_1" } },
        {
          kind: "effect",
          tool: "conekta_refund_charge",
          arguments: { order_id: "ord_1", amount: 10_000, reason },
        },
      ],
    ],
    [
      { action: "cancel", payment_id: "ord_1" },
      [
        {
          kind: "effect",
          tool: "conekta_cancel_order",
          arguments: { order_id: "ord_1" },
        },
      ],
    ],
  ])("%j", async (input, calls) => {
    const responses = { conekta_get_order: { amount: 12990, amount_refunded: 2990 } };
    const sent = await nativeCallsOf(pay, input, input.action === "get" ? {} : responses);
    expect(sent).toEqual(calls);
  });

  it("never 0 centavos for a refund of what has been given back: that would close an open order", async () => {
    const responses = { conekta_get_order: { amount: 12990, amount_refunded: 12990 } };
    const [, effect] = await nativeCallsOf(pay, { action: "refund", payment_id: "ord_1" }, responses);
    expect(effect?.arguments).toMatchObject({ amount: 12990 });
  });

  it.each<[string, CheckoutInput, JsonObject]>([
    [
      "a page with nothing but the amount",
      { currency: "MXN", amount: 19_990 },
      {
        name: "Pedido",
        type: "PaymentLink",
        recurrent: false,
        expires_at: now + 86_400,
        allowed_payment_methods: ["card", "cash", "bank_transfer"],
        order_template: {
          currency: "MXN",
          line_items: [{ name: "Pedido", quantity: 1, unit_price: 19_990 }],
          metadata: {
            reference: "tc_1",
            codespar_amount: "19990",
            codespar_methods: "credit_card,debit_card,oxxo,spei",
          },
        },
      },
    ],
    [
      "a page with items for OXXO",
      {
        currency: "MXN",
        items: [{ description: "Playera", quantity: 2, unit_amount: 4995 }],
        description: "Pedido 42",
        payment_methods: ["oxxo"],
        success_url: "https://tienda.example/ok",
        expires_in: 60,
      },
      {
        name: "Pedido 42",
        type: "PaymentLink",
        recurrent: false,
        expires_at: now + 60,
        allowed_payment_methods: ["cash"],
        order_template: {
          currency: "MXN",
          line_items: [{ name: "Playera", quantity: 2, unit_price: 4995 }],
          metadata: {
            reference: "tc_1",
            codespar_amount: "9990",
            codespar_methods: "oxxo",
            codespar_description: "Pedido 42",
          },
        },
        success_url: "https://tienda.example/ok",
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(checkout, input)).toEqual([
      { kind: "effect", tool: "conekta_create_checkout", arguments: args },
    ]);
  });

  it("obeys Conekta's own schemas, or is refused, whatever the contract lets through", async () => {
    const methods = [
      ["spei", "MXN"],
      ["oxxo", "MXN"],
      ["credit_card", "MXN"],
      ["debit_card", "MXN"],
    ] as const;
    const responses = { conekta_get_order: spei };
    await expectNativeOrRefusal(pay, arbitraryPay(methods), conektaTools, responses);
    await expectNativeOrRefusal(checkout, arbitraryCheckout(["MXN"]), conektaTools);
  });
});

describe("what Conekta returns (provider-wire.md, conekta, order and payment_status; field names of conekta/openapi 2.3.0)", () => {
  it("is a whole payment by SPEI", async () => {
    expect(await reading(spei)).toEqual({
      payment_id: "ord_fixture01",
      status: "paid",
      method: "spei",
      amount: 12990,
      currency: "MXN",
      created_at: "2026-11-20T15:00:00Z",
      paid_at: "2026-11-20T15:05:00Z",
      expires_at: "2026-11-23T15:00:00Z",
      reference: "order-42",
      customer: { name: "Maria Ejemplo", email: "maria@example.com" },
      spei: { clabe: "646180111812345678", reference: "1234567", tracking_key: "FIXTURE0001" },
      refunds: [],
    });
  });

  it("knows the method by the object", async () => {
    expect(await reads("order-cash-pending")).toMatchObject({
      method: "oxxo",
      oxxo: { reference: "93000262280678", barcode_url: "https://pay.example.com/bar.png" },
    });
    expect(await reads("order-card-paid")).toMatchObject({
      method: "credit_card",
      card: { brand: "visa", last4: "4242", authorization_code: "867667" },
    });
  });

  it.each([
    ["pending_payment", "pending"],
    ["paid", "paid"],
    ["declined", "failed"],
    ["expired", "expired"],
    ["canceled", "cancelled"],
    ["pre_authorized", "authorized"],
    ["voided", "cancelled"],
    ["charged_back", "paid"],
    ["a_status_of_tomorrow", "pending"],
  ])("%s is %s", async (payment_status, expected) => {
    expect(await reading({ ...spei, payment_status })).toMatchObject({ status: expected });
  });

  it("tells what was given back by its refunds, whose amounts are negative", async () => {
    expect((await reads("order-card-partially-refunded")).refunds).toEqual([
      { refund_id: "re_fixture01", amount: 2990, status: "succeeded", created_at: "2026-11-21T15:00:00Z" },
    ]);
  });

  it.each([
    "id",
    "amount",
    "payment_status",
    "created_at",
    "charges.data.0.payment_method.object",
    "charges.data.0.payment_method.clabe",
  ])("is no payment without %s", async (field) => {
    const message = field === "created_at" ? "without a time" : field.replace(/^.*\.payment_method\./, "");
    await expect(reading(without(spei, field))).rejects.toThrow(message);
  });

  it("is a page that stays open until it expires", async () => {
    const page = { id: "chk_1", url: "https://pay.conekta.example/1", expires_at: now + 60 };
    const { translate } = translateWith({ conekta_create_checkout: page });
    expect(await translate(checkout, { currency: "MXN", amount: 19_990, payment_methods: ["spei"] })).toEqual(
      {
        checkout_id: "chk_1",
        url: "https://pay.conekta.example/1",
        amount: 19_990,
        currency: "MXN",
        status: "open",
        payment_methods: ["spei"],
        expires_at: "2026-11-20T15:01:00Z",
      },
    );
    for (const field of ["id", "url"]) {
      const { translate } = translateWith({ conekta_create_checkout: without(page, field) });
      await expect(translate(checkout, { currency: "MXN", amount: 100 })).rejects.toThrow(field);
    }
  });
});
