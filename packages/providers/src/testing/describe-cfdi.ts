import type { Translator } from "@codespar/backend/ports";
import type { InvoiceInput } from "@codespar/contract";
import { invoiceOutputSchema } from "@codespar/contract/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CfdiDocument } from "../engines/invoices/cfdi-document.ts";
import type { SimulatedServer } from "../simulation/provider-definition.ts";
import { type Simulation, simulate } from "./simulate.ts";

const UUID = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;
const DAY = 86_400_000;

/** The cases that every Mexican fiscal server passes through its translator. */
export function describeCfdi(server: SimulatedServer, translator: Translator): void {
  const start = (seed = 1) => simulate(server, { seed });
  const invoice = (simulation: Simulation, input: InvoiceInput, operationId?: string) =>
    simulation.translate(translator.invoice, input, operationId);
  const stored = (simulation: Simulation, id: string) =>
    // the engine's own document, as it was put
    simulation.state.findById("invoice", id)?.document as unknown as CfdiDocument;
  const sale: InvoiceInput = {
    type: "cfdi",
    customer: {
      name: "UNIVERSIDAD ROBOTICA",
      document: "GODE561231GR8",
      tax_regime: "612",
      address: { postal_code: "65000" },
    },
    items: [
      { description: "Playera", quantity: 2, unit_amount: 4995, code: "53103000" },
      { description: "Taza", quantity: 1.5, unit_amount: 3333 },
    ],
  };

  describe(`${server.id} cfdi`, () => {
    it("stamps an ingreso that reads the same afterwards", async () => {
      const simulation = start();
      const issued = await invoice(simulation, sale);
      invoiceOutputSchema.parse(issued);
      expect(issued).toMatchObject({ type: "cfdi", status: "authorized", amount: 14990, number: 1 });
      expect(issued.uuid).toMatch(UUID);
      expect(issued.pdf_url).toContain(issued.uuid);
      expect(issued.access_key).toBeUndefined();
      const { invoice_id } = issued;
      expect(await invoice(simulation, { action: "get", invoice_id })).toEqual(issued);
      expect(simulation.webhooks.map((webhook) => webhook.type)).toEqual(["invoice.authorized"]);
      const { stamp, receiver } = stored(simulation, invoice_id);
      expect(stamp.SelloCFD).toHaveLength(344);
      expect(stamp.SelloSAT).toHaveLength(344);
      expect(receiver.rfc).toBe("GODE561231GR8");
    });

    it("splits every amount into base and IVA that add up to it", async () => {
      const amounts = fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 5 });
      await fc.assert(
        fc.asyncProperty(amounts, async (prices) => {
          const simulation = start();
          const issued = await invoice(simulation, {
            ...sale,
            items: prices.map((unit_amount) => ({ description: "x", quantity: 1, unit_amount })),
          });
          const { subtotal, tax, total } = stored(simulation, issued.invoice_id);
          expect(issued.amount).toBe(prices.reduce((sum, price) => sum + price, 0));
          expect(subtotal + tax).toBe(total);
          // each line is rounded once
          expect(Math.abs(tax - subtotal * 0.16)).toBeLessThanOrEqual(prices.length);
        }),
        { numRuns: 25 },
      );
    });

    it("invoices the general public without a document", async () => {
      const simulation = start();
      const issued = await invoice(simulation, { ...sale, customer: { name: "Maria" } });
      expect(stored(simulation, issued.invoice_id).receiver).toMatchObject({
        rfc: "XAXX010101000",
        name: "Maria",
      });
      const unnamed = await invoice(simulation, { ...sale, customer: {} });
      expect(stored(simulation, unnamed.invoice_id).receiver.name).toBe("PUBLICO EN GENERAL");
    });

    it("stamps an egreso that names its ingreso, and a traslado of nothing", async () => {
      const simulation = start();
      const { uuid } = await invoice(simulation, sale);
      const credit = await invoice(simulation, {
        ...sale,
        cfdi_type: "egreso",
        related_uuid: uuid?.toLowerCase(),
      });
      expect(stored(simulation, credit.invoice_id)).toMatchObject({ kind: "E", relatedUuid: uuid });
      expect(credit.amount).toBe(14990);
      const transfer = await invoice(simulation, { ...sale, cfdi_type: "traslado" });
      expect(transfer.amount).toBe(0);
      expect(stored(simulation, transfer.invoice_id)).toMatchObject({ kind: "T", total: 0, tax: 0 });
      await expect(invoice(simulation, { ...sale, cfdi_type: "egreso" })).rejects.toMatchObject({
        name: "ProviderRefusal",
      });
    });

    it("is rejected with the SAT code that the caller asks for, and leaves nothing behind", async () => {
      const simulation = start();
      for (const item of [
        { description: "sandbox:reject:CFDI40147", quantity: 1, unit_amount: 100 },
        { description: "Playera", code: "sandbox:reject:CFDI40147", quantity: 1, unit_amount: 100 },
      ]) {
        await expect(invoice(simulation, { ...sale, items: [item] })).rejects.toMatchObject({
          code: "invoice_rejected",
          providerCode: "CFDI40147",
          message: expect.stringContaining("DomicilioFiscalReceptor"),
        });
      }
      await expect(
        invoice(simulation, { ...sale, customer: { name: "sandbox:reject:CFDI40145" } }),
      ).rejects.toMatchObject({ code: "invoice_rejected", providerCode: "CFDI40145" });
      for (const code of ["XYZ", "constructor"]) {
        const items = [{ description: `sandbox:reject:${code}`, quantity: 1, unit_amount: 100 }];
        await expect(invoice(simulation, { ...sale, items })).rejects.toMatchObject({
          code: "invoice_rejected",
          providerCode: code,
          message: `${code} - Código ${code} simulado.`,
        });
      }
      await expect(
        invoice(simulation, { ...sale, customer: { ...sale.customer, document: "GODE561331GR8" } }),
      ).rejects.toMatchObject({ code: "invoice_rejected", providerCode: "CFDI40143" });
      expect([...simulation.state.list(server.id, "org_test", "invoice")]).toEqual([]);
      expect(simulation.webhooks.map((webhook) => webhook.type)).toEqual(Array(6).fill("invoice.rejected"));
    });

    it("is cancelled once, until the end of next March", async () => {
      const simulation = start();
      const first = await invoice(simulation, sale);
      const { invoice_id } = first;
      const late = await invoice(simulation, sale);
      const cancelled = await invoice(simulation, { action: "cancel", invoice_id });
      expect(cancelled).toEqual({ ...first, status: "cancelled" });
      expect(await invoice(simulation, { action: "get", invoice_id })).toEqual(cancelled);
      await expect(invoice(simulation, { action: "cancel", invoice_id })).rejects.toMatchObject({
        providerCode: "202",
      });
      // from 20 November to 1 April
      simulation.advance(132 * DAY);
      await expect(
        invoice(simulation, { action: "cancel", invoice_id: late.invoice_id }),
      ).rejects.toMatchObject({ providerCode: "208" });
      expect(simulation.webhooks.map((webhook) => webhook.type)).toEqual([
        "invoice.authorized",
        "invoice.authorized",
        "invoice.cancelled",
      ]);
    });

    it("returns the same document for the same operation, and knows no correction", async () => {
      const simulation = start();
      const first = await invoice(simulation, sale, "tc_same");
      expect(await invoice(simulation, sale, "tc_same")).toEqual(first);
      await expect(
        invoice(simulation, { action: "correct", invoice_id: first.invoice_id, reason: "Otra descripción" }),
      ).rejects.toMatchObject({ code: "not_supported" });
      await expect(invoice(simulation, { action: "get", invoice_id: "nope" })).rejects.toMatchObject({
        code: "not_found",
      });
    });
  });
}
