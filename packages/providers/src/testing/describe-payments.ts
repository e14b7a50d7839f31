import { findServer, type PayInput, type PaymentMethod, type PayOutput } from "@codespar/contract";
import {
  boletoDueDate,
  calendarDateAt,
  isValidClabe,
  parseBoleto,
  parseBrCode,
  parseEndToEndId,
  SAO_PAULO,
} from "@codespar/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeCaptures } from "./describe-captures.ts";
import { describePaymentList } from "./describe-payment-list.ts";
import type { PaymentQuirks, PaymentsUnderTest } from "./payments-under-test.ts";
import { type Simulation, simulate } from "./simulate.ts";

const DAY = 86_400_000;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const readDetails: Readonly<Partial<Record<PaymentMethod, keyof PayOutput>>> = {
  pix: "pix",
  boleto: "boleto",
  credit_card: "card",
  debit_card: "card",
  spei: "spei",
  oxxo: "oxxo",
  pse: "pse",
  webpay: "webpay",
};
/** Taken by every method in every currency. */
const AMOUNT = 173_457;

/** The cases that every payment server passes through its translator, whatever its dialect. */
export function describePayments(underTest: PaymentsUnderTest): void {
  const { server, translator, methods, customer, quirks = {} } = underTest;
  const start = (seed = 1) => simulate(server, { seed });
  const pay = (simulation: Simulation, input: PayInput, operationId?: string) =>
    simulation.translate(translator.pay, input, operationId);

  describe.each(methods.map(([method, currency]) => ({ method, currency })))(
    `${server.id} $method in $currency`,
    ({ method, currency }) => {
      const isCard = method === "credit_card" || method === "debit_card";
      const order: PayInput = { method, currency, amount: AMOUNT, reference: "order-1", customer };

      it("creates a payment that can be read again", async () => {
        const simulation = start();
        const created = await pay(simulation, order);
        expect(created).toMatchObject({ method, currency, amount: AMOUNT, refunds: [] });
        expect(created.status).toBe(isCard ? "paid" : "pending");
        const { reference, description: _, customer: __, ...kept } = created;
        const read = await pay(simulation, { action: "get", payment_id: created.payment_id });
        expect(read).toMatchObject(kept);
        // not every provider has a field for it, and none changes it
        expect([reference, undefined]).toContain(read.reference);
        expectConsistent(created, quirks);
      });

      it("returns the same payment for the same operation", async () => {
        const simulation = start();
        const first = await pay(simulation, order, "tc_same");
        expect(await pay(simulation, order, "tc_same")).toEqual(first);
        expect([...simulation.state.list(server.id, "org_test", "charge")]).toHaveLength(1);
      });

      it("is paid as the clock moves and reports it once", async () => {
        const simulation = start();
        const { payment_id } = await pay(simulation, order);
        simulation.advance(2 * DAY);
        const paid = await pay(simulation, { action: "get", payment_id });
        expect(paid.status).toBe("paid");
        expectConsistent(paid, quirks);
        expect(simulation.webhooks.map((webhook) => [webhook.type, webhook.operationId])).toEqual([
          ["payment.confirmed", "tc_0001"],
        ]);
        expect(simulation.webhooks[0]?.data).toMatchObject({
          payment_id,
          amount: AMOUNT,
          currency,
          method,
          status: "paid",
          ...(quirks.datesOnly ? {} : { paid_at: paid.paid_at }),
        });
      });

      it("keeps the charge under the id that it returns, for the test control", async () => {
        const simulation = start();
        const { payment_id } = await pay(simulation, order);
        expect(simulation.state.findById("charge", payment_id)?.document).toMatchObject({ id: payment_id });
        simulation.advance(1000);
        simulation.run("confirm_charge", "charge", payment_id);
        expect((await pay(simulation, { action: "get", payment_id })).status).toBe("paid");
      });

      if (quirks.keeps?.includes(method) === true) {
        it("says plainly that what was paid is not given back by the API", async () => {
          const simulation = start();
          const { payment_id } = await pay(simulation, order);
          simulation.advance(2 * DAY);
          await expect(pay(simulation, { action: "refund", payment_id })).rejects.toMatchObject({
            code: "action_not_offered",
          });
          expect(await pay(simulation, { action: "get", payment_id })).toMatchObject({ status: "paid" });
        });
      } else if (quirks.refundsWhole?.includes(method) === true) {
        it("is given back as a whole, once, and never in part", async () => {
          const simulation = start();
          const { payment_id } = await pay(simulation, order);
          simulation.advance(2 * DAY);
          await expect(
            pay(simulation, { action: "refund", payment_id, amount: AMOUNT - 1 }),
          ).rejects.toMatchObject({ code: "partial_refund_not_offered" });
          const whole = await pay(simulation, { action: "refund", payment_id, amount: AMOUNT }, "tc_refund");
          expect(whole).toMatchObject({ status: "refunded", refunds: [{ amount: AMOUNT }] });
          expectConsistent(whole, quirks);
          await expect(pay(simulation, { action: "refund", payment_id })).rejects.toMatchObject({
            code: "already_refunded",
          });
          expect(simulation.webhooks.map((webhook) => webhook.type)).toEqual([
            "payment.confirmed",
            "payment.refunded",
          ]);
        });
      } else describeRefunds();

      function describeRefunds(): void {
        it("refunds in parts up to the amount and never beyond", async () => {
          const simulation = start();
          const { payment_id } = await pay(simulation, order);
          simulation.advance(2 * DAY);
          const part = await pay(simulation, { action: "refund", payment_id, amount: 23_457 });
          expect(part).toMatchObject({ status: "partially_refunded", refunds: [{ amount: 23_457 }] });
          await expect(
            pay(simulation, { action: "refund", payment_id, amount: 150_001 }),
          ).rejects.toMatchObject({ code: "refund_exceeds_amount" });
          simulation.advance(60_000);
          const whole = await pay(simulation, { action: "refund", payment_id });
          expect(whole.status).toBe("refunded");
          const parts = quirks.sumsRefunds === true ? [AMOUNT] : [23_457, 150_000];
          expect(whole.refunds.map((refund) => refund.amount)).toEqual(parts);
          // as long as it grows, a sum is another each time
          expect(new Set([...part.refunds, ...whole.refunds].map((refund) => refund.refund_id)).size).toBe(2);
          expectConsistent(whole, quirks);
          await expect(pay(simulation, { action: "refund", payment_id })).rejects.toMatchObject({
            code: "already_refunded",
          });
          expect(await pay(simulation, { action: "get", payment_id })).toEqual(whole);
          expect(simulation.webhooks.map((webhook) => webhook.type)).toEqual([
            "payment.confirmed",
            "payment.refunded",
            "payment.refunded",
          ]);
        });

        it("gives the same response when a refund is built again", async () => {
          const simulation = start();
          const { payment_id } = await pay(simulation, order);
          simulation.advance(2 * DAY);
          for (const amount of [23_457, undefined]) {
            const refund: PayInput = { action: "refund", payment_id, amount };
            const first = await pay(simulation, refund, `tc_refund_${amount}`);
            expect(await pay(simulation, refund, `tc_refund_${amount}`)).toEqual(first);
          }
        });
      }

      it("keeps the scale of every amount", async () => {
        const amounts = fc.integer({ min: 160_000, max: 1_000_000 });
        await fc.assert(
          fc.asyncProperty(amounts, fc.integer(), async (amount, seed) => {
            const created = await pay(start(seed), { ...order, amount });
            expect(created.amount).toBe(amount);
            expectConsistent(created, quirks);
          }),
          { numRuns: 20 },
        );
      });

      if (isCard) {
        it("is declined by a documented token, in one common code", async () => {
          const simulation = start();
          for (const card_token of ["tok_chargeDeclined", "tok_chargeDeclinedInsufficientFunds"]) {
            await expect(pay(simulation, { ...order, card_token })).rejects.toMatchObject({
              name: "ProviderRefusal",
              code: "card_declined",
              providerCode: expect.any(String),
            });
          }
          expect(simulation.webhooks.map((webhook) => webhook.type)).toEqual([
            "payment.failed",
            "payment.failed",
          ]);
          await expect(pay(simulation, { ...order, card_token: "tok_slip" })).rejects.toMatchObject({
            code: "invalid_card_token",
          });
        });
        return;
      }

      it("expires when nobody pays", async () => {
        const simulation = start();
        const created = await pay(simulation, { ...order, reference: "sandbox:never_pays" });
        simulation.advance(Date.parse(created.expires_at ?? "") - simulation.now() - 2000);
        expect((await pay(simulation, { action: "get", payment_id: created.payment_id })).status).toBe(
          "pending",
        );
        simulation.advance(4000);
        const expired = await pay(simulation, { action: "get", payment_id: created.payment_id });
        expect(expired.status).toBe("expired");
        expectConsistent(expired, quirks);
        expect(simulation.webhooks.map((webhook) => webhook.type)).toEqual(["payment.expired"]);
      });

      if (quirks.waitsOn?.includes(method) === true) {
        it("says plainly that what waits is not closed by the API", async () => {
          const simulation = start();
          const { payment_id } = await pay(simulation, order);
          await expect(pay(simulation, { action: "cancel", payment_id })).rejects.toMatchObject({
            code: "action_not_offered",
          });
          expect(await pay(simulation, { action: "get", payment_id })).toMatchObject({ status: "pending" });
        });
      } else describeCancellation();

      function describeCancellation(): void {
        it("can be cancelled while it is pending, and then nobody pays", async () => {
          const simulation = start();
          const { payment_id } = await pay(simulation, order);
          const cancellation = await pay(simulation, { action: "cancel", payment_id }, "tc_cancel");
          expect(cancellation.status).toBe("cancelled");
          expect(await pay(simulation, { action: "cancel", payment_id }, "tc_cancel")).toEqual(cancellation);
          simulation.advance(10 * DAY);
          const cancelled = await pay(simulation, { action: "get", payment_id });
          expect(cancelled.status).toBe("cancelled");
          expectConsistent(cancelled, quirks);
          await expect(pay(simulation, { action: "cancel", payment_id })).rejects.toMatchObject({
            code: "payment_not_pending",
          });
          expect(simulation.webhooks).toEqual([]);
        });
      }

      it("refuses to refund what is not paid, and to cancel what is", async () => {
        const simulation = start();
        const { payment_id } = await pay(simulation, order);
        await expect(pay(simulation, { action: "refund", payment_id })).rejects.toMatchObject({
          code: quirks.keeps?.includes(method) === true ? "action_not_offered" : "payment_not_paid",
        });
        simulation.advance(2 * DAY);
        await expect(pay(simulation, { action: "cancel", payment_id })).rejects.toMatchObject({
          code: "payment_not_pending",
        });
      });
    },
  );

  const captures = findServer(server.id)?.capabilities.includes("capture") === true;
  if (captures) describeCaptures({ server, translator, methods, customer, quirks });
  else {
    it(`${server.id} says plainly that its cards are charged at once`, async () => {
      const card = methods.find(([method]) => method === "credit_card");
      if (card === undefined) return;
      const [method, currency] = card;
      await expect(
        pay(start(), { method, currency, amount: AMOUNT, capture: "manual", card_token: "tok_visa" }),
      ).rejects.toMatchObject({ code: "action_not_offered" });
    });
  }
  if (translator.listPayments !== undefined)
    describePaymentList({ server, translator, methods, customer, quirks });

  it(`${server.id} refuses a payment that it does not know`, async () => {
    for (const action of ["get", "refund", "cancel"] as const) {
      await expect(pay(start(), { action, payment_id: "404404404" })).rejects.toMatchObject({
        code: "payment_not_found",
      });
    }
  });
}

/**
 * What must hold of any payment at any time: formats, order of times, one set of details; none where the provider shows how to pay
 * only while it can be paid.
 */
export function expectConsistent(payment: PayOutput, quirks: PaymentQuirks = {}): void {
  const { created_at, paid_at, expires_at, status, method } = payment;
  for (const time of [
    created_at,
    paid_at,
    expires_at,
    ...payment.refunds.map((refund) => refund.created_at),
  ]) {
    if (time !== undefined) expect(time).toMatch(RFC_3339);
  }
  const wasPaid = status === "paid" || status === "partially_refunded" || status === "refunded";
  expect(paid_at !== undefined).toBe(wasPaid);
  if (paid_at !== undefined) expect(paid_at >= created_at).toBe(true);
  if (expires_at !== undefined) expect(expires_at > created_at).toBe(true);
  const refunded = payment.refunds.reduce((sum, refund) => sum + refund.amount, 0);
  expect(refunded).toBeLessThanOrEqual(payment.amount);
  expect(status === "refunded").toBe(refunded === payment.amount);
  expect(status === "partially_refunded").toBe(refunded > 0 && refunded < payment.amount);
  const present = Object.values(readDetails).filter((key) => payment[key] !== undefined);
  const isDropped = quirks.dropsInstructions === true && payment.card === undefined && status !== "pending";
  const expected = readDetails[method] === undefined || isDropped ? [] : [readDetails[method]];
  expect([...new Set(present)]).toEqual(expected);
  expectPix(payment, quirks);
  expectBoleto(payment);
  expectCard(payment, quirks);
  if (payment.spei !== undefined) {
    expect(isValidClabe(payment.spei.clabe)).toBe(true);
    expect(payment.spei.reference).toMatch(/^\d{1,7}$/);
    expect(payment.spei.tracking_key !== undefined).toBe(wasPaid);
  }
  if (payment.oxxo !== undefined) expect(payment.oxxo.reference).toMatch(/^\d{14,32}$/);
  if (payment.pse !== undefined) expect(payment.pse.cus).toMatch(/^\d{7,10}$/);
  if (payment.webpay !== undefined) expect(payment.webpay.token).toMatch(/^[0-9a-f]{64}$/);
}

function expectPix(
  { pix, paid_at, amount, refunds }: PayOutput,
  { datesOnly, hidesReturnIds }: PaymentQuirks,
): void {
  if (pix === undefined) return;
  expect(parseBrCode(pix.qr_code)).toMatchObject({ amount, merchantName: "LOJA TESTE LTDA" });
  expect(pix.txid).toMatch(/^[a-zA-Z0-9]{25,35}$/);
  expect(pix.end_to_end_id !== undefined).toBe(paid_at !== undefined);
  if (pix.end_to_end_id !== undefined && paid_at !== undefined) {
    const minute = Date.parse(`${paid_at.slice(0, 16)}:00Z`);
    expect(parseEndToEndId(pix.end_to_end_id)).toMatchObject({
      type: "payment",
      ...(datesOnly ? {} : { at: minute }),
    });
  }
  if (hidesReturnIds === true) return;
  for (const { end_to_end_id = "" } of refunds) expect(parseEndToEndId(end_to_end_id)?.type).toBe("return");
}

function expectBoleto({ boleto, amount, created_at }: PayOutput): void {
  if (boleto === undefined) return;
  const bankBoleto = parseBoleto(boleto.barcode);
  expect(parseBoleto(boleto.digitable_line)).toEqual(bankBoleto);
  expect(bankBoleto?.amount).toBe(amount);
  expect(bankBoleto && boletoDueDate(bankBoleto, boleto.due_date)).toBe(boleto.due_date);
  expect(boleto.due_date >= calendarDateAt(Date.parse(created_at), SAO_PAULO)).toBe(true);
}

function expectCard({ card, amount }: PayOutput, { hidesAuthorization }: PaymentQuirks): void {
  if (card === undefined) return;
  expect(card.last4).toMatch(/^\d{4}$/);
  expect(card.brand).toMatch(/^(visa|mastercard|amex|elo|hipercard)$/);
  expect(card.authorization_code === "").toBe(hidesAuthorization === true);
  expect(card.installments.reduce((sum, parcel) => sum + parcel.amount, 0)).toBe(amount);
}
