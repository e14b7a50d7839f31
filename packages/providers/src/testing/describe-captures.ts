import type { PayInput } from "@codespar/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PaymentsUnderTest } from "./payments-under-test.ts";
import { type Simulation, simulate } from "./simulate.ts";

const DAY = 86_400_000;
const HELD = 173_457;

/** What must hold of a card that is only authorised, at every server that offers it. */
export function describeCaptures({
  server,
  translator,
  methods,
  customer,
  quirks = {},
}: PaymentsUnderTest): void {
  const currency = methods.find(([method]) => method === "credit_card")?.[1];
  if (currency === undefined) return;
  const pay = (simulation: Simulation, input: PayInput, operationId?: string) =>
    simulation.translate(translator.pay, input, operationId);
  const order: PayInput = {
    method: "credit_card",
    currency,
    amount: HELD,
    card_token: "tok_visa",
    capture: "manual",
    reference: "order-1",
    customer,
  };

  describe(`${server.id} credit_card in ${currency}, captured later`, () => {
    it("holds the amount and takes nothing", async () => {
      const simulation = simulate(server);
      const held = await pay(simulation, order);
      expect(held).toMatchObject({ status: "authorized", amount: HELD, currency, refunds: [] });
      expect(held.paid_at).toBeUndefined();
      const { payment_id } = held;
      expect(await pay(simulation, { action: "get", payment_id })).toMatchObject({ status: "authorized" });
      await expect(pay(simulation, { action: "refund", payment_id })).rejects.toMatchObject({
        code: "payment_not_paid",
      });
      expect(simulation.webhooks).toEqual([]);
    });

    it("is captured once, as a whole when no amount is named", async () => {
      const simulation = simulate(server);
      const { payment_id } = await pay(simulation, order);
      simulation.advance(DAY);
      const capture: PayInput = { action: "capture", payment_id };
      const captured = await pay(simulation, capture, "tc_capture");
      expect(captured).toMatchObject({ payment_id, status: "paid", amount: HELD });
      expect(captured.authorized_amount).toBeUndefined();
      // the same operation again is the same capture
      expect(await pay(simulation, capture, "tc_capture")).toEqual(captured);
      await expect(pay(simulation, capture)).rejects.toMatchObject({ code: "payment_not_authorized" });
      await expect(pay(simulation, { action: "cancel", payment_id })).rejects.toMatchObject({
        code: "payment_not_pending",
      });
      simulation.advance(60 * DAY);
      expect(await pay(simulation, { action: "get", payment_id })).toMatchObject({ status: "paid" });
      expect(simulation.webhooks.map(({ type, data }) => [type, data.amount])).toEqual([
        ["payment.confirmed", HELD],
      ]);
    });

    it("is released when it is cancelled", async () => {
      const simulation = simulate(server);
      const { payment_id } = await pay(simulation, order);
      expect(await pay(simulation, { action: "cancel", payment_id })).toMatchObject({ status: "cancelled" });
      await expect(pay(simulation, { action: "capture", payment_id })).rejects.toMatchObject({
        code: "payment_not_authorized",
      });
      simulation.advance(60 * DAY);
      expect(await pay(simulation, { action: "get", payment_id })).toMatchObject({
        status: "cancelled",
        refunds: [],
      });
      expect(simulation.webhooks).toEqual([]);
    });

    it("is released when nobody captures it in time, and then cannot be captured", async () => {
      const simulation = simulate(server);
      const { payment_id } = await pay(simulation, order);
      simulation.advance(30 * DAY);
      await expect(pay(simulation, { action: "capture", payment_id })).rejects.toMatchObject({
        code: "payment_not_authorized",
      });
      expect((await pay(simulation, { action: "get", payment_id })).paid_at).toBeUndefined();
      expect(simulation.webhooks.map(({ type }) => type)).toEqual(["payment.expired"]);
    });

    it("is declined as a card that is charged at once", async () => {
      const declined = { ...order, card_token: "tok_chargeDeclined" };
      await expect(pay(simulate(server), declined)).rejects.toMatchObject({ code: "card_declined" });
    });

    it("cannot be captured for more than it holds", async () => {
      const simulation = simulate(server);
      const { payment_id } = await pay(simulation, order);
      const more = pay(simulation, { action: "capture", payment_id, amount: HELD + 100 });
      await expect(more).rejects.toMatchObject({
        code: quirks.capturesWhole === true ? "partial_capture_not_offered" : "amount_out_of_range",
      });
      expect(await pay(simulation, { action: "get", payment_id })).toMatchObject({ status: "authorized" });
    });

    if (quirks.capturesWhole === true) {
      it("refuses a part of it, and still holds it all", async () => {
        const simulation = simulate(server);
        const { payment_id } = await pay(simulation, order);
        await expect(
          pay(simulation, { action: "capture", payment_id, amount: HELD - 1 }),
        ).rejects.toMatchObject({ code: "partial_capture_not_offered" });
        expect(await pay(simulation, { action: "get", payment_id })).toMatchObject({ status: "authorized" });
      });
      return;
    }

    it("takes a part and releases the rest: no more than the part can be given back", async () => {
      // whole pesos and centavos alike
      const parts = fc.integer({ min: 1, max: Math.floor(HELD / 100) - 1 }).map((part) => part * 100);
      await fc.assert(
        fc.asyncProperty(parts, fc.integer(), async (part, seed) => {
          const simulation = simulate(server, { seed });
          const { payment_id } = await pay(simulation, order);
          simulation.advance(60_000);
          const captured = await pay(simulation, { action: "capture", payment_id, amount: part });
          expect(captured).toMatchObject({ status: "paid", amount: part });
          expect([undefined, HELD]).toContain(captured.authorized_amount);
          await expect(
            pay(simulation, { action: "refund", payment_id, amount: part + 100 }),
          ).rejects.toMatchObject({ code: "refund_exceeds_amount" });
          const refunded = await pay(simulation, { action: "refund", payment_id });
          expect(refunded).toMatchObject({ status: "refunded", amount: part, refunds: [{ amount: part }] });
          expect(simulation.webhooks.map(({ type, data }) => [type, data.amount])).toEqual([
            ["payment.confirmed", part],
            ["payment.refunded", part],
          ]);
        }),
        { numRuns: 10 },
      );
    });
  });
}
