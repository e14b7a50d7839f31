import type { Translator } from "@codespar/backend/ports";
import type { CheckoutInput, Currency } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import type { SimulatedServer } from "../simulation/provider-definition.ts";
import { simulate } from "./simulate.ts";

export interface CheckoutUnderTest {
  server: SimulatedServer;
  translator: Translator;
  /** Those that the routing names for the server. */
  currencies: readonly Currency[];
}

/** Servers whose pages can be read again. */
const readable: ReadonlySet<string> = new Set(["conekta", "mercadopago", "stripe", "wompi"]);

/** The cases that every server with hosted pages passes through its translator. */
export function describeCheckout({ server, translator, currencies }: CheckoutUnderTest): void {
  describe.each(currencies)(`${server.id} checkout in %s`, (currency) => {
    const order: CheckoutInput = {
      currency,
      items: [
        { description: "Camiseta", quantity: 2, unit_amount: 200_033 },
        { description: "Frete", quantity: 1, unit_amount: 100_001 },
      ],
      success_url: "https://loja.example/obrigado",
      expires_in: 3600,
    };

    it("opens a page for what its items add up to", async () => {
      const simulation = simulate(server);
      const page = await simulation.translate(translator.checkout, order);
      expect(page).toMatchObject({ amount: 500_067, currency, status: "open" });
      expect(page.url).toMatch(/^https:\/\/pages\.sandbox\.codespar\.dev\//);
      expect(page.payment_methods.length).toBeGreaterThan(0);
      expect(page.expires_at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
      expect(Date.parse(page.expires_at)).toBe(simulation.now() + 3_600_000);
    });

    it("takes an amount alone, and a choice of methods", async () => {
      const simulation = simulate(server);
      const page = await simulation.translate(translator.checkout, {
        currency,
        amount: 199_990,
        payment_methods: ["credit_card"],
      });
      expect(page).toMatchObject({ amount: 199_990, payment_methods: ["credit_card"] });
      await expect(
        simulation.translate(translator.checkout, { currency, amount: 199_990, payment_methods: ["webpay"] }),
      ).rejects.toMatchObject({ code: "payment_method_not_offered" });
    });

    it("returns what the caller recognises the order by", async () => {
      const simulation = simulate(server);
      const page = await simulation.translate(translator.checkout, {
        ...order,
        reference: "pedido-1042",
        description: "Pedido 1042",
        metadata: { loja: "centro" },
      });
      expect(page).toMatchObject({
        reference: "pedido-1042",
        description: "Pedido 1042",
        metadata: { loja: "centro" },
      });
    });

    it("is read again, or says plainly that it cannot be", async () => {
      const simulation = simulate(server);
      const opened = await simulation.translate(translator.checkout, { ...order, reference: "pedido-1042" });
      const { checkout_id, expires_at, payment_methods } = opened;
      const get = () => simulation.translate(translator.checkout, { action: "get", checkout_id });
      if (!readable.has(server.id)) {
        await expect(get()).rejects.toMatchObject({ code: "action_not_offered" });
        return;
      }
      const shown = server.id === "wompi" ? { status: "open", expires_at, amount: 500_067 } : opened;
      expect(await get()).toMatchObject(shown);
      if (server.id !== "wompi") expect((await get()).payment_methods).toEqual(payment_methods);
      simulation.advance(120_000);
      expect(await get()).toMatchObject({ checkout_id, status: "completed", amount: 500_067 });
    });

    it("is read as expired when nobody came", async () => {
      if (!readable.has(server.id)) return;
      const simulation = simulate(server);
      const { checkout_id } = await simulation.translate(translator.checkout, {
        currency,
        amount: 199_990,
        description: "sandbox:never_pays",
      });
      simulation.advance(30 * 86_400_000);
      const read = await simulation.translate(translator.checkout, { action: "get", checkout_id });
      expect(read.status).toBe("expired");
    });

    it("is listed with the others, newest first and page by page", async () => {
      const { listCheckouts } = translator;
      if (listCheckouts === undefined) return;
      const simulation = simulate(server);
      const ids: string[] = [];
      for (const reference of ["pedido-1", "pedido-2", "pedido-3"]) {
        const { checkout_id } = await simulation.translate(translator.checkout, { ...order, reference });
        ids.unshift(checkout_id);
        simulation.advance(1_000);
      }
      const list = (input: CheckoutInput) =>
        simulation.translate(listCheckouts, { ...input, action: "list" });
      const first = await list({ limit: 2 });
      const second = await list({ limit: 2, cursor: first.next_cursor ?? "" });
      expect([...first.checkouts, ...second.checkouts].map(({ checkout_id }) => checkout_id)).toEqual(ids);
      expect(second.next_cursor).toBeNull();
      const [found, another] = (await list({ reference: "pedido-2" })).checkouts;
      expect(found).toMatchObject({ checkout_id: ids[1], reference: "pedido-2", status: "open", currency });
      expect(another).toBeUndefined();
      simulation.advance(300_000);
      expect((await list({ status: "open" })).checkouts).toEqual([]);
      expect((await list({ status: "completed" })).checkouts).toHaveLength(3);
    });

    it("is paid two minutes later, by a payment that can be read", async () => {
      const simulation = simulate(server);
      const page = await simulation.translate(translator.checkout, order);
      simulation.advance(119_000);
      expect(simulation.webhooks).toEqual([]);
      simulation.advance(1000);
      expect(simulation.webhooks.map((webhook) => [webhook.type, webhook.operationId])).toEqual([
        ["payment.confirmed", "tc_0001"],
        ["checkout.completed", "tc_0001"],
      ]);
      const completion = simulation.webhooks[1]?.data;
      expect(completion).toMatchObject({ checkout_id: page.checkout_id, amount: 500_067, currency });
      const payment_id = String(completion?.payment_id);
      const payment = await simulation.translate(translator.pay, { action: "get", payment_id });
      expect(payment).toMatchObject({ payment_id, status: "paid", amount: 500_067, currency });
      simulation.advance(30 * 86_400_000);
      expect(simulation.webhooks).toHaveLength(2);
    });

    it("expires when the customer does not come", async () => {
      const simulation = simulate(server);
      await simulation.translate(translator.checkout, {
        currency,
        amount: 199_990,
        description: "sandbox:never_pays",
      });
      simulation.advance(30 * 86_400_000);
      const [document] = [...simulation.state.list(server.id, "org_test", "checkout")];
      expect(document?.status).toBe("expired");
      expect(simulation.webhooks).toEqual([]);
    });
  });
}
