import { payOutputSchema } from "@codespar/contract/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFixture } from "../testing/read-fixture.ts";
import { translateFixtures, translateWith } from "../testing/translate-with.ts";
import { asaasTranslator } from "./translate.ts";

const reads = (name: string) =>
  translateFixtures("asaas", [name, "pix-qrcode", "boleto"], {
    asaas_get_pix_transaction: "pix-qrcode",
    asaas_get_customer: "customer",
  }).translate(asaasTranslator.pay, { action: "get", payment_id: "p" });

it.each([
  ["payment-pix-pending", "pending", 0],
  ["payment-pix-received", "paid", 0],
  ["payment-pix-partially-refunded", "partially_refunded", 2990],
  ["payment-pix-refunded", "refunded", 12990],
  ["payment-pix-overdue", "expired", 0],
  ["payment-pix-deleted", "cancelled", 0],
  ["payment-card-confirmed", "paid", 0],
  ["payment-boleto-pending", "pending", 0],
] as const)("reads %s as %s", async (name, status, refunded) => {
  const output = await reads(name);
  payOutputSchema.parse(output);
  expect(output).toMatchObject({ status, amount: 12990, created_at: expect.stringMatching(/Z$/) });
  expect(output.refunds.map(({ amount }) => amount)).toEqual(refunded === 0 ? [] : [refunded]);
});

it("reads local times of São Paulo and the slip", async () => {
  expect(await reads("payment-pix-pending")).toMatchObject({
    created_at: "2026-11-20T03:00:00Z",
    expires_at: "2026-11-21T02:59:59Z",
    reference: "order-42",
    customer: { name: "Maria Exemplo", document: "52998224725", email: "maria@example.com" },
  });
  expect((await reads("payment-boleto-pending")).boleto).toMatchObject({
    due_date: "2026-11-25",
    barcode: "23794164100000129901234567890123456789012345",
  });
});

it("sends any number of cents as exact reais, once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9_999_999_999 }), async (amount) => {
      const payment = readFixture("asaas", "payment-pix-pending").response;
      const { response: code } = readFixture("asaas", "pix-qrcode");
      const first = translateWith({ asaas_create_payment: payment, asaas_get_pix_qrcode: code });
      await first.translate(asaasTranslator.pay, { method: "pix", amount, currency: "BRL" });
      const value = first.calls[0]?.arguments.value ?? null;
      expect(first.calls.filter(({ kind }) => kind === "effect")).toHaveLength(1);
      const back = translateWith({
        asaas_get_payment: { ...payment, value, customer: null },
        asaas_get_pix_qrcode: code,
      });
      const read = await back.translate(asaasTranslator.pay, { action: "get", payment_id: "p" });
      expect(read.amount).toBe(amount);
    }),
  );
});

describe("asaas native arguments", () => {
  it.each(["529.982.247-25", "52998224725"])("sends the customer %s without its mask", async (document) => {
    const { calls, translate } = translateFixtures("asaas", ["customer", "pix-qrcode"], {
      asaas_create_payment: "payment-pix-pending",
    });
    const customer = { name: "Maria Exemplo", document };
    await translate(asaasTranslator.pay, { method: "pix", amount: 12990, currency: "BRL", customer });
    expect(calls.map(({ kind }) => kind)).toEqual(["prepare", "effect", "read"]);
    expect(calls[0]?.arguments).toEqual({ name: "Maria Exemplo", cpfCnpj: "52998224725" });
    expect(calls[1]?.arguments).toEqual({
      billingType: "PIX",
      customer: "cus_000000000001",
      value: 129.9,
      dueDate: "2026-11-20",
      externalReference: "tc_1",
    });
  });
});
