import { expect, it } from "vitest";
import { describeCfdi } from "../testing/describe-cfdi.ts";
import { simulate } from "../testing/simulate.ts";
import { facturapiSimulation } from "./simulate.ts";
import { facturapiTranslator } from "./translate.ts";

describeCfdi(facturapiSimulation, facturapiTranslator);

it("adds IVA to prices without it, and responds with the fields of its API", async () => {
  const simulation = simulate(facturapiSimulation);
  const response = await simulation.call("facturapi_create_invoice", {
    customer: { legal_name: "Universidad", tax_id: "GODE561231GR8" },
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
      subtotal: 200,
      total: 232,
      stamp: { uuid: expect.any(String), sat_cert_number: "30001000000400002495" },
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
