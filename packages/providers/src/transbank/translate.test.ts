import type { JsonObject, PayInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryPay } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { transbankTools } from "./tools.ts";
import { transbankTranslator } from "./translate.ts";

const { pay } = transbankTranslator;
const token = "01ab".repeat(16);
const webpay: JsonObject = {
  vci: "TSY",
  amount: 15_990,
  status: "AUTHORIZED",
  buy_order: "order-42",
  session_id: "tc_1",
  card_detail: { card_number: "6623" },
  accounting_date: "1120",
  transaction_date: "2026-11-20T15:02:00.000Z",
  authorization_code: "1213",
  payment_type_code: "VN",
  response_code: 0,
  installments_number: 0,
  balance: 15_990,
};
const oneclick: JsonObject = {
  buy_order: "tc_1",
  card_detail: { card_number: "XXXXXXXXXXXX6623" },
  accounting_date: "1120",
  transaction_date: "2026-11-20T15:02:00.000Z",
  details: [
    {
      amount: 15_990,
      status: "AUTHORIZED",
      authorization_code: "1213",
      payment_type_code: "VN",
      response_code: 0,
      installments_number: 3,
      commerce_code: "597055555542",
      buy_order: "order-42",
      balance: 15_990,
    },
  ],
};
const reading = (transaction: JsonObject, payment_id = token) =>
  translateWith({ transbank_get_transaction: transaction, transbank_get_oneclick: transaction }).translate(
    pay,
    {
      action: "get",
      payment_id,
    },
  );
const detailed = (changes: JsonObject): JsonObject => {
  // the response's own detail, which is an object
  const [detail] = oneclick.details as [JsonObject];
  return { ...oneclick, details: [{ ...detail, ...changes }] };
};

describe("what leaves for Transbank (provider-wire.md, transbank: whole pesos, buy_order of 26 characters)", () => {
  it.each<[string, PayInput, JsonObject]>([
    [
      "a form of one peso",
      { method: "webpay", amount: 1, currency: "CLP" },
      { buy_order: "tc_1", session_id: "tc_1", amount: 1 },
    ],
    [
      "a form under the caller's reference, whose strange signs become dashes",
      { method: "webpay", amount: 9_999_999_999, currency: "CLP", reference: "orden nº 42 ñandú" },
      { buy_order: "orden-n--42--and-", session_id: "tc_1", amount: 9_999_999_999 },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([
      { kind: "effect", tool: "transbank_create_transaction", arguments: args },
    ]);
  });

  it.each<[string, PayInput, JsonObject]>([
    [
      "a registered credit card in parcels",
      {
        method: "credit_card",
        amount: 15_990,
        currency: "CLP",
        card_token: "b6bd6ba3",
        installments: 3,
        reference: "order-42",
        customer: { email: "ana@example.com" },
      },
      {
        username: "ana@example.com",
        tbk_user: "b6bd6ba3",
        buy_order: "tc_1",
        details: [{ buy_order: "order-42", amount: 15_990, installments_number: 3, payment_type_code: "VN" }],
      },
    ],
    [
      "a registered debit card of somebody unknown",
      { method: "debit_card", amount: 15_990, currency: "CLP", card_token: "b6bd6ba3" },
      {
        username: "tc_1",
        tbk_user: "b6bd6ba3",
        buy_order: "tc_1",
        details: [{ buy_order: "tc_1", amount: 15_990, installments_number: 0, payment_type_code: "VD" }],
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([
      { kind: "effect", tool: "transbank_authorize_oneclick", arguments: args },
    ]);
  });

  it.each<[PayInput, JsonObject, object[]]>([
    [
      { action: "get", payment_id: token },
      webpay,
      [{ kind: "read", tool: "transbank_get_transaction", arguments: { token } }],
    ],
    [
      { action: "get", payment_id: "tc_1" },
      oneclick,
      [{ kind: "read", tool: "transbank_get_oneclick", arguments: { buy_order: "tc_1" } }],
    ],
    [
      { action: "refund", payment_id: token, amount: 990 },
      webpay,
      [{ kind: "effect", tool: "transbank_refund_transaction", arguments: { token, amount: 990 } }],
    ],
    [
      { action: "refund", payment_id: token },
      { ...webpay, balance: 15_000 },
      [
        { kind: "read", tool: "transbank_get_transaction", arguments: { token } },
        { kind: "effect", tool: "transbank_refund_transaction", arguments: { token, amount: 15_000 } },
      ],
    ],
    [
      { action: "refund", payment_id: "tc_1" },
      oneclick,
      [
        { kind: "read", tool: "transbank_get_oneclick", arguments: { buy_order: "tc_1" } },
        {
          kind: "effect",
          tool: "transbank_refund_oneclick",
          arguments: {
            buy_order: "tc_1",
            commerce_code: "597055555542",
            detail_buy_order: "order-42",
            amount: 15_990,
          },
        },
      ],
    ],
    [
      { action: "cancel", payment_id: token },
      webpay,
      [{ kind: "effect", tool: "transbank_refund_transaction", arguments: { token, amount: 0 } }],
    ],
  ])("%j", async (input, transaction, calls) => {
    const responses = { transbank_get_transaction: transaction, transbank_get_oneclick: transaction };
    expect(await nativeCallsOf(pay, input, responses)).toEqual(calls);
  });

  it("never 0 pesos for a refund of what has been given back: that would close an open form", async () => {
    const responses = { transbank_get_transaction: { ...webpay, balance: 0 } };
    const [, effect] = await nativeCallsOf(pay, { action: "refund", payment_id: token }, responses);
    expect(effect?.arguments).toEqual({ token, amount: 15_990 });
  });

  it("obeys Transbank's own schemas, or is refused, whatever the contract lets through", async () => {
    const methods = [
      ["webpay", "CLP"],
      ["credit_card", "CLP"],
      ["debit_card", "CLP"],
    ] as const;
    await expectNativeOrRefusal(pay, arbitraryPay(methods), transbankTools, {
      transbank_get_transaction: { ...webpay, ...oneclick },
      transbank_get_oneclick: oneclick,
    });
  });
});

describe("what Transbank returns (provider-wire.md, transbank, commit and authorize)", () => {
  it("is a whole payment by Webpay, by its token", async () => {
    expect(await reading(webpay)).toEqual({
      payment_id: token,
      status: "paid",
      method: "webpay",
      amount: 15_990,
      currency: "CLP",
      created_at: "2026-11-20T15:02:00Z",
      paid_at: "2026-11-20T15:02:00Z",
      expires_at: "2026-11-20T15:12:00Z",
      webpay: {
        token,
        redirect_url: `https://webpay3g.transbank.cl/webpayserver/initTransaction?token_ws=${token}`,
      },
      refunds: [],
    });
  });

  it("is a whole payment by a registered card", async () => {
    expect(await reading(oneclick, "tc_1")).toMatchObject({
      payment_id: "tc_1",
      status: "paid",
      method: "credit_card",
      amount: 15_990,
      currency: "CLP",
      card: {
        last4: "6623",
        authorization_code: "1213",
        installments: [{ amount: 5330 }, { amount: 5330 }, { amount: 5330 }],
      },
    });
    const debit = await reading(detailed({ payment_type_code: "VD", installments_number: 0 }), "tc_1");
    expect(debit).toMatchObject({ method: "debit_card", card: { installments: [{ amount: 15_990 }] } });
  });

  it.each([
    ["INITIALIZED", "pending"],
    ["AUTHORIZED", "paid"],
    ["CAPTURED", "paid"],
    ["FAILED", "failed"],
    ["NULLIFIED", "refunded"],
    ["PARTIALLY_NULLIFIED", "partially_refunded"],
    ["A_STATUS_OF_TOMORROW", "pending"],
  ])("%s is %s", async (status, expected) => {
    const balance = status === "NULLIFIED" ? 0 : status === "PARTIALLY_NULLIFIED" ? 10_000 : 15_990;
    expect(await reading({ ...webpay, status, balance })).toMatchObject({ status: expected });
    expect(await reading(detailed({ status, balance }), "tc_1")).toMatchObject({ status: expected });
  });

  it("is REVERSED where a paid one was taken back, and where a form was closed unpaid", async () => {
    expect(await reading({ ...webpay, status: "REVERSED", balance: 0 })).toMatchObject({
      status: "refunded",
      refunds: [{ amount: 15_990, status: "succeeded" }],
    });
    const closed = without({ ...webpay, status: "REVERSED" }, "response_code");
    expect(await reading(closed)).toMatchObject({ status: "cancelled", refunds: [] });
  });

  it("is expired where nobody used the form in its ten minutes", async () => {
    const open = without(
      { ...webpay, status: "INITIALIZED", transaction_date: "2026-11-20T14:49:59Z" },
      "response_code",
    );
    expect(await reading(open)).toMatchObject({ status: "expired" });
  });

  it("is a refusal where a card was rejected with HTTP 200", async () => {
    const rejected = detailed({ status: "FAILED", response_code: -1 });
    const { translate } = translateWith({ transbank_authorize_oneclick: rejected });
    const input = { method: "credit_card", amount: 15_990, currency: "CLP", card_token: "t" } as const;
    await expect(translate(pay, input)).rejects.toMatchObject({ code: "card_declined", providerCode: "-1" });
  });

  it.each(["status", "amount", "transaction_date"])("is no payment by Webpay without %s", async (field) => {
    const message = field === "transaction_date" ? "without a time" : field;
    await expect(reading(without(webpay, field))).rejects.toThrow(message);
  });

  it.each(["buy_order", "details.0.status", "details.0.amount"])(
    "is no payment by card without %s",
    async (field) => {
      await expect(reading(without(oneclick, field), "tc_1")).rejects.toThrow(
        field.replace("details.0.", ""),
      );
    },
  );

  it("is no form without a token", async () => {
    const { translate } = translateWith({ transbank_create_transaction: { url: "https://webpay.example" } });
    await expect(translate(pay, { method: "webpay", amount: 100, currency: "CLP" })).rejects.toThrow("token");
  });
});
