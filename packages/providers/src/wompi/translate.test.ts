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
const merchant: JsonObject = {
  data: {
    presigned_acceptance: { acceptance_token: "policy" },
    presigned_personal_data_auth: { acceptance_token: "personal" },
  },
};
const customer = { email: "ana@example.com" };
/** What every transaction says besides. */
const accepted = {
  acceptance_token: "policy",
  accept_personal_auth: "personal",
  customer_email: customer.email,
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
        customer,
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
        customer: { ...customer, document: "900373115-3", document_type: "nit" },
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
      {
        method: "wallet",
        amount: 1_299_000,
        currency: "COP",
        customer: { ...customer, phone: "+573001234567" },
      },
      {
        amount_in_cents: 1_299_000,
        currency: "COP",
        reference: "tc_1",
        customer_data: { phone_number: "+573001234567" },
        payment_method: { type: "NEQUI", phone_number: "3001234567" },
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(pay, input, { wompi_get_merchant: merchant })).toEqual([
      { kind: "read", tool: "wompi_get_merchant", arguments: {} },
      { kind: "effect", tool: "wompi_create_transaction", arguments: { ...accepted, ...args } },
    ]);
  });

  it("is nothing without the payer's e-mail, which Wompi requires", async () => {
    const { calls, translate } = translateWith({ wompi_get_merchant: merchant });
    const nobody = translate(pay, {
      method: "pse",
      amount: 500_000,
      currency: "COP",
      customer: { name: "Ana" },
    });
    await expect(nobody).rejects.toMatchObject({ code: "customer_required" });
    expect(calls).toEqual([]);
  });

  it.each([undefined, 1_299_000])("voids a whole card, for amount %s", async (amount) => {
    const { calls, translate } = translateWith({
      wompi_get_transaction: { data: card },
      wompi_void_transaction: {},
    });
    await translate(pay, { action: "refund", payment_id: "t", amount });
    const read = { kind: "read", tool: "wompi_get_transaction", arguments: { transaction_id: "t" } };
    expect(calls).toEqual([
      read,
      { kind: "effect", tool: "wompi_void_transaction", arguments: { transaction_id: "t" } },
      read,
    ]);
  });

  it.each<[string, PayInput, JsonObject, string]>([
    ["a part of a card", { action: "refund", amount: 299_000 }, card, "partial_refund_not_offered"],
    ["a Nequi", { action: "refund" }, { ...card, payment_method_type: "NEQUI" }, "action_not_offered"],
    ["the closing of what waits", { action: "cancel" }, { ...card, status: "PENDING" }, "action_not_offered"],
    ["the closing of what is paid", { action: "cancel" }, card, "payment_not_pending"],
  ])("changes nothing for %s", async (_name, input, transaction, code) => {
    const { calls, translate } = translateWith({ wompi_get_transaction: { data: transaction } });
    await expect(translate(pay, { ...input, payment_id: "t" })).rejects.toMatchObject({ code });
    expect(calls.map(({ kind }) => kind)).toEqual(["read"]);
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
    await expectNativeOrRefusal(pay, arbitraryPay(methods), wompiTools, { wompi_get_merchant: merchant });
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
    const { translate } = translateWith({
      wompi_get_merchant: merchant,
      wompi_create_transaction: { data: declined },
    });
    const input = {
      method: "credit_card",
      amount: 1_299_000,
      currency: "COP",
      card_token: "t",
      customer,
    } as const;
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

  it("is a wallet where it was paid in an app, and no payment by a method that nobody knows", async () => {
    for (const payment_method_type of ["DAVIPLATA", "BANCOLOMBIA_TRANSFER", "BANCOLOMBIA_QR"])
      expect(await reading({ ...card, payment_method_type })).toMatchObject({ method: "wallet" });
    await expect(reading({ ...card, payment_method_type: "PIGEON" })).rejects.toThrow('"PIGEON"');
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
