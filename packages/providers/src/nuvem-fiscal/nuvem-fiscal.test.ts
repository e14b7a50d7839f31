import { describe, expect, it } from "vitest";
import { describeInvoices } from "../testing/describe-invoices.ts";
import { simulate } from "../testing/simulate.ts";
import { nuvemFiscalSimulation } from "./simulate.ts";
import { nuvemFiscalTranslator } from "./translate.ts";

describeInvoices({
  server: nuvemFiscalSimulation,
  translator: nuvemFiscalTranslator,
  types: ["nfe", "nfce", "nfse", "cte", "mdfe"],
  corrects: ["nfe"],
});

/** What an NF-e says at least: names by the XML, taxes of a shop under Simples Nacional. */
const dest = {
  CPF: "11144477735",
  xNome: "Maria",
  indIEDest: 9,
  enderDest: { xLgr: "Rua A", nro: "1", xBairro: "Centro", cMun: "3550308", xMun: "São Paulo", UF: "SP" },
};
const imposto = {
  ICMS: { ICMSSN102: { orig: 0, CSOSN: "102" } },
  PIS: { PISOutr: { CST: "49", vBC: 0, pPIS: 0, vPIS: 0 } },
  COFINS: { COFINSOutr: { CST: "49", vBC: 0, pCOFINS: 0, vCOFINS: 0 } },
};
const goods = { NCM: "61091000", CFOP: "5102" };

describe("nuvem-fiscal in its own words", () => {
  it("responds with the fields of its API, in reais and homologação", async () => {
    const simulation = simulate(nuvemFiscalSimulation);
    const answer = await simulation.call("nuvem_fiscal_create_nfe", {
      ambiente: "homologacao",
      referencia: "order-1",
      infNFe: {
        ide: { mod: 55, dhEmi: "2026-11-20T12:00:00-03:00" },
        dest,
        det: [{ prod: { ...goods, xProd: "Camiseta", qCom: 2, vUnCom: 49.95, vProd: 99.9 }, imposto }],
        total: { ICMSTot: { vNF: 99.9 } },
      },
    });
    expect(answer).toMatchObject({
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

  const prod = { ...goods, xProd: "A", qCom: 2, vUnCom: 10, vProd: 20 };
  const taxed = (ICMS: object) => ({ ...imposto, ICMS });
  it.each<[string, Record<string, unknown>]>([
    // MOC NF-e 7.0, by the number of the rejection
    ["629", { det: [{ prod: { ...prod, vProd: 20.01 }, imposto }], vNF: 20.01 }],
    ["610", { vNF: 20.01 }],
    ["237", { dest: { ...dest, CPF: "11144477734" } }],
    ["719", { dest: { xNome: "Maria" } }],
    ["724", { dest: { ...dest, xNome: undefined } }],
    ["726", { dest: { ...dest, enderDest: undefined } }],
    ["726", { dest: { ...dest, enderDest: { xLgr: "Rua A", nro: "1" } } }],
    ["225", { det: [{ prod: { ...prod, xProd: "x".repeat(121) }, imposto }] }],
    ["225", { det: [{ prod: { ...prod, xProd: " A" }, imposto }] }],
    ["225", { det: [{ prod: { ...prod, xProd: "A – B" }, imposto }] }],
    ["225", { det: [{ prod, imposto: taxed({}) }] }],
    ["745", { det: [{ prod, imposto: { ...imposto, PIS: undefined } }] }],
    ["748", { det: [{ prod, imposto: { ...imposto, COFINS: undefined } }] }],
    ["778", { det: [{ prod: { ...prod, NCM: "00" }, imposto }] }],
    ["733", { ide: { idDest: 2 } }],
    ["732", { det: [{ prod: { ...prod, CFOP: "6102" }, imposto }] }],
    ["528", { det: [{ prod, imposto: taxed({ ICMS00: { CST: "00", vBC: 20, pICMS: 18, vICMS: 3 } }) }] }],
    ["252", { ide: { tpAmb: 1 } }],
  ])("is rejected with %s like the real one: %j", async (cStat, { vNF = 20, ...change }) => {
    const infNFe = { dest, det: [{ prod, imposto }], total: { ICMSTot: { vNF } }, ...change };
    const answer = await simulate(nuvemFiscalSimulation).call("nuvem_fiscal_create_nfe", {
      // what is undefined is not sent
      infNFe: JSON.parse(JSON.stringify(infNFe)),
    });
    expect(answer).toMatchObject({
      ok: true,
      data: { status: "rejeitado", autorizacao: { codigo_status: Number(cStat) } },
    });
  });

  it("rejects a number that is taken with 539, and goes on counting past it", async () => {
    const simulation = simulate(nuvemFiscalSimulation);
    const create = async (nNF?: number) => {
      const answer = await simulation.call("nuvem_fiscal_create_nfe", {
        infNFe: {
          ide: nNF === undefined ? {} : { nNF, serie: 1 },
          dest,
          det: [{ prod: { ...goods, xProd: "A", qCom: 1, vUnCom: 10 }, imposto }],
        },
      });
      return answer.ok ? answer.data : {};
    };
    const first = await create(2);
    expect(first).toMatchObject({ status: "autorizado", numero: 2 });
    expect(await create(2)).toMatchObject({
      status: "rejeitado",
      autorizacao: { codigo_status: 539, motivo_status: expect.stringContaining(`[chNFe:${first.chave}]`) },
    });
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
      data: { uf: "SP", municipio: "São Paulo", codigo_ibge: "3550308", logradouro: "Avenida Paulista" },
    });
    expect(await simulation.call("nuvem_fiscal_get_cep", { cep: "20040002" })).toMatchObject({
      data: { uf: "RJ", municipio: "Rio de Janeiro", codigo_ibge: "3304557" },
    });
  });
});
