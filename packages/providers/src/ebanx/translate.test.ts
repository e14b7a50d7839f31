import type { Currency, JsonObject, PayInput, PaymentMethod } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryPay } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { ebanxTools } from "./tools.ts";
import { ebanxTranslator } from "./translate.ts";

const { pay } = ebanxTranslator;
/** The same as EBANX has it. */
const payer = { name: "Maria Exemplo", document: "529.982.247-25", email: "maria@example.com" };
const customer = { name: "Maria Exemplo", document: "529.982.247-25", email: "maria@example.com" };
const payment: JsonObject = {
  hash: "59dd3ebed3328435c46b5b11",
  country: "br",
  merchant_payment_code: "order-42",
  status: "CO",
  open_date: "2026-11-20 15:00:00",
  confirm_date: "2026-11-20 15:05:00",
  amount_ext: "129.90",
  currency_ext: "BRL",
  due_date: "2026-11-21 15:00:00",
  instalments: "1",
  payment_type_code: "pix",
  transaction_status: { acquirer: "EBANX", code: "OK", description: "Accepted" },
  pix: { qr_code_value: "00020101021226500014br.gov.bcb.pix2528pix.example.com/qr/v2/4f1c2a6304ABCD" },
};
const reading = (changes: JsonObject) =>
  translateWith({ ebanx_get_payment: { status: "SUCCESS", payment: { ...payment, ...changes } } }).translate(
    pay,
    {
      action: "get",
      payment_id: "h",
    },
  );

describe("what leaves for EBANX (provider-wire.md, ebanx: major units, dates as DD/MM/YYYY)", () => {
  it.each<[string, PayInput, JsonObject]>([
    [
      "a Pix of one centavo",
      { method: "pix", amount: 1, currency: "BRL", customer },
      {
        country: "br",
        payment_type_code: "pix",
        merchant_payment_code: "tc_1",
        order_number: "tc_1",
        ...payer,
        currency_code: "BRL",
        amount_total: 0.01,
      },
    ],
    [
      "a boleto with its payer and where that lives",
      {
        method: "boleto",
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
        country: "br",
        payment_type_code: "boleto",
        merchant_payment_code: "tc_1",
        order_number: "order-42",
        currency_code: "BRL",
        amount_total: 99_999_999.99,
        note: "Camiseta",
        name: "Maria Exemplo",
        email: "maria@example.com",
        document: "529.982.247-25",
        phone_number: "+5511987654321",
        zipcode: "01310-100",
        address: "Av. Paulista",
        street_number: "100",
        street_complement: "7º andar",
        city: "São Paulo",
        state: "SP",
        due_date: "01/12/2026",
      },
    ],
    [
      "a card in parcels in Argentina",
      { method: "credit_card", amount: 12990, currency: "ARS", card_token: "t", installments: 3, customer },
      {
        country: "ar",
        payment_type_code: "creditcard",
        merchant_payment_code: "tc_1",
        order_number: "tc_1",
        ...payer,
        currency_code: "ARS",
        amount_total: 129.9,
        instalments: 3,
        creditcard: { token: "t" },
      },
    ],
    [
      "a card in Chile, whose peso has no smaller unit",
      { method: "credit_card", amount: 12990, currency: "CLP", card_token: "t", customer },
      {
        country: "cl",
        payment_type_code: "creditcard",
        merchant_payment_code: "tc_1",
        order_number: "tc_1",
        ...payer,
        currency_code: "CLP",
        amount_total: 12990,
        instalments: 1,
        creditcard: { token: "t" },
      },
    ],
    [
      "SPEI",
      { method: "spei", amount: 12990, currency: "MXN", customer },
      {
        country: "mx",
        payment_type_code: "spei",
        merchant_payment_code: "tc_1",
        order_number: "tc_1",
        ...payer,
        currency_code: "MXN",
        amount_total: 129.9,
      },
    ],
    [
      "PSE, which is eft there",
      { method: "pse", amount: 1_599_000, currency: "COP", customer },
      {
        country: "co",
        payment_type_code: "eft",
        merchant_payment_code: "tc_1",
        order_number: "tc_1",
        ...payer,
        currency_code: "COP",
        amount_total: 15990,
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([
      { kind: "effect", tool: "ebanx_create_payment", arguments: { payment: args } },
    ]);
  });

  const read = { kind: "read", tool: "ebanx_get_payment", arguments: { hash: "h" } };
  it.each<[PayInput, object[]]>([
    [{ action: "get", payment_id: "h" }, [read]],
    [
      { action: "refund", payment_id: "h" },
      [
        read,
        {
          kind: "effect",
          tool: "ebanx_refund_payment",
          arguments: {
            hash: "h",
            operation: "request",
            amount: 129.9,
            description: "Refund by the merchant",
            merchant_refund_code: "tc_1",
          },
        },
      ],
    ],
    [
      { action: "refund", payment_id: "h", amount: 2990 },
      [
        read,
        {
          kind: "effect",
          tool: "ebanx_refund_payment",
          arguments: {
            hash: "h",
            operation: "request",
            amount: 29.9,
            description: "Refund by the merchant",
            merchant_refund_code: "tc_1",
          },
        },
      ],
    ],
    [
      { action: "cancel", payment_id: "h" },
      [{ kind: "effect", tool: "ebanx_cancel_payment", arguments: { hash: "h" } }],
    ],
  ])("%j", async (input, calls) => {
    const responses = { ebanx_get_payment: { status: "SUCCESS", payment } };
    expect(await nativeCallsOf(pay, input, responses)).toEqual(calls);
  });

  it("gives back what is left, and all of it where nothing is: that is for EBANX to refuse", async () => {
    const refund = (amount_ext: string, status: string): JsonObject => ({
      id: "1",
      amount_ext,
      status,
      request_date: "2026-11-21 13:00:00",
    });
    const amountOf = async (refunds: JsonObject[]) => {
      const responses = { ebanx_get_payment: { status: "SUCCESS", payment: { ...payment, refunds } } };
      const calls = await nativeCallsOf(pay, { action: "refund", payment_id: "h" }, responses);
      return calls.at(-1)?.arguments.amount;
    };
    expect(await amountOf([refund("29.90", "CO"), refund("50.00", "CA")])).toBe(100);
    expect(await amountOf([refund("129.90", "RE")])).toBe(129.9);
  });

  it.each<[PayInput, string]>([
    [{ method: "pix", currency: "BRL" }, "customer.name, customer.email, customer.document"],
    [
      { method: "pse", currency: "COP", customer: { name: "Ana", email: "a@example.com" } },
      "customer.document",
    ],
    [{ method: "spei", currency: "MXN", customer: { name: "Ana" } }, "customer.email"],
  ])("nothing leaves without what EBANX requires of the payer: %j", async (input, fields) => {
    const { calls, translate } = translateWith({});
    await expect(translate(pay, { ...input, amount: 500_000 })).rejects.toMatchObject({
      code: "customer_required",
      message: `EBANX requires ${fields}. Send them with the payment.`,
    });
    expect(calls).toEqual([]);
  });

  it("obeys EBANX's own schemas, or is refused, whatever the contract lets through", async () => {
    const methods: [PaymentMethod, Currency][] = [
      ["pix", "BRL"],
      ["boleto", "BRL"],
      ["spei", "MXN"],
      ["pse", "COP"],
      ["credit_card", "ARS"],
      ["credit_card", "CLP"],
    ];
    const responses = { ebanx_get_payment: { status: "SUCCESS", payment } };
    await expectNativeOrRefusal(pay, arbitraryPay(methods), ebanxTools, responses);
  });
});

describe("what EBANX returns (provider-wire.md, ebanx, payment object and status)", () => {
  it("is a whole payment, its amount a text and its times in UTC", async () => {
    expect(await reading({})).toEqual({
      payment_id: "59dd3ebed3328435c46b5b11",
      status: "paid",
      method: "pix",
      amount: 12990,
      currency: "BRL",
      created_at: "2026-11-20T15:00:00Z",
      paid_at: "2026-11-20T15:05:00Z",
      expires_at: "2026-11-21T15:00:00Z",
      reference: "order-42",
      pix: { qr_code: expect.stringContaining("br.gov.bcb.pix"), qr_code_url: "", txid: expect.any(String) },
      refunds: [],
    });
  });

  it.each<[string, JsonObject, object]>([
    [
      "boleto",
      {
        payment_type_code: "boleto",
        due_date: "2026-11-25 12:00:00",
        boleto_barcode: "23791234546789012345767890123457416410000012990",
        boleto_barcode_raw: "23794164100000129901234567890123456789012345",
        boleto_url: "https://pay.example.com/b",
      },
      { boleto: { due_date: "2026-11-25", pdf_url: "https://pay.example.com/b" } },
    ],
    [
      "spei",
      {
        payment_type_code: "spei",
        currency_ext: "MXN",
        clabe_account: "646181141900000339",
        clabe_reference: "4262291",
      },
      { spei: { clabe: "646181141900000339", reference: "4262291" } },
    ],
    [
      "pse",
      { payment_type_code: "eft", currency_ext: "COP", redirect_url: "https://pay.example.com/r" },
      { pse: { redirect_url: "https://pay.example.com/r", cus: "" } },
    ],
    [
      "credit_card",
      { payment_type_code: "creditcard", instalments: "3" },
      { card: { installments: [{ amount: 4330 }, {}, {}] } },
    ],
  ])("says how to pay by %s", async (method, changes, expected) => {
    expect(await reading(changes)).toMatchObject({ method, ...expected });
  });

  it("is due until its day ends where no hour is told (benjamin's recorded responses)", async () => {
    expect(await reading({ due_date: "2026-11-21" })).toMatchObject({ expires_at: "2026-11-22T02:59:59Z" });
    const boleto = {
      payment_type_code: "boleto",
      due_date: "2026-11-25",
      boleto_barcode: "23791234546789012345767890123457416410000012990",
      boleto_barcode_raw: "23794164100000129901234567890123456789012345",
      boleto_url: "https://pay.example.com/b",
    };
    expect((await reading(boleto)).boleto?.due_date).toBe("2026-11-25");
  });

  it.each([
    ["OP", "OK", "pending"],
    ["PE", "OK", "pending"],
    ["CO", "OK", "paid"],
    ["CA", "OK", "cancelled"],
    ["CA", "NOK", "failed"],
    ["XX", "OK", "pending"],
  ])("%s with the code %s is %s", async (status, code, expected) => {
    expect(await reading({ status, transaction_status: { code } })).toMatchObject({ status: expected });
  });

  it.each([
    ["RE", "pending"],
    ["PE", "pending"],
    ["CO", "succeeded"],
    ["CA", "failed"],
    ["XX", "pending"],
  ])("a refund that is %s has %s", async (status, expected) => {
    const refunds = [{ id: "1", amount_ext: "29.90", status, request_date: "2026-11-21 13:00:00" }];
    expect((await reading({ refunds })).refunds).toEqual([
      { refund_id: "1", amount: 2990, status: expected, created_at: "2026-11-21T13:00:00Z" },
    ]);
  });

  it("is a refusal where a card was declined with HTTP 200 and SUCCESS", async () => {
    const declined = {
      ...payment,
      status: "CA",
      payment_type_code: "creditcard",
      transaction_status: { acquirer: "EBANX", code: "NOK", description: "Insufficient funds" },
    };
    const { translate } = translateWith({ ebanx_create_payment: { status: "SUCCESS", payment: declined } });
    const input = {
      method: "credit_card",
      amount: 12990,
      currency: "BRL",
      card_token: "t",
      customer,
    } as const;
    await expect(translate(pay, input)).rejects.toMatchObject({
      code: "card_declined",
      message: "EBANX declined the payment: Insufficient funds.",
      providerCode: "NOK",
    });
  });

  it.each([
    [{ code: "NOK", description_code: "CANCELED_BY_MERCHANT" }, "cancelled"],
    [{ code: "NOK", description_code: "CANCELED_BY_PAYER" }, "cancelled"],
    [{ code: "NOK", description: "Sandbox - Test credit card, transaction cancelled" }, "cancelled"],
    [{ code: "NOK", description: "Sandbox - Test credit card, transaction declined" }, "failed"],
  ])("that is CA with %j is %s", async (transaction_status, expected) => {
    expect(await reading({ status: "CA", transaction_status })).toMatchObject({ status: expected });
  });

  it("shows the card by its brand, and the merchant's code where there is no order number", async () => {
    const card = {
      payment_type_code: "visa",
      order_number: "order-43",
      transaction_status: { code: "OK", authcode: "87017" },
    };
    expect(await reading(card)).toMatchObject({
      reference: "order-43",
      card: { brand: "visa", authorization_code: "87017" },
    });
    expect(await reading({ ...card, order_number: null })).toMatchObject({ reference: "order-42" });
  });

  it.each([
    "hash",
    "status",
    "amount_ext",
    "currency_ext",
    "payment_type_code",
    "open_date",
    "pix.qr_code_value",
  ])("is no payment without %s", async (field) => {
    const { translate } = translateWith({
      ebanx_get_payment: { status: "SUCCESS", payment: without(payment, field) },
    });
    const message = field === "open_date" ? "without a time" : field;
    await expect(translate(pay, { action: "get", payment_id: "h" })).rejects.toThrow(message);
  });

  it.each([{ currency_ext: "EUR" }, { payment_type_code: "baloto" }])(
    "is no payment with %j",
    async (changes) => {
      await expect(reading(changes)).rejects.toThrow(/^The provider/);
    },
  );
});
