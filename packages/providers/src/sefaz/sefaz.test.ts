import { describe, expect, it } from "vitest";
import { describeInvoices } from "../testing/describe-invoices.ts";
import { simulate } from "../testing/simulate.ts";
import { sefazSimulation } from "./simulate.ts";
import { sefazTranslator } from "./translate.ts";

describeInvoices({
  server: sefazSimulation,
  translator: sefazTranslator,
  types: ["nfe", "cte", "mdfe"],
  corrects: [],
});

const customer = {
  name: "Maria",
  document: "11144477735",
  address: {
    postal_code: "01310-100",
    street: "Avenida Paulista",
    number: "1578",
    district: "Bela Vista",
    city: "São Paulo",
  },
};

describe("sefaz in its own words", () => {
  it("reports a cancellation out of time in infEvento, not as a failed call", async () => {
    const simulation = simulate(sefazSimulation);
    const issued = await simulation.translate(sefazTranslator.invoice, {
      type: "nfe",
      customer,
      items: [{ description: "Camiseta", quantity: 1, unit_amount: 9990 }],
    });
    simulation.advance(25 * 3_600_000);
    const xJust = "Pedido cancelado pelo cliente";
    expect(
      await simulation.call("sefaz_cancel_nfe", { chNFe: issued.access_key ?? "", xJust }),
    ).toMatchObject({ ok: true, data: { cStat: "128", retEvento: { infEvento: { cStat: "501" } } } });
  });

  it("is in operation, in homologação", async () => {
    expect(await simulate(sefazSimulation).call("sefaz_get_service_status", {})).toMatchObject({
      ok: true,
      data: { tpAmb: "2", cStat: "107", cUF: "35" },
    });
  });

  it("writes the SPED file of a month from what was issued in it", async () => {
    const simulation = simulate(sefazSimulation);
    const item = { description: "Camiseta", quantity: 1, unit_amount: 9990 };
    const first = await simulation.translate(sefazTranslator.invoice, {
      type: "nfe",
      customer,
      items: [item],
    });
    await simulation.translate(sefazTranslator.invoice, { type: "nfe", customer, items: [item, item] });
    await simulation.translate(sefazTranslator.invoice, { action: "cancel", invoice_id: first.invoice_id });
    const file = await simulation.translate(sefazTranslator.invoice, { type: "sped", period: "2026-11" });
    expect(file).toMatchObject({ type: "sped", status: "authorized", amount: 2 * 9990 });
    expect(file.number).toBeUndefined();
    const { invoice_id } = file;
    expect(await simulation.translate(sefazTranslator.invoice, { action: "get", invoice_id })).toEqual(file);
    const response = await simulation.call("sefaz_get_sped_file", { id: invoice_id });
    const lines = response.ok ? String(response.data.conteudo).trim().split("\r\n") : [];
    expect(lines.filter((line) => line.startsWith("|C100|"))).toHaveLength(2);
    expect(lines.some((line) => line.includes(first.access_key ?? "?") && line.includes("|02|"))).toBe(true);
    await expect(
      simulation.translate(sefazTranslator.invoice, { action: "cancel", invoice_id }),
    ).rejects.toMatchObject({ code: "not_supported" });
    await expect(
      simulation.translate(sefazTranslator.invoice, { type: "sped", period: "2026-12" }),
    ).rejects.toMatchObject({ code: "invalid_period" });
  });
});
