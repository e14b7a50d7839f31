import type { JsonObject, PayInput } from "@codespar/contract";
import { payOutputSchema } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { arbitraryPay } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { readFixture } from "../testing/read-fixture.ts";
import { translateFixtures, translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { pagseguroTools } from "./tools.ts";
import { pagseguroTranslator } from "./translate.ts";

const { pay } = pagseguroTranslator;
const waiting = readFixture("pagseguro", "order-pix-waiting").response;
const paid = readFixture("pagseguro", "order-pix-paid").response;

const payer = { name: "Maria Exemplo", document: "529.982.247-25", email: "maria@example.com" };
/** The same as PagBank has it. */
const nativePayer = { name: "Maria Exemplo", email: "maria@example.com", tax_id: "52998224725" };
const reads = (name: string) =>
  translateFixtures("pagseguro", [name]).translate(pay, { action: "get", payment_id: "p" });
const reading = (order: JsonObject) =>
  translateWith({ pagseguro_get_order: order }).translate(pay, { action: "get", payment_id: "p" });
/** The paid order with another charge. */
const charged = (charge: JsonObject) => {
  // the fixture's own charge, which is an object
  const [first] = paid.charges as [JsonObject];
  return { ...paid, charges: [{ ...first, ...charge }] };
};

it.each([
  ["order-pix-waiting", "pending", 0],
  ["order-pix-paid", "paid", 0],
  ["order-pix-partially-refunded", "partially_refunded", 2990],
  ["order-pix-refunded", "refunded", 12990],
  ["order-card-declined", "failed", 0],
  ["order-card-authorized", "authorized", 0],
  ["order-card-canceled", "cancelled", 0],
  ["order-boleto-waiting", "pending", 0],
] as const)("reads %s as %s", async (name, status, refunded) => {
  const output = await reads(name);
  payOutputSchema.parse(output);
  expect(output).toMatchObject({ status, amount: 12990, created_at: expect.stringMatching(/Z$/) });
  expect(output.refunds.map(({ amount }) => amount)).toEqual(refunded === 0 ? [] : [refunded]);
});

describe("what leaves for PagBank (provider-wire.md, pagseguro: cents, one QR code or one charge)", () => {
  it.each<[string, PayInput, JsonObject]>([
    [
      "a Pix of one centavo",
      { method: "pix", amount: 1, currency: "BRL", customer: payer },
      {
        reference_id: "tc_1",
        customer: nativePayer,
        items: [{ name: "Pedido", quantity: 1, unit_amount: 1 }],
        qr_codes: [{ amount: { value: 1 }, arrangements: ["PIX"] }],
      },
    ],
    [
      "the wallet until the end of its day, with the payer",
      {
        method: "wallet",
        amount: 9_999_999_999,
        currency: "BRL",
        due_date: "2026-12-01",
        description: "Camiseta",
        reference: "order-42",
        customer: {
          name: "Maria Exemplo",
          document: "529.982.247-25",
          email: "maria@example.com",
          phone: "+5511987654321",
        },
      },
      {
        reference_id: "order-42",
        customer: {
          name: "Maria Exemplo",
          email: "maria@example.com",
          tax_id: "52998224725",
          phones: [{ country: "55", area: "11", number: "987654321", type: "MOBILE" }],
        },
        items: [{ name: "Camiseta", quantity: 1, unit_amount: 9_999_999_999 }],
        qr_codes: [
          {
            amount: { value: 9_999_999_999 },
            arrangements: ["PAGBANK"],
            expiration_date: "2026-12-01T23:59:59-03:00",
          },
        ],
      },
    ],
    [
      "a boleto with its holder and where that lives",
      {
        method: "boleto",
        amount: 12990,
        currency: "BRL",
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
        reference_id: "tc_1",
        customer: { name: "Maria Exemplo", email: "maria@example.com", tax_id: "52998224725" },
        items: [{ name: "Pedido", quantity: 1, unit_amount: 12990 }],
        charges: [
          {
            reference_id: "tc_1",
            description: "Pedido",
            amount: { value: 12990, currency: "BRL" },
            payment_method: {
              type: "BOLETO",
              boleto: {
                due_date: "2026-11-23",
                holder: {
                  name: "Maria Exemplo",
                  tax_id: "52998224725",
                  email: "maria@example.com",
                  address: {
                    street: "Av. Paulista",
                    number: "100",
                    locality: "Bela Vista",
                    city: "São Paulo",
                    region_code: "SP",
                    country: "BRA",
                    postal_code: "01310100",
                  },
                },
              },
            },
          },
        ],
      },
    ],
    [
      "a credit card in parcels",
      {
        method: "credit_card",
        amount: 12990,
        currency: "BRL",
        card_token: "enc",
        installments: 3,
        customer: payer,
      },
      {
        reference_id: "tc_1",
        customer: nativePayer,
        items: [{ name: "Pedido", quantity: 1, unit_amount: 12990 }],
        charges: [
          {
            reference_id: "tc_1",
            description: "Pedido",
            amount: { value: 12990, currency: "BRL" },
            payment_method: {
              type: "CREDIT_CARD",
              installments: 3,
              capture: true,
              card: { encrypted: "enc" },
            },
          },
        ],
      },
    ],
    [
      "a debit card",
      { method: "debit_card", amount: 12990, currency: "BRL", card_token: "enc", customer: payer },
      {
        reference_id: "tc_1",
        customer: nativePayer,
        items: [{ name: "Pedido", quantity: 1, unit_amount: 12990 }],
        charges: [
          {
            reference_id: "tc_1",
            description: "Pedido",
            amount: { value: 12990, currency: "BRL" },
            payment_method: { type: "DEBIT_CARD", capture: true, card: { encrypted: "enc" } },
          },
        ],
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([
      { kind: "effect", tool: "pagseguro_create_order", arguments: args },
    ]);
  });

  const orderRead = { kind: "read", tool: "pagseguro_get_order", arguments: { order_id: "ORDE_1" } };
  it.each<[PayInput, JsonObject, object[]]>([
    [{ action: "get", payment_id: "ORDE_1" }, paid, []],
    [
      { action: "refund", payment_id: "ORDE_1" },
      paid,
      [
        {
          kind: "effect",
          tool: "pagseguro_refund_charge",
          arguments: { charge_id: "CHAR_FIXTURE01", amount: { value: 12990 } },
        },
      ],
    ],
    [
      { action: "refund", payment_id: "ORDE_1", amount: 2990 },
      paid,
      [
        {
          kind: "effect",
          tool: "pagseguro_refund_charge",
          arguments: { charge_id: "CHAR_FIXTURE01", amount: { value: 2990 } },
        },
      ],
    ],
    [
      { action: "refund", payment_id: "ORDE_1" },
      readFixture("pagseguro", "order-pix-partially-refunded").response,
      [
        {
          kind: "effect",
          tool: "pagseguro_refund_charge",
          arguments: { charge_id: "CHAR_FIXTURE01", amount: { value: 10000 } },
        },
      ],
    ],
    [
      { action: "cancel", payment_id: "ORDE_1" },
      readFixture("pagseguro", "order-boleto-waiting").response,
      [
        {
          kind: "effect",
          tool: "pagseguro_cancel_charge",
          arguments: { charge_id: "CHAR_FIXTURE01", amount: { value: 12990 } },
        },
      ],
    ],
    [
      { action: "capture", payment_id: "ORDE_1" },
      readFixture("pagseguro", "order-card-authorized").response,
      [
        {
          kind: "effect",
          tool: "pagseguro_capture_charge",
          arguments: { charge_id: "CHAR_FIXTURE01", amount: { value: 12990 } },
        },
      ],
    ],
  ])("%j by the order's charge", async (input, order, effects) => {
    const calls = await nativeCallsOf(pay, input, { pagseguro_get_order: order });
    expect(calls).toEqual([orderRead, ...effects]);
  });

  it.each<[PayInput["action"], JsonObject, string]>([
    ["cancel", waiting, "action_not_offered"],
    ["refund", waiting, "payment_not_paid"],
    ["refund", readFixture("pagseguro", "order-card-authorized").response, "payment_not_paid"],
  ])("nothing to %s where there is no charge of that kind", async (action, order, code) => {
    const { calls, translate } = translateWith({ pagseguro_get_order: order });
    await expect(translate(pay, { action, payment_id: "ORDE_1" })).rejects.toMatchObject({ code });
    expect(calls.map(({ kind }) => kind)).toEqual(["read"]);
  });

  it.each<[PayInput, string]>([
    [{ method: "pix" }, "customer.email, customer.document"],
    [{ method: "credit_card", card_token: "enc", customer: { email: "m@example.com" } }, "customer.document"],
    [
      {
        method: "boleto",
        customer: { ...payer, address: { postal_code: "01310-100", number: "100", city: "São Paulo" } },
      },
      "customer.address.street, customer.address.district, customer.address.state",
    ],
  ])("nothing without what PagBank requires of the payer: %j", async (input, fields) => {
    const { calls, translate } = translateWith({});
    await expect(translate(pay, { ...input, amount: 100, currency: "BRL" })).rejects.toMatchObject({
      code: "customer_required",
      message: `PagBank requires ${fields}. Send them with the payment.`,
    });
    expect(calls).toEqual([]);
  });

  it("no cancellation of what is paid: it would give the money back", async () => {
    const { calls, translate } = translateWith({ pagseguro_get_order: paid });
    await expect(translate(pay, { action: "cancel", payment_id: "ORDE_1" })).rejects.toMatchObject({
      code: "payment_not_pending",
    });
    expect(calls.map(({ kind }) => kind)).toEqual(["read"]);
  });

  it("obeys PagBank's own schemas, or is refused, whatever the contract lets through", async () => {
    const methods = [
      ["pix", "BRL"],
      ["wallet", "BRL"],
      ["boleto", "BRL"],
      ["credit_card", "BRL"],
      ["debit_card", "BRL"],
    ] as const;
    await expectNativeOrRefusal(pay, arbitraryPay(methods), pagseguroTools, { pagseguro_get_order: waiting });
  });
});

describe("what PagBank returns (provider-wire.md, pagseguro, order and charge)", () => {
  it("is a whole payment by Pix, offsets turned into UTC", async () => {
    expect(await reading(paid)).toEqual({
      payment_id: "ORDE_FIXTURE01",
      status: "paid",
      method: "pix",
      amount: 12990,
      currency: "BRL",
      created_at: "2026-11-20T15:00:00Z",
      paid_at: "2026-11-20T15:05:00Z",
      expires_at: "2026-11-21T15:00:00Z",
      reference: "order-42",
      description: "Camiseta",
      customer: { name: "Maria Exemplo", email: "maria@example.com", document: "52998224725" },
      pix: {
        qr_code: expect.stringContaining("br.gov.bcb.pix"),
        qr_code_url: "https://pay.example.com/q.png",
        txid: expect.any(String),
        end_to_end_id: "E00000000202611201505fixture00001",
      },
      refunds: [],
    });
  });

  it("is a boleto with its PDF among the links", async () => {
    expect(await reads("order-boleto-waiting")).toMatchObject({
      expires_at: "2026-11-26T02:59:59Z",
      boleto: {
        digitable_line: "23791234546789012345767890123457416410000012990",
        barcode: "23794164100000129901234567890123456789012345",
        due_date: "2026-11-25",
        pdf_url: "https://pay.example.com/b.pdf",
      },
    });
  });

  it.each([
    ["AUTHORIZED", "authorized"],
    ["PAID", "paid"],
    ["IN_ANALYSIS", "pending"],
    ["DECLINED", "failed"],
    ["WAITING", "pending"],
    ["A_STATUS_OF_TOMORROW", "pending"],
  ])("%s is %s", async (status, expected) => {
    expect(await reading(charged({ status }))).toMatchObject({ status: expected });
  });

  it("is cancelled or given back by the same word: the payment's time distinguishes them", async () => {
    expect(await reading(charged({ status: "CANCELED", paid_at: null }))).toMatchObject({
      status: "cancelled",
    });
    const amount = { value: 12990, currency: "BRL", summary: { total: 12990, paid: 12990, refunded: 12990 } };
    expect(await reading(charged({ status: "CANCELED", amount }))).toMatchObject({
      status: "refunded",
      refunds: [{ refund_id: "CHAR_FIXTURE01.12990", amount: 12990, status: "succeeded" }],
    });
  });

  it("is expired once its code has passed unpaid, which PagBank does not say", async () => {
    const { translate } = translateWith({ pagseguro_get_order: waiting });
    const get = { action: "get", payment_id: "p" } as const;
    const after = Date.parse("2026-11-21T15:00:01Z");
    expect(await translate(pay, get, { now: after })).toMatchObject({ status: "expired" });
    expect(await translate(pay, get, { now: after - 2000 })).toMatchObject({ status: "pending" });
  });

  it.each([
    "id",
    "created_at",
    "charges.0.status",
    "charges.0.amount.value",
    "charges.0.payment_method.type",
    "qr_codes.0.text",
  ])("is no payment without %s", async (field) => {
    const name = field === "created_at" ? "without a time" : field.replace(/^(charges|qr_codes)\.0\./, "");
    await expect(reading(without(paid, field))).rejects.toThrow(name);
  });

  it("is no payment by a method that nobody knows", async () => {
    await expect(reading(charged({ payment_method: { type: "GIFT_CARD" } }))).rejects.toThrow('"GIFT_CARD"');
  });
});
