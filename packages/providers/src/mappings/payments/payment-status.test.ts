import type { NativeCalls, Translator } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import { expect, it } from "vitest";
import { asaasTranslator } from "../../asaas/translate.ts";
import { mercadopagoTranslator } from "../../mercadopago/translate.ts";
import { pagarmeTranslator } from "../../pagarme/translate.ts";
import { pagseguroTranslator } from "../../pagseguro/translate.ts";

/** Reads or cancels a payment of which the provider says this; nothing else may be asked of it. */
async function ask({ pay }: Translator, action: "cancel" | "get", payment: JsonObject) {
  const native: NativeCalls = {
    read: async () => payment,
    prepare: () => Promise.reject(new Error("There is nothing to prepare.")),
    effect: () => Promise.reject(new Error("There is to be no effect.")),
    pause: () => Promise.reject(new Error("There is nothing to wait for.")),
  };
  const output = await pay?.({ action, payment_id: "1" }, native, {
    operationId: "tc_1",
    now: 0,
    environment: "test",
  });
  return output?.status;
}

/** States that live accounts know and the simulation does not bring about. */
it.each([
  ["CHARGEBACK_REQUESTED", "paid"],
  ["CHARGEBACK_DISPUTE", "paid"],
  ["AWAITING_CHARGEBACK_REVERSAL", "paid"],
  ["DUNNING_RECEIVED", "paid"],
  ["DUNNING_REQUESTED", "expired"],
  ["REFUNDED", "refunded"],
  ["SOMETHING_NEW", "pending"],
])("a payment that is %s at Asaas is %s", async (status, wanted) => {
  const payment = { id: "pay_1", value: 50, billingType: "CREDIT_CARD", dateCreated: "2026-04-15", status };
  expect(await ask(asaasTranslator, "get", payment)).toBe(wanted);
});

it.each([
  ["in_mediation", "paid"],
  ["charged_back", "paid"],
  ["in_process", "pending"],
])("a payment that is %s at Mercado Pago is %s", async (status, wanted) => {
  const payment = {
    id: 1,
    transaction_amount: 50,
    currency_id: "BRL",
    payment_method_id: "master",
    date_created: "2026-04-15T10:30:00.000-03:00",
    status,
  };
  expect(await ask(mercadopagoTranslator, "get", payment)).toBe(wanted);
});

it.each([
  ["Pagar.me", pagarmeTranslator, { id: "ch_1", status: "paid", paid_at: "2026-04-15T10:30:00Z" }],
  ["PagSeguro", pagseguroTranslator, { id: "ORDE_1", charges: [{ id: "CHAR_1", status: "PAID" }] }],
] as const)(
  "cancelling what is paid gives no money back at %s, where it would",
  async (_, server, payment) => {
    // as JSON the tuple's members are not read-only
    await expect(
      ask(server, "cancel", structuredClone(payment) as unknown as JsonObject),
    ).rejects.toMatchObject({
      code: "payment_not_pending",
    });
  },
);
