import { ProviderRefusal, type Translator } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, InvoiceType } from "@codespar/contract";
import { invoiceOutputSchema } from "@codespar/contract/schemas";
import { isValidNfseAccessKey, parseDfeAccessKey } from "@codespar/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AUTHORITY_MS } from "../engines/invoices/issue-document.ts";
import { merchant } from "../simulation/merchant.ts";
import type { SimulatedServer } from "../simulation/provider-definition.ts";
import { type Simulation, simulate } from "./simulate.ts";

const HOUR = 3_600_000;
const MODELS: Partial<Record<InvoiceType, string>> = { nfe: "55", nfce: "65", cte: "57", mdfe: "58" };
/** Hours after authorisation in which a document may be cancelled. */
const WINDOWS: Partial<Record<InvoiceType, number>> = { nfe: 24, nfce: 0.5, cte: 168, mdfe: 24 };
/** Where Maria lives, whole: some providers look no postal code up. */
const address = {
  postal_code: "01310-100",
  street: "Avenida Paulista",
  number: "1578",
  district: "Bela Vista",
  city: "São Paulo",
  state: "SP",
};
const REASON = "Pedido cancelado pelo cliente";

export interface InvoicesUnderTest {
  server: SimulatedServer;
  translator: Translator;
  /** Every Brazilian type that the routing names for the server, but SPED. */
  types: readonly InvoiceType[];
  /** Types whose correction letter the server's tools can register. */
  corrects: readonly InvoiceType[];
  /** Types whose call only hands the document in: the authority responds later. @default none */
  asynchronous?: readonly InvoiceType[] | undefined;
  /** Its documents name the day on which they were issued, and no instant. @default false */
  saysDayAlone?: boolean | undefined;
}

/** The cases that every Brazilian fiscal server passes through its translator, whatever its dialect. */
export function describeInvoices({
  server,
  translator,
  types,
  corrects,
  asynchronous = [],
  saysDayAlone = false,
}: InvoicesUnderTest): void {
  const start = (seed = 1, now?: number) => simulate(server, { seed, now });
  const invoice = (simulation: Simulation, input: InvoiceInput, operationId?: string) =>
    simulation.translate(translator.invoice, input, operationId);

  describe.each(types.map((type) => ({ type })))(`${server.id} $type`, ({ type }) => {
    /** Issues, and waits for the authority where the provider does not. */
    async function issue(simulation: Simulation, input: InvoiceInput, operationId?: string) {
      const receipt = await invoice(simulation, input, operationId);
      if (!asynchronous.includes(type)) return receipt;
      expect(receipt.status).toBe("processing");
      expect(receipt.protocol).toBeUndefined();
      simulation.advance(AUTHORITY_MS);
      const { invoice_id } = receipt;
      const read = await invoice(simulation, { action: "get", type, invoice_id });
      const { code = "", message = "" } = read.rejection ?? {};
      if (read.status === "rejected")
        throw new ProviderRefusal({ code: "invoice_rejected", message, providerCode: code });
      return read;
    }

    const order: InvoiceInput = {
      type,
      customer: {
        name: "Maria Silva",
        document: "111.444.777-35",
        email: "maria@example.com",
        address,
      },
      items: [
        { description: "Camiseta azul", quantity: 2, unit_amount: 4995, code: "61091000" },
        { description: "Caneca", quantity: 1.5, unit_amount: 3333 },
      ],
      payment_id: "pay_1",
    };
    const AMOUNT = 9990 + 5000;

    it("is authorised, and reads the same afterwards", async () => {
      const simulation = start();
      const issued = await issue(simulation, order);
      expect(issued).toMatchObject({ type, status: "authorized", amount: AMOUNT, number: 1 });
      expectConsistent(issued, saysDayAlone);
      const { invoice_id } = issued;
      expect(await invoice(simulation, { action: "get", invoice_id })).toEqual(issued);
      expect(await invoice(simulation, { action: "get", type, invoice_id })).toEqual(issued);
      expect(simulation.state.findById("invoice", invoice_id)?.document).toMatchObject({ id: invoice_id });
      expect(simulation.webhooks.map((webhook) => [webhook.type, webhook.operationId])).toEqual([
        ["invoice.authorized", "tc_0001"],
      ]);
      expect(simulation.webhooks[0]?.data).toMatchObject({ invoice_id, type, amount: AMOUNT });
    });

    it("returns the same document for the same operation, and another with the next number", async () => {
      const simulation = start();
      const first = await invoice(simulation, order, "tc_same");
      expect(await invoice(simulation, order, "tc_same")).toEqual(first);
      const second = await issue(simulation, order);
      expect(second.number).toBe(2);
      expect(second.access_key).not.toBe(first.access_key);
      expect(second.invoice_id).not.toBe(first.invoice_id);
    });

    it("keeps the scale of every amount and the month of Brazil", async () => {
      const inputs = {
        amount: fc.integer({ min: 1, max: 99_999_999_99 }),
        seed: fc.integer(),
        now: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2029, 11, 31) }),
      };
      await fc.assert(
        fc.asyncProperty(fc.record(inputs), async ({ amount, seed, now }) => {
          const issued = await issue(start(seed, now), {
            ...order,
            items: [{ description: "Item", quantity: 1, unit_amount: amount }],
          });
          expect(issued.amount).toBe(amount);
          expectConsistent(issued, saysDayAlone);
        }),
        { numRuns: 25 },
      );
    });

    it("is rejected with the code that the caller asks for", async () => {
      const simulation = start();
      const rejected = { code: "invoice_rejected", providerCode: "539", name: "ProviderRefusal" };
      for (const item of [
        { description: "sandbox:reject:539", quantity: 1, unit_amount: 100 },
        // a service's own code finds its tax rule and goes no further
        ...(type === "nfse"
          ? []
          : [{ description: "Item", code: "sandbox:reject:539", quantity: 1, unit_amount: 100 }]),
      ]) {
        await expect(issue(simulation, { ...order, items: [item] })).rejects.toMatchObject(rejected);
      }
      await expect(
        issue(simulation, {
          ...order,
          items: [{ description: "sandbox:reject:610", quantity: 1, unit_amount: 1 }],
        }),
      ).rejects.toThrow(/Total da NF difere/);
      expect(simulation.webhooks.map((webhook) => webhook.type)).toEqual(
        Array(type === "nfse" ? 2 : 3).fill("invoice.rejected"),
      );
      const invoice_id = String(simulation.webhooks[0]?.data.invoice_id);
      const read = await invoice(simulation, { action: "get", type, invoice_id });
      expect(read).toMatchObject({ status: "rejected", rejection: { code: "539" } });
      expect(read.protocol).toBeUndefined();
      expectConsistent(read, saysDayAlone);
      await expect(
        invoice(simulation, { action: "cancel", type, invoice_id, reason: REASON }),
      ).rejects.toMatchObject({ name: "ProviderRefusal" });
    });

    it("is rejected with a code that no authority has", async () => {
      const simulation = start();
      for (const code of ["XYZ", "constructor"]) {
        const items = [{ description: `sandbox:reject:${code}`, quantity: 1, unit_amount: 100 }];
        await expect(issue(simulation, { ...order, items })).rejects.toMatchObject({
          code: "invoice_rejected",
          providerCode: code,
          message: `Rejeicao: codigo ${code} simulado`,
        });
      }
    });

    // a manifest has no receiver, and these two have no field for who hired the transport
    const tellsCustomer = type !== "mdfe" || (server.id !== "focus-nfe" && server.id !== "plugnotas");
    it.runIf(tellsCustomer)("is rejected when the customer's name asks for it", async () => {
      const customer = { ...order.customer, name: "sandbox:reject:233" };
      await expect(issue(start(), { ...order, customer })).rejects.toMatchObject({ providerCode: "233" });
    });

    it("waits for a slow authority when asked to", async () => {
      const simulation = start();
      const items = [{ description: "sandbox:processing", quantity: 1, unit_amount: 100 }];
      const issued = await invoice(simulation, { ...order, items });
      expect(issued.status).toBe("processing");
      expect(issued.protocol).toBeUndefined();
      expectConsistent(issued, saysDayAlone);
      const { invoice_id } = issued;
      simulation.advance(60_000);
      const read = await invoice(simulation, { action: "get", type, invoice_id });
      expect(read).toMatchObject({ status: "authorized" });
      expectConsistent(read, saysDayAlone);
      expect(simulation.webhooks.map((webhook) => webhook.type)).toEqual(["invoice.authorized"]);
    });

    it("is cancelled once, inside its window", async () => {
      const simulation = start();
      const { invoice_id } = await issue(simulation, order);
      const hours = WINDOWS[type];
      simulation.advance((hours ?? 1000) * HOUR);
      const cancelled = await invoice(simulation, { action: "cancel", invoice_id });
      expect(cancelled.status).toBe("cancelled");
      expectConsistent(cancelled, saysDayAlone);
      expect(await invoice(simulation, { action: "get", invoice_id })).toEqual(cancelled);
      await expect(invoice(simulation, { action: "cancel", invoice_id })).rejects.toMatchObject({
        providerCode: type === "nfse" ? "E79" : type === "nfe" || type === "nfce" ? "420" : "218",
      });
      expect(simulation.webhooks.map((webhook) => webhook.type)).toEqual([
        "invoice.authorized",
        "invoice.cancelled",
      ]);
      if (hours === undefined) return;
      const late = await issue(simulation, order);
      simulation.advance(hours * HOUR + 1);
      await expect(
        invoice(simulation, { action: "cancel", invoice_id: late.invoice_id, reason: REASON }),
      ).rejects.toMatchObject({ providerCode: type === "nfe" || type === "nfce" ? "501" : "220" });
    });

    it("returns the same cancellation again when it is repeated", async () => {
      const simulation = start();
      const { invoice_id } = await issue(simulation, order);
      const cancel: InvoiceInput = { action: "cancel", invoice_id, reason: REASON };
      const first = await invoice(simulation, cancel, "tc_cancel");
      expect(await invoice(simulation, cancel, "tc_cancel")).toEqual(first);
    });

    it(corrects.includes(type) ? "takes twenty corrections" : "takes no correction", async () => {
      const simulation = start();
      const issued = await issue(simulation, order);
      const { invoice_id } = issued;
      const correct: InvoiceInput = {
        action: "correct",
        invoice_id,
        reason: "Onde se le azul leia-se verde",
      };
      if (!corrects.includes(type)) {
        await expect(invoice(simulation, correct)).rejects.toMatchObject({ name: "ProviderRefusal" });
        return;
      }
      for (let sequence = 1; sequence <= 20; sequence++) {
        expect(await invoice(simulation, correct)).toEqual(issued);
      }
      await expect(invoice(simulation, correct)).rejects.toMatchObject({ providerCode: "594" });
    });
  });

  it(`${server.id} refuses a document that it does not know`, async () => {
    for (const action of ["get", "cancel", "correct"] as const) {
      await expect(invoice(start(), { action, invoice_id: "nope", reason: REASON })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
}

/** What must hold of any Brazilian document at any time. */
export function expectConsistent(document: InvoiceOutput, saysDayAlone: boolean): void {
  invoiceOutputSchema.parse(document);
  const { type, access_key: key, status, issued_at = "", number = 0, series = "", protocol } = document;
  const wasAuthorized = status === "authorized" || status === "cancelled";
  expect(protocol !== undefined).toBe(wasAuthorized);
  expect(document.rejection !== undefined).toBe(status === "rejected");
  expect(document.pdf_url !== undefined).toBe(wasAuthorized);
  if (wasAuthorized) expect(key).toBeDefined();
  expect(issued_at).toMatch(saysDayAlone ? /^$/ : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}-03:00$/);
  // without an instant nothing but the key says the month
  const month = saysDayAlone ? expect.any(String) : issued_at.slice(0, 7);
  if (protocol !== undefined) {
    expect(protocol).toMatch(/^\d{15}$/);
    expect(protocol.slice(1, 3)).toBe(merchant.stateCode);
    if (!saysDayAlone) expect(protocol.slice(3, 5)).toBe(issued_at.slice(2, 4));
  }
  for (const url of [document.pdf_url, document.xml_url]) {
    if (url === undefined) continue;
    expect(url).toContain(key);
    expect(new URL(url).hostname).toMatch(/(^|\.)sandbox\.codespar\.dev$/);
  }
  if (key === undefined) return;
  if (type === "nfse") {
    expect(isValidNfseAccessKey(key)).toBe(true);
    expect(key.slice(0, 7)).toBe(merchant.cityCode);
    expect(key.slice(9, 23)).toBe(merchant.cnpj);
    expect(Number(key.slice(23, 36))).toBe(number);
    if (!saysDayAlone) expect(key.slice(36, 40)).toBe(issued_at.slice(2, 7).replace("-", ""));
    return;
  }
  expect(parseDfeAccessKey(key)).toMatchObject({
    model: MODELS[type],
    issuer: merchant.cnpj,
    state: merchant.state,
    series: Number(series),
    number,
    month,
  });
}
