import { describe, expect, it } from "vitest";
import { describeInvoices } from "../testing/describe-invoices.ts";
import { simulate } from "../testing/simulate.ts";
import { nuvemFiscalSimulation } from "./simulate.ts";
import { nuvemFiscalTranslator } from "./translate.ts";

describeInvoices({
  server: nuvemFiscalSimulation,
  translator: nuvemFiscalTranslator,
  types: ["nfe", "nfce", "nfse", "cte", "mdfe"],
  corrects: ["nfe", "cte"],
});

describe("nuvem-fiscal in its own words", () => {
  it("responds with the fields of its API, in reais and homologação", async () => {
    const simulation = simulate(nuvemFiscalSimulation);
    const response = await simulation.call("nuvem_fiscal_create_nfe", {
      ambiente: "homologacao",
      referencia: "order-1",
      infNFe: {
        ide: { mod: 55, dhEmi: "2026-11-20T12:00:00-03:00" },
        dest: { CPF: "11144477735", xNome: "Maria" },
        det: [{ prod: { xProd: "Camiseta", NCM: "61091000", qCom: 2, vUnCom: 49.95, vProd: 99.9 } }],
        total: { ICMSTot: { vNF: 99.9 } },
      },
    });
    expect(response).toMatchObject({
      ok: true,
      data: {
        id: expect.stringMatching(/^nfe_[0-9a-f]{32}$/),
        ambiente: "homologacao",
        status: "autorizado",
        referencia: "order-1",
        modelo: 55,
        serie: 1,
        numero: 1,
        valor_total: 99.9,
        autorizacao: { codigo_status: 100, motivo_status: "Autorizado o uso da NF-e" },
      },
    });
  });

  it.each([
    ["629", { prod: { xProd: "A", qCom: 2, vUnCom: 10, vProd: 20.01 } }, 20.01, "11144477735"],
    ["610", { prod: { xProd: "A", qCom: 2, vUnCom: 10, vProd: 20 } }, 20.01, "11144477735"],
    ["237", { prod: { xProd: "A", qCom: 2, vUnCom: 10, vProd: 20 } }, 20, "11144477734"],
  ])("is rejected with %s like the real one", async (cStat, det, vNF, CPF) => {
    const simulation = simulate(nuvemFiscalSimulation);
    const response = await simulation.call("nuvem_fiscal_create_nfe", {
      infNFe: { dest: { CPF }, det: [det], total: { ICMSTot: { vNF } } },
    });
    expect(response).toMatchObject({
      ok: true,
      data: { status: "rejeitado", autorizacao: { codigo_status: Number(cStat) } },
    });
  });

  it("rejects a number that is taken with 539, and goes on counting past it", async () => {
    const simulation = simulate(nuvemFiscalSimulation);
    const create = async (nNF?: number) => {
      const response = await simulation.call("nuvem_fiscal_create_nfe", {
        infNFe: {
          ide: nNF === undefined ? {} : { nNF, serie: 1 },
          dest: { CPF: "11144477735" },
          det: [{ prod: { xProd: "A", qCom: 1, vUnCom: 10 } }],
        },
      });
      return response.ok ? response.data : {};
    };
    expect(await create(2)).toMatchObject({ status: "autorizado", numero: 2 });
    expect(await create(2)).toMatchObject({ status: "rejeitado", autorizacao: { codigo_status: 539 } });
    expect(await create()).toMatchObject({ numero: 1 });
    expect(await create()).toMatchObject({ numero: 3 });
  });

  it("closes an MDF-e once, and then does not cancel it", async () => {
    const simulation = simulate(nuvemFiscalSimulation);
    const issued = await simulation.translate(nuvemFiscalTranslator.invoice, {
      type: "mdfe",
      customer: { name: "Maria" },
      items: [{ description: "Carga", quantity: 1, unit_amount: 100_000 }],
    });
    const id = issued.invoice_id;
    expect(await simulation.call("nuvem_fiscal_close_mdfe", { id })).toMatchObject({
      ok: true,
      data: { codigo_status: 135, tipo_evento: "encerramento" },
    });
    expect(await simulation.call("nuvem_fiscal_close_mdfe", { id })).toMatchObject({ providerCode: "609" });
    expect(await simulation.call("nuvem_fiscal_get_mdfe", { id })).toMatchObject({
      data: { status: "encerrado" },
    });
    await expect(
      simulation.translate(nuvemFiscalTranslator.invoice, { action: "cancel", invoice_id: id }),
    ).rejects.toMatchObject({ providerCode: "609" });
  });

  it("looks up companies and postal codes", async () => {
    const simulation = simulate(nuvemFiscalSimulation);
    expect(await simulation.call("nuvem_fiscal_get_cnpj", { cnpj: "11.222.333/0001-81" })).toMatchObject({
      data: { cnpj: "11222333000181", razao_social: "Loja Teste Comércio Ltda" },
    });
    expect(await simulation.call("nuvem_fiscal_get_cnpj", { cnpj: "11222333000182" })).toMatchObject({
      ok: false,
    });
    expect(await simulation.call("nuvem_fiscal_get_cep", { cep: "01310-100" })).toMatchObject({
      data: { uf: "SP", municipio: "São Paulo" },
    });
  });
});
