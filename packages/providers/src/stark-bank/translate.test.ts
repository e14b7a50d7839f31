import type { JsonObject, PayInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryPay } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { starkBankTools } from "./tools.ts";
import { starkBankTranslator } from "./translate.ts";

const { pay } = starkBankTranslator;
const id = "5656565656565656";
const customer = { name: "Maria Exemplo", document: "529.982.247-25" };
const invoice: JsonObject = {
  id,
  amount: 12_990,
  nominalAmount: 12_990,
  status: "created",
  due: "2026-11-20T15:59:00.000000+00:00",
  expiration: 60,
  created: "2026-11-20T15:00:00.000000+00:00",
  brcode: "00020101021226500014br.gov.bcb.pix2528pix.example.com/qr/v2/4f1c2a6304ABCD",
  link: "https://example.com/invoice",
  descriptions: [{ key: "referencia", value: "order-42" }],
  tags: [],
};
const log = (type: string, amount: number, created: string, number = 1): JsonObject => ({
  id: `${number}000000000000000`,
  type,
  created: `${created}.000000+00:00`,
  errors: [],
  invoice: { ...invoice, amount },
});
const paid = log("paid", 12_990, "2026-11-20T15:05:00", 2);
const reading = (shown: JsonObject, logs: JsonObject[] = []) =>
  translateWith({
    stark_bank_get_invoice: { invoice: { ...invoice, ...shown } },
    stark_bank_list_invoice_logs: { logs, cursor: null },
    stark_bank_get_invoice_payment: { payment: { endToEndId: "E1" } },
  });
const get = { action: "get", payment_id: id } as const;

describe("what leaves for Stark Bank (npm starkbank: centavos, lists, times with an offset)", () => {
  it.each<[string, PayInput, JsonObject]>([
    [
      "an invoice for an hour",
      { method: "pix", amount: 1, currency: "BRL", customer },
      {
        amount: 1,
        name: "Maria Exemplo",
        taxId: "52998224725",
        due: "2026-11-20T15:59:00.000+00:00",
        expiration: 60,
        fine: 0,
        interest: 0,
        descriptions: [{ key: "referencia", value: "tc_1" }],
      },
    ],
    [
      "an invoice until the end of its day, for a company",
      {
        method: "pix",
        amount: 9_999_999_999,
        currency: "BRL",
        due_date: "2026-11-21",
        reference: "order-42",
        description: "Camiseta",
        customer: { name: "Loja Exemplo", document: "11.222.333/0001-81" },
      },
      {
        amount: 9_999_999_999,
        name: "Loja Exemplo",
        taxId: "11222333000181",
        due: "2026-11-22T02:58:59.000+00:00",
        expiration: 60,
        fine: 0,
        interest: 0,
        descriptions: [
          { key: "referencia", value: "order-42" },
          { key: "descricao", value: "Camiseta" },
        ],
      },
    ],
  ])("%s", async (_name, input, sent) => {
    expect(await nativeCallsOf(pay, input)).toEqual([
      { kind: "effect", tool: "stark_bank_create_invoice", arguments: { invoices: [sent] } },
    ]);
  });

  it.each([undefined, { name: "Maria Exemplo" }, { document: "529.982.247-25" }])(
    "nothing for a payer of whom it knows too little: %j",
    async (known) => {
      const input: PayInput = { method: "pix", amount: 100, currency: "BRL", customer: known };
      await expect(nativeCallsOf(pay, input)).rejects.toMatchObject({ code: "customer_required" });
    },
  );

  it.each([
    ["a part", 2990, 10_000],
    ["all of it", undefined, 0],
    // no amount is below zero: the schema refuses it before it leaves
    ["more than there is", 20_000, -7010],
  ])("a return of %s, as what is left", async (_what, amount, left) => {
    const { calls, translate } = reading({ status: "paid" }, [paid]);
    await translate(pay, { action: "refund", payment_id: id, amount }).catch(() => {});
    expect(calls.filter(({ kind }) => kind === "effect")).toEqual([
      { kind: "effect", tool: "stark_bank_update_invoice", arguments: { id, amount: left } },
    ]);
  });

  it("no return of what is not paid", async () => {
    const { calls, translate } = reading({});
    await expect(translate(pay, { action: "refund", payment_id: id })).rejects.toMatchObject({
      code: "payment_not_paid",
    });
    expect(calls.map(({ kind }) => kind)).toEqual(["read"]);
  });

  it("a cancellation by its status", async () => {
    expect(await nativeCallsOf(pay, { action: "cancel", payment_id: id })).toEqual([
      { kind: "effect", tool: "stark_bank_update_invoice", arguments: { id, status: "canceled" } },
    ]);
  });

  it("obeys Stark Bank's own schemas, or is refused, whatever the contract lets through", async () => {
    await expectNativeOrRefusal(pay, arbitraryPay([["pix", "BRL"]]), starkBankTools);
  });
});

describe("what Stark Bank returns", () => {
  it.each([
    ["created", "pending"],
    ["overdue", "pending"],
    ["canceled", "cancelled"],
    ["expired", "expired"],
    ["something new", "pending"],
  ])("%s is %s, and has no logs to read", async (status, expected) => {
    const { calls, translate } = reading({ status });
    expect(await translate(pay, get)).toMatchObject({
      payment_id: id,
      status: expected,
      amount: 12_990,
      reference: "order-42",
      created_at: "2026-11-20T15:00:00Z",
      expires_at: "2026-11-20T16:00:00Z",
      refunds: [],
      pix: { qr_code_url: "https://example.com/invoice" },
    });
    expect(calls).toHaveLength(1);
  });

  it("is paid when its log says so, by the payer's end-to-end id", async () => {
    expect(await reading({ status: "paid" }, [paid]).translate(pay, get)).toMatchObject({
      status: "paid",
      paid_at: "2026-11-20T15:05:00Z",
      pix: { end_to_end_id: "E1" },
    });
  });

  it("shows each return by how far the amount fell, the oldest first", async () => {
    const first = log("reversed", 10_000, "2026-11-20T16:00:00", 3);
    const second = log("reversed", 0, "2026-11-20T17:00:00", 4);
    const part = await reading({ status: "paid", amount: 10_000 }, [first, paid]).translate(pay, get);
    expect(part).toMatchObject({ status: "partially_refunded", amount: 12_990, refunds: [{ amount: 2990 }] });
    const whole = await reading({ status: "voided", amount: 0 }, [second, first, paid]).translate(pay, get);
    expect(whole).toMatchObject({
      status: "refunded",
      refunds: [
        { refund_id: "3000000000000000", amount: 2990, created_at: "2026-11-20T16:00:00Z" },
        { refund_id: "4000000000000000", amount: 10_000 },
      ],
    });
  });

  it("is nothing that it could be taken for", async () => {
    const translation = translateWith({ stark_bank_get_invoice: { message: "moved" } }).translate(pay, get);
    await expect(translation).rejects.toThrow("responded without invoice");
  });
});
