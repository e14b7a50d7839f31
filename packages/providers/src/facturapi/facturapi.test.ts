import { expect, it } from "vitest";
import { describeCfdi } from "../testing/describe-cfdi.ts";
import { simulate } from "../testing/simulate.ts";
import { facturapiSimulation } from "./simulate.ts";
import { facturapiTranslator } from "./translate.ts";

describeCfdi(facturapiSimulation, facturapiTranslator);

it("adds IVA to prices without it, and responds with the fields of its API", async () => {
  const simulation = simulate(facturapiSimulation);
  const response = await simulation.call("facturapi_create_invoice", {
    customer: {
      legal_name: "Universidad",
      tax_id: "GODE561231GR8",
      tax_system: "612",
      address: { zip: "65000" },
    },
    payment_form: "04",
    items: [{ quantity: 2, product: { description: "Playera", price: 100, tax_included: false } }],
  });
  expect(response).toMatchObject({
    ok: true,
    data: {
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      livemode: false,
      status: "valid",
      type: "I",
      currency: "MXN",
      payment_form: "04",
      payment_method: "PUE",
      subtotal: 200,
      total: 232,
      stamp: { sat_cert_number: "30001000000400002495" },
    },
  });
  expect(await simulation.call("facturapi_list_invoices", {})).toMatchObject({
    ok: true,
    data: { total_results: 1, data: [response.ok ? response.data : {}] },
  });
});

it("stores customers and checks an RFC", async () => {
  const simulation = simulate(facturapiSimulation);
  const created = await simulation.call("facturapi_create_customer", {
    legal_name: "Maria",
    tax_id: "GODE561231GR8",
  });
  const id = created.ok ? String(created.data.id) : "";
  expect(await simulation.call("facturapi_get_customer", { id })).toEqual(created);
  expect(await simulation.call("facturapi_validate_tax_id", { tax_id: "AAA011301AAA" })).toMatchObject({
    data: { is_valid: false },
  });
});

const invoice = {
  customer: { legal_name: "Maria", tax_id: "GODE561231GR8", tax_system: "612", address: { zip: "65000" } },
  use: "G03",
  payment_form: "03",
  items: [{ quantity: 1, product: { description: "Playera", price: 100 } }],
};

it.each<[string, object]>([
  // SAT, Anexo 20: matrix of errors of the CFDI 4.0
  [
    "CFDI40130",
    { customer: { ...invoice.customer, tax_id: "XAXX010101000", legal_name: "PUBLICO EN GENERAL" } },
  ],
  ["CFDI40145", { customer: { ...invoice.customer, legal_name: null } }],
  ["CFDI40147", { customer: { ...invoice.customer, address: null } }],
  ["CFDI40157", { customer: { ...invoice.customer, tax_system: "999" } }],
  ["CFDI40158", { customer: { ...invoice.customer, tax_system: "601" } }],
  ["CFDI40161", { customer: { ...invoice.customer, tax_system: "605" } }],
  ["400", { payment_form: null }],
])("refuses with %s what SAT, or Facturapi, would", async (providerCode, change) => {
  const args = { ...invoice, ...change };
  expect(await simulate(facturapiSimulation).call("facturapi_create_invoice", args)).toMatchObject({
    ok: false,
    providerCode,
  });
});

it("returns the form and method of payment, the series and the IVA that were asked for", async () => {
  const args = {
    ...invoice,
    payment_form: "99",
    payment_method: "PPD",
    series: "WEB",
    items: [
      { quantity: 1, product: { description: "Libro", price: 108, taxes: [{ type: "IVA", rate: 0.08 }] } },
    ],
  };
  expect(await simulate(facturapiSimulation).call("facturapi_create_invoice", args)).toMatchObject({
    data: { payment_form: "99", payment_method: "PPD", series: "WEB", subtotal: 100, total: 108 },
  });
});
