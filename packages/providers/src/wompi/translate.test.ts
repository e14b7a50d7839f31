import type { CheckoutInput, JsonObject, PayInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryCheckout, arbitraryPay } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { wompiTools } from "./tools.ts";
import { wompiTranslator } from "./translate.ts";

const { pay, checkout } = wompiTranslator;
const card: JsonObject = {
  id: "1234-1610641025-49201",
  status: "APPROVED",
  reference: "order-42",
  created_at: "2026-11-20T15:00:00.000Z",
  finalized_at: "2026-11-20T15:00:05.000Z",
  amount_in_cents: 1_299_000,
  currency: "COP",
  customer_email: "ana@example.com",
  payment_method_type: "CARD",
  payment_method: { type: "CARD", installments: 3, extra: { brand: "VISA", last_four: "4242" } },
  status_message: null,
};
const reading = (transaction: JsonObject) =>
  translateWith({ wompi_get_transaction: { data: transaction } }).translate(pay, {
    action: "get",
    payment_id: "t",
  });

describe("what leaves for Wompi (provider-wire.md, wompi: centavos of COP)", () => {
  it.each<[string, PayInput, JsonObject]>([
    [
      "a card in parcels",
      {
        method: "credit_card",
        amount: 9_999_999_900,
        currency: "COP",
        card_token: "tok_1",
        installments: 12,
      },
      {
        amount_in_cents: 9_999_999_900,
        currency: "COP",
        reference: "tc_1",
        payment_method: { type: "CARD", installments: 12, token: "tok_1" },
      },
    ],
    [
      "PSE until the end of its day in Bogotá, for a person",
      {
        method: "pse",
        amount: 1_299_000,
        currency: "COP",
        due_date: "2026-12-01",
        description: "Camiseta ".repeat(10),
        reference: "order-42",
        customer: {
          name: "Ana Ejemplo",
          document: "1020304050",
          document_type: "cc",
          email: "ana@example.com",
          phone: "+573001234567",
        },
      },
      {
        amount_in_cents: 1_299_000,
        currency: "COP",
        customer_email: "ana@example.com",
        reference: "order-42",
        customer_data: { full_name: "Ana Ejemplo", phone_number: "+573001234567" },
        payment_method: {
          type: "PSE",
          user_type: 0,
          user_legal_id_type: "CC",
          user_legal_id: "1020304050",
          payment_description: "Camiseta ".repeat(10).slice(0, 64),
        },
        expiration_time: "2026-12-02T04:59:59.000Z",
      },
    ],
    [
      "PSE for a company",
      {
        method: "pse",
        amount: 100,
        currency: "COP",
        customer: { document: "900373115-3", document_type: "nit" },
      },
      {
        amount_in_cents: 100,
        currency: "COP",
        reference: "tc_1",
        payment_method: { type: "PSE", user_type: 1, user_legal_id_type: "NIT", user_legal_id: "9003731153" },
      },
    ],
    [
      "Nequi by the national number",
      { method: "wallet", amount: 1_299_000, currency: "COP", customer: { phone: "+573001234567" } },
      {
        amount_in_cents: 1_299_000,
        currency: "COP",
        reference: "tc_1",
        customer_data: { phone_number: "+573001234567" },
        payment_method: { type: "NEQUI", phone_number: "3001234567" },
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([
      { kind: "effect", tool: "wompi_create_transaction", arguments: args },
    ]);
  });

  it.each<[PayInput, string, string, JsonObject]>([
    [{ action: "get", payment_id: "t" }, "read", "wompi_get_transaction", { transaction_id: "t" }],
    [{ action: "refund", payment_id: "t" }, "effect", "wompi_void_transaction", { transaction_id: "t" }],
    [
      { action: "refund", payment_id: "t", amount: 299_000 },
      "effect",
      "wompi_void_transaction",
      { transaction_id: "t", amount_in_cents: 299_000 },
    ],
    [
      { action: "cancel", payment_id: "t" },
      "effect",
      "wompi_void_transaction",
      { transaction_id: "t", amount_in_cents: 0 },
    ],
  ])("%j", async (input, kind, tool, args) => {
    expect(await nativeCallsOf(pay, input)).toEqual([{ kind, tool, arguments: args }]);
  });

  it.each<[string, CheckoutInput, JsonObject]>([
    [
      "a page with nothing but the amount",
      { currency: "COP", amount: 1_999_000 },
      {
        name: "Pedido",
        description: "Pedido",
        single_use: true,
        collect_shipping: false,
        currency: "COP",
        amount_in_cents: 1_999_000,
        expires_at: "2026-11-21T15:00:00.000Z",
        sku: "tc_1",
        payment_methods: ["CARD", "PSE", "NEQUI"],
      },
    ],
    [
      "a page for PSE",
      {
        currency: "COP",
        items: [{ description: "Camiseta", quantity: 2, unit_amount: 499_500 }],
        description: "Pedido 42",
        payment_methods: ["pse"],
        success_url: "https://tienda.example/ok",
        expires_in: 60,
      },
      {
        name: "Pedido 42",
        description: "Pedido 42",
        single_use: true,
        collect_shipping: false,
        currency: "COP",
        amount_in_cents: 999_000,
        expires_at: "2026-11-20T15:01:00.000Z",
        redirect_url: "https://tienda.example/ok",
        sku: "tc_1",
        payment_methods: ["PSE"],
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(checkout, input)).toEqual([
      { kind: "effect", tool: "wompi_create_payment_link", arguments: args },
    ]);
  });

  it("obeys Wompi's own schemas, or is refused, whatever the contract lets through", async () => {
    const methods = [
      ["pse", "COP"],
      ["credit_card", "COP"],
      ["wallet", "COP"],
    ] as const;
    await expectNativeOrRefusal(pay, arbitraryPay(methods), wompiTools);
    await expectNativeOrRefusal(checkout, arbitraryCheckout(["COP"]), wompiTools);
  });
});

describe("what Wompi returns (provider-wire.md, wompi, transaction and status)", () => {
  it("is a whole card payment", async () => {
    expect(await reading(card)).toEqual({
      payment_id: "1234-1610641025-49201",
      status: "paid",
      method: "credit_card",
      amount: 1_299_000,
      currency: "COP",
      created_at: "2026-11-20T15:00:00Z",
      paid_at: "2026-11-20T15:00:05Z",
      reference: "order-42",
      customer: { email: "ana@example.com" },
      card: {
        brand: "visa",
        last4: "4242",
        authorization_code: "",
        installments: [
          { number: 1, amount: 433_000, due_date: "2026-12-20" },
          { number: 2, amount: 433_000, due_date: "2027-01-19" },
          { number: 3, amount: 433_000, due_date: "2027-02-18" },
        ],
      },
      refunds: [],
    });
  });

  it("says how to pay by PSE once the bank's address is there", async () => {
    const pse = { ...card, status: "PENDING", payment_method_type: "PSE" };
    expect((await reading({ ...pse, payment_method: { type: "PSE", extra: {} } })).pse).toEqual({
      redirect_url: "",
      cus: "",
    });
    const extra = { async_payment_url: "https://pse.example/1" };
    expect((await reading({ ...pse, payment_method: { type: "PSE", extra } })).pse).toEqual({
      redirect_url: "https://pse.example/1",
      cus: "",
    });
  });

  it.each([
    ["PENDING", "pending"],
    ["APPROVED", "paid"],
    ["DECLINED", "failed"],
    ["ERROR", "failed"],
    ["A_STATUS_OF_TOMORROW", "pending"],
  ])("%s is %s", async (status, expected) => {
    expect(await reading({ ...card, status })).toMatchObject({ status: expected });
  });

  it("is given back whole where a card is VOIDED, and closed unpaid where PSE is", async () => {
    const voided = { ...card, status: "VOIDED" };
    expect(await reading(voided)).toMatchObject({
      status: "refunded",
      refunds: [{ refund_id: "1234-1610641025-49201.1", amount: 1_299_000, status: "succeeded" }],
    });
    expect(await reading({ ...voided, payment_method_type: "PSE" })).toMatchObject({
      status: "cancelled",
      refunds: [],
    });
  });

  it("is expired where an ERROR comes at its expiry", async () => {
    const late = { ...card, status: "ERROR", expiration_time: "2026-11-20T15:00:05.000Z" };
    expect(await reading(late)).toMatchObject({ status: "expired" });
  });

  it("is a refusal with the provider's reason where a card was declined", async () => {
    const declined = { ...card, status: "DECLINED", status_message: "Fondos insuficientes" };
    const { translate } = translateWith({ wompi_create_transaction: { data: declined } });
    const input = { method: "credit_card", amount: 1_299_000, currency: "COP", card_token: "t" } as const;
    await expect(translate(pay, input)).rejects.toMatchObject({
      code: "card_declined",
      message: "Wompi declined the payment: Fondos insuficientes.",
      providerCode: "DECLINED",
    });
  });

  it.each(["id", "status", "amount_in_cents", "payment_method_type", "created_at"])(
    "is no payment without %s",
    async (field) => {
      const message = field === "created_at" ? "without a time" : field;
      await expect(reading(without(card, field))).rejects.toThrow(message);
    },
  );

  it("is no payment by a method that nobody knows", async () => {
    await expect(reading({ ...card, payment_method_type: "DAVIPLATA" })).rejects.toThrow('"DAVIPLATA"');
  });

  it("is a page whose address follows from its id", async () => {
    const { translate } = translateWith({ wompi_create_payment_link: { data: { id: "l_1", active: true } } });
    expect(await translate(checkout, { currency: "COP", amount: 1_999_000 })).toEqual({
      checkout_id: "l_1",
      url: "https://checkout.wompi.co/l/l_1",
      amount: 1_999_000,
      currency: "COP",
      status: "open",
      payment_methods: ["credit_card", "pse", "wallet"],
      expires_at: "2026-11-21T15:00:00Z",
    });
    const nameless = translateWith({ wompi_create_payment_link: { data: {} } });
    await expect(nameless.translate(checkout, { currency: "COP", amount: 100 })).rejects.toThrow("data.id");
  });
});
