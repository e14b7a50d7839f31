import type { CheckoutInput, JsonObject, PayInput } from "@codespar/contract";
import { payOutputSchema } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { arbitraryCheckout, arbitraryPay } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { readFixture } from "../testing/read-fixture.ts";
import { translateFixtures, translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { pagarmeTools } from "./tools.ts";
import { pagarmeTranslator } from "./translate.ts";

const { pay, checkout } = pagarmeTranslator;
const pix = readFixture("pagarme", "charge-pix-paid").response;

const reads = (name: string) =>
  translateFixtures("pagarme", [name]).translate(pay, { action: "get", payment_id: "p" });
const reading = (charge: JsonObject) =>
  translateWith({ pagarme_get_charge: charge }).translate(pay, { action: "get", payment_id: "p" });

it.each([
  ["charge-pix-pending", "pending", 0],
  ["charge-pix-paid", "paid", 0],
  ["charge-pix-partially-refunded", "partially_refunded", 2990],
  ["charge-pix-refunded", "refunded", 12990],
  ["charge-pix-chargedback", "paid", 0],
  ["charge-card-paid", "paid", 0],
  ["charge-card-failed", "failed", 0],
  ["charge-boleto-pending", "pending", 0],
] as const)("reads %s as %s", async (name, status, refunded) => {
  const output = await reads(name);
  payOutputSchema.parse(output);
  expect(output).toMatchObject({ status, amount: 12990, created_at: expect.stringMatching(/Z$/) });
  expect(output.refunds.map(({ amount }) => amount)).toEqual(refunded === 0 ? [] : [refunded]);
});

describe("what leaves for Pagar.me (provider-wire.md, pagarme: cents, code of 52 characters at most)", () => {
  it.each<[string, PayInput, JsonObject]>([
    [
      "a Pix of one centavo",
      { method: "pix", amount: 1, currency: "BRL" },
      {
        items: [{ code: "tc_1", description: "Pedido", quantity: 1, amount: 1 }],
        payments: [{ payment_method: "pix", amount: 1 }],
      },
    ],
    [
      "a Pix until the end of its day, with a company and its address",
      {
        method: "pix",
        amount: 9_999_999_999,
        currency: "BRL",
        due_date: "2026-12-01",
        description: "Camiseta",
        reference: "order-42",
        customer: {
          name: "Loja Exemplo",
          document: "11.222.333/0001-81",
          email: "loja@example.com",
          phone: "+5511987654321",
          address: {
            postal_code: "01310-100",
            number: "100",
            street: "Av. Paulista",
            district: "Bela Vista",
            complement: "7º andar",
            city: "São Paulo",
            state: "SP",
          },
        },
      },
      {
        code: "order-42",
        items: [{ code: "order-42", description: "Camiseta", quantity: 1, amount: 9_999_999_999 }],
        customer: {
          name: "Loja Exemplo",
          email: "loja@example.com",
          document: "11222333000181",
          type: "company",
          phones: { mobile_phone: { country_code: "55", area_code: "11", number: "987654321" } },
          address: {
            line_1: "100, Av. Paulista, Bela Vista",
            line_2: "7º andar",
            zip_code: "01310100",
            city: "São Paulo",
            state: "SP",
            country: "BR",
          },
        },
        payments: [
          { payment_method: "pix", amount: 9_999_999_999, pix: { expires_at: "2026-12-01T23:59:59-03:00" } },
        ],
      },
    ],
    [
      "a boleto, due in three days, for somebody without a name",
      { method: "boleto", amount: 12990, currency: "BRL", customer: { document: "529.982.247-25" } },
      {
        items: [{ code: "tc_1", description: "Pedido", quantity: 1, amount: 12990 }],
        customer: { name: "52998224725", document: "52998224725", type: "individual" },
        payments: [
          { payment_method: "boleto", amount: 12990, boleto: { due_at: "2026-11-23T23:59:59-03:00" } },
        ],
      },
    ],
    [
      "a card in parcels",
      { method: "credit_card", amount: 12990, currency: "BRL", card_token: "token_1", installments: 12 },
      {
        items: [{ code: "tc_1", description: "Pedido", quantity: 1, amount: 12990 }],
        payments: [
          {
            payment_method: "credit_card",
            amount: 12990,
            credit_card: { installments: 12, card_token: "token_1" },
          },
        ],
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([
      { kind: "effect", tool: "pagarme_create_order", arguments: args },
    ]);
  });

  it.each<[PayInput, string, string, JsonObject]>([
    [{ action: "get", payment_id: "ch_1" }, "read", "pagarme_get_charge", { charge_id: "ch_1" }],
    [{ action: "refund", payment_id: "ch_1" }, "read", "pagarme_get_charge", { charge_id: "ch_1" }],
    [{ action: "cancel", payment_id: "ch_1" }, "read", "pagarme_get_charge", { charge_id: "ch_1" }],
  ])("%j", async (input, kind, tool, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([{ kind, tool, arguments: args }]);
  });

  it("nothing for a reference that an order's code cannot hold", async () => {
    const input: PayInput = { method: "pix", amount: 12990, currency: "BRL", reference: "r".repeat(53) };
    await expect(nativeCallsOf(pay, input)).rejects.toMatchObject({
      code: "invalid_request",
      message: "Pagar.me takes at most 52 characters of reference, not 53. Shorten reference.",
    });
  });

  it("a cancellation of what nobody paid, and none of what was paid: one DELETE does both there", async () => {
    const cancel = { action: "cancel", payment_id: "ch_fixture01" } as const;
    const open = translateFixtures("pagarme", ["charge-pix-pending", "charge-pix-canceled"]);
    expect(await open.translate(pay, cancel)).toMatchObject({ status: "cancelled" });
    const paid = translateFixtures("pagarme", ["charge-pix-paid", "charge-pix-canceled"]);
    await expect(paid.translate(pay, cancel)).rejects.toThrow("ch_fixture01");
    expect(paid.calls.map(({ kind }) => kind)).toEqual(["read"]);
  });

  it("a refund of what was paid, and none of what nobody paid: the same DELETE would cancel it", async () => {
    const refund = { action: "refund", payment_id: "ch_fixture01", amount: 2990 } as const;
    const open = translateFixtures("pagarme", ["charge-pix-pending"]);
    await expect(open.translate(pay, refund)).rejects.toMatchObject({ code: "payment_not_paid" });
    expect(open.calls.map(({ kind }) => kind)).toEqual(["read"]);
    const paid = translateFixtures("pagarme", ["charge-pix-paid"], {
      pagarme_refund_charge: "charge-pix-partially-refunded",
    });
    expect(await paid.translate(pay, refund)).toMatchObject({ status: "partially_refunded" });
    expect(paid.calls[1]).toEqual({
      kind: "effect",
      tool: "pagarme_refund_charge",
      arguments: { charge_id: "ch_fixture01", amount: 2990 },
    });
  });

  it.each<[string, CheckoutInput, JsonObject]>([
    [
      "a page with nothing but the amount",
      { currency: "BRL", amount: 19_990 },
      {
        type: "order",
        name: "Pedido",
        order_code: "tc_1",
        expires_in: 1440,
        payment_settings: { accepted_payment_methods: ["pix", "boleto", "credit_card"] },
        cart_settings: { items: [{ name: "Pedido", default_quantity: 1, amount: 19_990 }] },
      },
    ],
    [
      "a page with items for cards",
      {
        currency: "BRL",
        items: [{ description: "Camiseta", quantity: 2, unit_amount: 4995 }],
        description: "Pedido 42",
        payment_methods: ["credit_card"],
        success_url: "https://loja.example/ok",
        expires_in: 61,
      },
      {
        type: "order",
        name: "Pedido 42",
        order_code: "tc_1",
        expires_in: 2,
        payment_settings: { accepted_payment_methods: ["credit_card"] },
        cart_settings: { items: [{ name: "Camiseta", default_quantity: 2, amount: 4995 }] },
        flow_settings: { success_url: "https://loja.example/ok" },
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(checkout, input)).toEqual([
      { kind: "effect", tool: "pagarme_create_payment_link", arguments: args },
    ]);
  });

  it("obeys Pagar.me's own schemas, or is refused, whatever the contract lets through", async () => {
    const methods = [
      ["pix", "BRL"],
      ["boleto", "BRL"],
      ["credit_card", "BRL"],
    ] as const;
    await expectNativeOrRefusal(pay, arbitraryPay(methods), pagarmeTools);
    await expectNativeOrRefusal(checkout, arbitraryCheckout(["BRL"]), pagarmeTools);
  });
});

describe("what Pagar.me returns (provider-wire.md, pagarme, order and charge)", () => {
  it("is a whole payment by Pix", async () => {
    expect(await reading(pix)).toMatchObject({
      payment_id: "ch_fixture01",
      status: "paid",
      method: "pix",
      amount: 12990,
      currency: "BRL",
      created_at: "2026-11-20T15:00:00Z",
      paid_at: "2026-11-20T15:05:00Z",
      expires_at: "2026-11-21T15:00:00Z",
      pix: {
        qr_code: expect.stringContaining("br.gov.bcb.pix"),
        qr_code_url: "https://pay.example.com/q.png",
        txid: expect.any(String),
        end_to_end_id: "E00000000202611201505fixture00001",
      },
      refunds: [],
    });
  });

  it("is a card with its plan, and a boleto", async () => {
    const { card } = await reads("charge-card-paid");
    expect(card).toMatchObject({ brand: "visa", last4: "0010", authorization_code: "123456" });
    expect(card?.installments.map(({ amount }) => amount)).toEqual([4330, 4330, 4330]);
    const { boleto, expires_at } = await reads("charge-boleto-pending");
    expect(boleto).toMatchObject({ barcode: "23794164100000129901234567890123456789012345" });
    expect(expires_at?.slice(0, 10)).toBe("2026-11-26");
  });

  it.each([
    ["pending", "pending"],
    ["processing", "pending"],
    ["underpaid", "pending"],
    ["paid", "paid"],
    ["overpaid", "paid"],
    ["chargedback", "paid"],
    ["failed", "failed"],
    ["a_status_of_tomorrow", "pending"],
  ])("%s is %s", async (status, expected) => {
    expect(await reading({ ...pix, status })).toMatchObject({ status: expected });
  });

  it("is cancelled or given back by the same word: the payment's time distinguishes them", async () => {
    const canceled = { ...pix, status: "canceled" };
    expect(await reading(without(canceled, "paid_at"))).toMatchObject({ status: "cancelled", refunds: [] });
    expect(await reading({ ...canceled, canceled_amount: 12990 })).toMatchObject({
      status: "refunded",
      refunds: [{ refund_id: "ch_fixture01.1", amount: 12990, status: "succeeded" }],
    });
  });

  it("is expired by its last transaction", async () => {
    const pending = readFixture("pagarme", "charge-pix-pending").response;
    // the fixture's own member, which is an object
    const last_transaction = { ...(pending.last_transaction as JsonObject), status: "expired" };
    expect(await reading({ ...pending, status: "failed", last_transaction })).toMatchObject({
      status: "expired",
    });
  });

  it.each(["id", "amount", "payment_method", "status", "created_at", "last_transaction.qr_code"])(
    "is no payment without %s",
    async (field) => {
      const message = field === "created_at" ? "without a time" : field;
      await expect(reading(without(pix, field))).rejects.toThrow(message);
    },
  );

  it("is no payment by a method that nobody knows, and none where an order has no charge", async () => {
    await expect(reading({ ...pix, payment_method: "voucher" })).rejects.toThrow('payment_method "voucher"');
    const { translate } = translateWith({ pagarme_create_order: { id: "or_1", charges: [] } });
    const made = translate(pay, { method: "pix", amount: 12990, currency: "BRL" });
    await expect(made).rejects.toThrow("without a charge");
  });

  it("is a page that stays open until it expires", async () => {
    const link = { id: "pl_1", url: "https://pagarme.example/pl_1" };
    const { translate } = translateWith({ pagarme_create_payment_link: link });
    expect(await translate(checkout, { currency: "BRL", amount: 19_990, expires_in: 61 })).toEqual({
      checkout_id: "pl_1",
      url: "https://pagarme.example/pl_1",
      amount: 19_990,
      currency: "BRL",
      status: "open",
      payment_methods: ["pix", "boleto", "credit_card"],
      expires_at: "2026-11-20T15:02:00Z",
    });
    for (const field of ["id", "url"]) {
      const { translate } = translateWith({ pagarme_create_payment_link: without(link, field) });
      await expect(translate(checkout, { currency: "BRL", amount: 100 })).rejects.toThrow(field);
    }
  });
});
