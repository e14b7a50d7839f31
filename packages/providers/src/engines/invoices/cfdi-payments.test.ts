import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facturamaSimulation } from "../../facturama/simulate.ts";
import { facturapiSimulation } from "../../facturapi/simulate.ts";
import { simulate } from "../../testing/simulate.ts";
import type { CfdiDocument } from "./cfdi-document.ts";

const customer = {
  legal_name: "UNIVERSIDAD ROBOTICA",
  tax_id: "URE180429TM6",
  tax_system: "601",
  address: { zip: "86991" },
};

type Simulation = ReturnType<typeof simulate>;

/** Pesos of centavos, as a decimal. */
const pesos = (centavos: number) => Number((centavos / 100).toFixed(2));

async function sell(simulation: Simulation, total: number, method = "PPD") {
  const response = await simulation.call("facturapi_create_invoice", {
    customer,
    use: "G03",
    payment_form: method === "PPD" ? "99" : "03",
    payment_method: method,
    items: [{ quantity: 1, product: { description: "Curso", product_key: "86101700", price: pesos(total) } }],
  });
  if (!response.ok) throw new Error(response.message);
  return { id: String(response.data.id), uuid: String(response.data.uuid) };
}

interface Instalment {
  uuid: string;
  amount: number;
  installment: number;
  last_balance: number;
  [more: string]: unknown;
}

function pay(simulation: Simulation, related: Instalment | Instalment[], change: object = {}) {
  const data = [{ payment_form: "03", related_documents: [related].flat(), ...change }];
  return simulation.call("facturapi_create_invoice", {
    type: "P",
    customer,
    complements: [{ type: "pago", data }],
  } as Parameters<Simulation["call"]>[1]);
}

describe("a complement for payments", () => {
  it("pays an invoice in instalments, each of which leaves the balance that the next one starts from", async () => {
    const totals = fc.integer({ min: 2, max: 99_999_999 });
    await fc.assert(
      fc.asyncProperty(
        totals,
        fc.array(fc.double({ min: 0.01, max: 0.9, noNaN: true }), { maxLength: 5 }),
        async (total, shares) => {
          const simulation = simulate(facturapiSimulation);
          const { uuid } = await sell(simulation, total);
          let balance = total;
          let installment = 1;
          for (const share of [...shares, 1]) {
            const amount = Math.max(1, Math.floor(balance * share));
            const paid = await pay(simulation, {
              uuid,
              amount: pesos(amount),
              installment,
              last_balance: pesos(balance),
            });
            expect(paid).toMatchObject({ ok: true, data: { type: "P", total: 0, currency: "XXX" } });
            if (!paid.ok) return;
            // the engine's own document, as it was put
            const stored = simulation.state.findById("invoice", String(paid.data.id))
              ?.document as unknown as CfdiDocument;
            balance -= amount;
            installment += 1;
            expect(stored.payments).toMatchObject([{ amount, documents: [{ remaining: balance }] }]);
            if (balance === 0) break;
          }
          expect(balance).toBe(0);
          const more = await pay(simulation, { uuid, amount: 0.01, installment, last_balance: 0.01 });
          expect(more).toMatchObject({ ok: false, message: expect.stringContaining("0.00 open") });
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each<[string, Partial<Instalment>, string]>([
    ["a balance that is not open", { last_balance: 115 }, "116.00 open, and not 115.00"],
    ["an instalment that is not next", { installment: 2 }, "is 1, and not 2"],
    ["more than is open", { amount: 116.01 }, "CRP20244"],
    ["a fraction of a centavo", { amount: 50.001 }, "CRP20242"],
    ["nothing", { amount: 0 }, "CRP20241"],
    ["a balance of nothing", { last_balance: 0 }, "CRP20239"],
    ["taxes that it does not say", { taxability: "02" }, "CRP20246"],
    [
      "taxes of what has none",
      { taxability: "01", taxes: [{ base: 100, rate: 0.16, type: "IVA" }] },
      "CRP20247",
    ],
  ])("of %s is refused, and nothing is stamped", async (_what, change, message) => {
    const simulation = simulate(facturapiSimulation);
    const { uuid } = await sell(simulation, 11_600);
    const related = { uuid, amount: 58, installment: 1, last_balance: 116, ...change };
    expect(await pay(simulation, related)).toMatchObject({
      ok: false,
      message: expect.stringContaining(message),
    });
    expect([...simulation.state.list("facturapi", "org_test", "invoice")]).toHaveLength(1);
  });

  it("is refused for an invoice paid at once, one that is cancelled, and a form that is yet to be said", async () => {
    const simulation = simulate(facturapiSimulation);
    const atOnce = await sell(simulation, 11_600, "PUE");
    const whole = { amount: 116, installment: 1, last_balance: 116 };
    expect(await pay(simulation, { uuid: atOnce.uuid, ...whole })).toMatchObject({
      ok: false,
      message: expect.stringContaining("PUE"),
    });
    const later = await sell(simulation, 11_600);
    expect(await pay(simulation, { uuid: later.uuid, ...whole }, { payment_form: "99" })).toMatchObject({
      ok: false,
      providerCode: "CRP20212",
    });
    await simulation.call("facturapi_cancel_invoice", { id: later.id, motive: "02" });
    expect(await pay(simulation, { uuid: later.uuid, ...whole })).toMatchObject({
      ok: false,
      message: expect.stringContaining("cancelled"),
    });
  });

  it("a cancelled complement gives its balance back", async () => {
    const simulation = simulate(facturapiSimulation);
    const { uuid } = await sell(simulation, 11_600);
    const first = await pay(simulation, { uuid, amount: 58, installment: 1, last_balance: 116 });
    if (!first.ok) throw new Error(first.message);
    await simulation.call("facturapi_cancel_invoice", { id: String(first.data.id), motive: "02" });
    expect(await pay(simulation, { uuid, amount: 116, installment: 1, last_balance: 116 })).toMatchObject({
      ok: true,
    });
  });

  it("pays two instalments of one invoice and another's at once, in order", async () => {
    const simulation = simulate(facturapiSimulation);
    const { uuid } = await sell(simulation, 11_600);
    const other = "5F2B7C1A-3C4D-4E5F-8A9B-0C1D2E3F4A5B";
    const paid = await pay(simulation, [
      { uuid, amount: 58, installment: 1, last_balance: 116 },
      { uuid: other.toLowerCase(), amount: 10, installment: 3, last_balance: 30 },
      { uuid, amount: 58, installment: 2, last_balance: 58 },
    ]);
    expect(paid).toMatchObject({ ok: true });
  });
});

describe("at Facturama", () => {
  // JSON_samples/API-WEB/payment.json of Facturama/facturama-nodejs-sdk, with values of our own
  const complement = (change: object = {}) => ({
    CfdiType: "P",
    NameId: "14",
    ExpeditionPlace: "78000",
    Receiver: {
      Rfc: "URE180429TM6",
      CfdiUse: "CP01",
      Name: "UNIVERSIDAD ROBOTICA",
      FiscalRegime: "601",
      TaxZipCode: "86991",
    },
    Complemento: {
      Payments: [
        {
          Date: "2026-11-19",
          PaymentForm: "03",
          Amount: "1856",
          RelatedDocuments: [
            {
              TaxObject: "01",
              Uuid: "C94C8AF3-C774-4D4C-802E-781411934A6E",
              Serie: "BQ",
              Folio: "2205",
              PaymentMethod: "PPD",
              PartialityNumber: "1",
              PreviousBalanceAmount: "1856",
              AmountPaid: "1856",
              ImpSaldoInsoluto: "0",
              ...change,
            },
          ],
        },
      ],
    },
  });

  it("a complement as its sample has it is stamped, of nothing in no currency", async () => {
    const response = await simulate(facturamaSimulation).call("facturama_create_cfdi", complement());
    expect(response).toMatchObject({
      ok: true,
      data: { CfdiType: "pago", Total: 0, Currency: "XXX", Items: [{ Description: "Pago" }] },
    });
  });

  it.each([
    ["CRP20244", { ImpSaldoInsoluto: "1" }],
    ["CRP20217", { PreviousBalanceAmount: "2000", AmountPaid: "2000" }],
    ["CRP20242", { AmountPaid: "1855.999" }],
  ])("refuses with %s what does not add up", async (providerCode, change) => {
    const response = await simulate(facturamaSimulation).call("facturama_create_cfdi", complement(change));
    expect(response).toMatchObject({ ok: false, providerCode });
  });
});
