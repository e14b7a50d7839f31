import type { JsonObject, PayInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryPay } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { zoopTools } from "./tools.ts";
import { zoopTranslator } from "./translate.ts";

const { pay } = zoopTranslator;
const id = "a8d1f6e2c4b04f5e8a7b6c5d4e3f2a1b";
const pix: JsonObject = {
  id,
  resource: "transaction",
  status: "succeeded",
  amount: "129.90",
  original_amount: "129.90",
  currency: "BRL",
  payment_type: "pix",
  description: "Camiseta",
  reference_id: "order-42",
  created_at: "2026-11-20T15:00:00+00:00",
  payment_method: {
    qr_code: { emv: "00020101021226500014br.gov.bcb.pix2528pix.example.com/qr/v2/4f1c2a6304ABCD" },
    expiration_date: "2026-11-21T15:00:00+00:00",
  },
  history: [
    {
      operation_type: "created",
      status: "succeeded",
      amount: "129.90",
      created_at: "2026-11-20T15:00:00+00:00",
    },
    {
      operation_type: "paid",
      status: "succeeded",
      amount: "129.90",
      created_at: "2026-11-20T15:05:00+00:00",
    },
  ],
};
const reading = (transaction: JsonObject) =>
  translateWith({ zoop_get_transaction: transaction }).translate(pay, { action: "get", payment_id: id });

describe("what leaves for Zoop (provider-wire.md, zoop: money goes in as cents)", () => {
  const common = { currency: "BRL", reference_id: "tc_1" };
  it.each<[string, string, PayInput, JsonObject]>([
    [
      "a Pix of one centavo",
      "zoop_create_pix_payment",
      { method: "pix", amount: 1, currency: "BRL" },
      { ...common, amount: 1 },
    ],
    [
      "the largest Pix until the end of its day",
      "zoop_create_pix_payment",
      {
        method: "pix",
        amount: 9_999_999_999,
        currency: "BRL",
        due_date: "2026-12-01",
        description: "Camiseta",
        reference: "order-42",
      },
      {
        amount: 9_999_999_999,
        currency: "BRL",
        description: "Camiseta",
        reference_id: "order-42",
        pix_expiration_date_time: "2026-12-01T23:59:59-03:00",
      },
    ],
    [
      "a boleto, due in three days",
      "zoop_create_transaction",
      { method: "boleto", amount: 12990, currency: "BRL" },
      { ...common, amount: 12990, payment_type: "boleto", payment_method: { expiration_date: "2026-11-23" } },
    ],
    [
      "a card in parcels",
      "zoop_create_transaction",
      { method: "credit_card", amount: 12990, currency: "BRL", card_token: "t", installments: 3 },
      {
        ...common,
        amount: 12990,
        payment_type: "credit",
        token: "t",
        installment_plan: { mode: "interest_free", number_installments: 3 },
      },
    ],
  ])("%s", async (_name, tool, input, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([{ kind: "effect", tool, arguments: args }]);
  });

  const card: JsonObject = { ...pix, payment_type: "credit", payment_method: {} };
  const read = { kind: "read", tool: "zoop_get_transaction", arguments: { transaction_id: id } };
  it.each<[string, PayInput, JsonObject, string, number]>([
    ["gives a Pix back", { action: "refund" }, pix, "refund", 12990],
    ["gives a part of a card back", { action: "refund", amount: 2990 }, card, "refund", 2990],
    [
      "captures all that is held",
      { action: "capture" },
      { ...card, status: "pre_authorized" },
      "capture",
      12990,
    ],
    ["releases what is held", { action: "cancel" }, { ...card, status: "pre_authorized" }, "refund", 12990],
  ])("%s by its amount, which the call wants", async (_name, input, transaction, verb, amount) => {
    const responses = { zoop_get_transaction: transaction };
    expect(await nativeCallsOf(pay, { ...input, payment_id: id }, responses)).toEqual([
      read,
      { kind: "effect", tool: `zoop_${verb}_transaction`, arguments: { transaction_id: id, amount } },
    ]);
  });

  it.each<[string, PayInput, JsonObject, string]>([
    ["a part of a Pix", { action: "refund", amount: 2990 }, pix, "partial_refund_not_offered"],
    ["what nobody has paid", { action: "refund" }, { ...pix, status: "pending" }, "payment_not_paid"],
    ["what is held", { action: "refund" }, { ...card, status: "pre_authorized" }, "payment_not_paid"],
    ["the closing of what waits", { action: "cancel" }, { ...pix, status: "pending" }, "action_not_offered"],
    ["the closing of what is paid", { action: "cancel" }, pix, "payment_not_pending"],
  ])("changes nothing for %s", async (_name, input, transaction, code) => {
    const { calls, translate } = translateWith({ zoop_get_transaction: transaction });
    await expect(translate(pay, { ...input, payment_id: id })).rejects.toMatchObject({ code });
    expect(calls).toEqual([read]);
  });

  it("obeys Zoop's own schemas, or is refused, whatever the contract lets through", async () => {
    const methods = [
      ["pix", "BRL"],
      ["boleto", "BRL"],
      ["credit_card", "BRL"],
    ] as const;
    await expectNativeOrRefusal(pay, arbitraryPay(methods), zoopTools, { zoop_get_transaction: pix });
  });
});

describe("what Zoop returns (provider-wire.md, zoop: money comes out as reais in text)", () => {
  it("is a whole payment by Pix", async () => {
    expect(await reading(pix)).toEqual({
      payment_id: id,
      status: "paid",
      method: "pix",
      amount: 12990,
      currency: "BRL",
      created_at: "2026-11-20T15:00:00Z",
      paid_at: "2026-11-20T15:05:00Z",
      expires_at: "2026-11-21T15:00:00Z",
      reference: "order-42",
      description: "Camiseta",
      pix: { qr_code: expect.stringContaining("br.gov.bcb.pix"), qr_code_url: "", txid: expect.any(String) },
      refunds: [],
    });
  });

  it.each([
    ["0.01", 1],
    ["30.00", 3000],
    ["1234.5", 123_450],
    ["99999999.99", 9_999_999_999],
  ])("reads %s reais as %i centavos", async (text, amount) => {
    expect((await reading({ ...pix, amount: text })).amount).toBe(amount);
  });

  it("is a boleto, and a card with its plan", async () => {
    const boleto = {
      ...pix,
      payment_type: "boleto",
      payment_method: {
        url: "https://pay.example.com/b.pdf",
        barcode: "23791234546789012345767890123457416410000012990",
        expiration_date: "2026-11-25",
      },
    };
    expect(await reading(boleto)).toMatchObject({
      method: "boleto",
      expires_at: "2026-11-26T02:59:59Z",
      boleto: {
        barcode: "23794164100000129901234567890123456789012345",
        due_date: "2026-11-25",
        pdf_url: "https://pay.example.com/b.pdf",
      },
    });
    const card = {
      ...pix,
      payment_type: "credit",
      payment_method: { card_brand: "Visa", first4_digits: "4111", last4_digits: "1111" },
      installment_plan: { mode: "interest_free", number_installments: "3" },
    };
    expect(await reading(card)).toMatchObject({
      method: "credit_card",
      card: {
        brand: "visa",
        last4: "1111",
        installments: [{ amount: 4330 }, { amount: 4330 }, { amount: 4330 }],
      },
    });
  });

  it.each([
    ["new", "pending"],
    ["pending", "pending"],
    ["pre_authorized", "authorized"],
    ["succeeded", "paid"],
    ["failed", "failed"],
    ["canceled", "cancelled"],
    ["reversed", "paid"],
    ["dispute", "paid"],
    ["charged_back", "paid"],
    ["a_status_of_tomorrow", "pending"],
  ])("%s is %s", async (status, expected) => {
    expect(await reading({ ...pix, status })).toMatchObject({ status: expected });
  });

  const history = pix.history as JsonObject[]; // the response's own list
  const voided = (amount: string, v = "v1"): JsonObject => ({
    id: v,
    operation_type: "void",
    status: "succeeded",
    amount,
    created_at: "2026-11-21 13:00:00",
  });

  it("says what was given back by its history, and takes it off the amount", async () => {
    const part = { ...pix, amount: "100.00", history: [...history, voided("29.90")] };
    expect(await reading(part)).toMatchObject({
      amount: 12990,
      status: "partially_refunded",
      refunds: [{ refund_id: "v1", amount: 2990, status: "succeeded", created_at: "2026-11-21T13:00:00Z" }],
    });
  });

  it.each([
    ["129.90", "as it was recorded"],
    ["0.00", "as the help says"],
  ])("is refunded where all of it was voided, its amount %s %s", async (amount) => {
    const whole = { ...pix, status: "canceled", amount, history: [...history, voided("129.90")] };
    expect(await reading(whole)).toMatchObject({
      amount: 12990,
      status: "refunded",
      refunds: [{ amount: 12990 }],
    });
  });

  it("has given nothing back where a void failed, or released what was never paid", async () => {
    const failed = { ...pix, history: [...history, { ...voided("129.90"), status: "failed" }] };
    expect(await reading(failed)).toMatchObject({ amount: 12990, status: "paid", refunds: [] });
    const released = {
      ...pix,
      status: "canceled",
      payment_type: "credit",
      payment_method: {},
      history: [history[0] ?? {}, { ...history[1], operation_type: "pre_authorization" }, voided("129.90")],
    };
    expect(await reading(released)).toMatchObject({ amount: 12990, status: "cancelled", refunds: [] });
  });

  it("is a refusal where a card was declined as a transaction", async () => {
    const declined = { ...pix, status: "failed", payment_type: "credit", payment_method: {} };
    const { translate } = translateWith({ zoop_create_transaction: declined });
    const input = { method: "credit_card", amount: 12990, currency: "BRL", card_token: "t" } as const;
    await expect(translate(pay, input)).rejects.toMatchObject({ code: "card_declined" });
  });

  it.each(["id", "status", "amount", "payment_type", "created_at", "payment_method.qr_code.emv"])(
    "is no payment without %s",
    async (field) => {
      const message = field === "created_at" ? "without a time" : field;
      await expect(reading(without(pix, field))).rejects.toThrow(message);
    },
  );

  it("is no payment by a method that nobody knows", async () => {
    await expect(reading({ ...pix, payment_type: "voucher" })).rejects.toThrow('payment_type "voucher"');
  });
});
