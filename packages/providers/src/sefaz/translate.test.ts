import type { BrazilIssuer, InvoiceInput, JsonObject } from "@codespar/contract";
import { expect, it } from "vitest";
import { testIssuers } from "../simulation/test-issuers.ts";
import { fullGoodsOrder, goodsOrder, regularIssuer } from "../testing/fiscal-orders.ts";
import { testFiscal } from "../testing/test-fiscal.ts";
import { translateWith } from "../testing/translate-with.ts";
import { sefazTranslator } from "./translate.ts";

const { invoice } = sefazTranslator;
const key = "35261111222333000181550010000000421627073946";

async function sent(input: InvoiceInput, brazil: BrazilIssuer) {
  const { calls, translate } = translateWith({ sefaz_authorize_nfe: { cStat: "103" } });
  await translate(invoice, input, { fiscal: testFiscal()("tc_1", { brazil }) });
  return calls[0]?.arguments;
}

// leiauteNFe 4.00 (MOC 7.0)
it("writes the least that an NF-e takes", async () => {
  expect(await sent(goodsOrder, testIssuers.brazil)).toEqual({
    infNFe: {
      versao: "4.00",
      ide: {
        cUF: 35,
        natOp: "Venda de mercadoria",
        mod: 55,
        serie: 1,
        nNF: 1,
        dhEmi: "2026-11-20T12:00:00-03:00",
        tpNF: 1,
        idDest: 1,
        cMunFG: "3550308",
        tpImp: 1,
        tpEmis: 1,
        tpAmb: 2,
        finNFe: 1,
        indFinal: 1,
        indPres: 2,
        procEmi: 0,
        verProc: "CodeSpar",
      },
      emit: {
        CNPJ: "11222333000181",
        xNome: "Loja Teste Comércio Ltda",
        xFant: "LOJA TESTE LTDA",
        enderEmit: {
          xLgr: "Avenida Paulista",
          nro: "1000",
          xBairro: "Bela Vista",
          cMun: "3550308",
          xMun: "São Paulo",
          UF: "SP",
          CEP: "01310100",
          cPais: "1058",
          xPais: "BRASIL",
        },
        IE: "110042490114",
        CRT: 1,
      },
      dest: {
        CPF: "52998224725",
        xNome: "Maria Exemplo",
        enderDest: {
          xLgr: "Avenida Paulista",
          nro: "1578",
          xBairro: "Bela Vista",
          cMun: "3550308",
          xMun: "São Paulo",
          UF: "SP",
          CEP: "01310100",
          cPais: "1058",
          xPais: "BRASIL",
        },
        indIEDest: 9,
      },
      det: [
        {
          nItem: 1,
          prod: {
            cProd: "1",
            cEAN: "SEM GTIN",
            xProd: "Camiseta",
            NCM: "61091000",
            CFOP: "5102",
            uCom: "UN",
            qCom: 3,
            vUnCom: 19.99,
            vProd: 59.97,
            cEANTrib: "SEM GTIN",
            uTrib: "UN",
            qTrib: 3,
            vUnTrib: 19.99,
            indTot: 1,
          },
          imposto: {
            ICMS: {
              ICMSSN102: {
                orig: 0,
                CSOSN: "102",
              },
            },
            PIS: {
              PISOutr: {
                CST: "49",
                vBC: 59.97,
                pPIS: 0,
                vPIS: 0,
              },
            },
            COFINS: {
              COFINSOutr: {
                CST: "49",
                vBC: 59.97,
                pCOFINS: 0,
                vCOFINS: 0,
              },
            },
          },
        },
      ],
      total: {
        ICMSTot: {
          vBC: 0,
          vICMS: 0,
          vICMSDeson: 0,
          vFCP: 0,
          vBCST: 0,
          vST: 0,
          vFCPST: 0,
          vFCPSTRet: 0,
          vProd: 59.97,
          vFrete: 0,
          vSeg: 0,
          vDesc: 0,
          vII: 0,
          vIPI: 0,
          vIPIDevol: 0,
          vPIS: 0,
          vCOFINS: 0,
          vOutro: 0,
          vNF: 59.97,
        },
      },
      transp: {
        modFrete: 9,
      },
      pag: {
        detPag: [
          {
            tPag: "99",
            xPag: "Outros",
            vPag: 59.97,
          },
        ],
      },
    },
  });
});

it("writes everything that an order and a profile say", async () => {
  expect(await sent(fullGoodsOrder, regularIssuer)).toEqual({
    infNFe: {
      versao: "4.00",
      ide: {
        cUF: 35,
        natOp: "Venda",
        mod: 55,
        serie: 7,
        nNF: 1,
        dhEmi: "2026-11-20T12:00:00-03:00",
        tpNF: 1,
        idDest: 2,
        cMunFG: "3550308",
        tpImp: 1,
        tpEmis: 1,
        tpAmb: 2,
        finNFe: 1,
        indFinal: 0,
        indPres: 2,
        procEmi: 0,
        verProc: "CodeSpar",
      },
      emit: {
        CNPJ: "11222333000181",
        xNome: "Loja Teste Comércio Ltda",
        xFant: "LOJA TESTE LTDA",
        enderEmit: {
          xLgr: "Avenida Paulista",
          nro: "1000",
          xBairro: "Bela Vista",
          cMun: "3550308",
          xMun: "São Paulo",
          UF: "SP",
          CEP: "01310100",
          cPais: "1058",
          xPais: "BRASIL",
        },
        IE: "110042490114",
        CRT: 3,
      },
      dest: {
        CNPJ: "11222333000181",
        xNome: "Empresa Exemplo Ltda",
        enderDest: {
          xLgr: "Rua do Ouvidor",
          nro: "50",
          xCpl: "sala 3",
          xBairro: "Centro",
          cMun: "3304557",
          xMun: "Rio de Janeiro",
          UF: "RJ",
          CEP: "20040002",
          cPais: "1058",
          xPais: "BRASIL",
          fone: "1133334444",
        },
        indIEDest: 1,
        IE: "110042490114",
        email: "compras@example.com",
      },
      det: [
        {
          nItem: 1,
          prod: {
            cProd: "CAM-1",
            cEAN: "SEM GTIN",
            xProd: "Camiseta",
            NCM: "61091000",
            CEST: "2806300",
            CFOP: "6101",
            uCom: "PC",
            qCom: 2,
            vUnCom: 50,
            vProd: 100,
            cEANTrib: "SEM GTIN",
            uTrib: "PC",
            qTrib: 2,
            vUnTrib: 50,
            indTot: 1,
          },
          imposto: {
            ICMS: {
              ICMS20: {
                orig: 1,
                CST: "20",
                modBC: 3,
                pRedBC: 50,
                vBC: 50,
                pICMS: 12,
                vICMS: 6,
              },
            },
            PIS: {
              PISAliq: {
                CST: "01",
                vBC: 94,
                pPIS: 1.65,
                vPIS: 1.55,
              },
            },
            COFINS: {
              COFINSAliq: {
                CST: "01",
                vBC: 94,
                pCOFINS: 7.6,
                vCOFINS: 7.14,
              },
            },
          },
        },
        {
          nItem: 2,
          prod: {
            cProd: "2",
            cEAN: "SEM GTIN",
            xProd: "Livro",
            NCM: "49019900",
            CFOP: "6102",
            uCom: "UN",
            qCom: 1,
            vUnCom: 39.9,
            vProd: 39.9,
            cEANTrib: "SEM GTIN",
            uTrib: "UN",
            qTrib: 1,
            vUnTrib: 39.9,
            indTot: 1,
          },
          imposto: {
            ICMS: {
              ICMS40: {
                orig: 0,
                CST: "40",
              },
            },
            PIS: {
              PISNT: {
                CST: "06",
              },
            },
            COFINS: {
              COFINSNT: {
                CST: "06",
              },
            },
          },
        },
      ],
      total: {
        ICMSTot: {
          vBC: 50,
          vICMS: 6,
          vICMSDeson: 0,
          vFCP: 0,
          vBCST: 0,
          vST: 0,
          vFCPST: 0,
          vFCPSTRet: 0,
          vProd: 139.9,
          vFrete: 0,
          vSeg: 0,
          vDesc: 0,
          vII: 0,
          vIPI: 0,
          vIPIDevol: 0,
          vPIS: 1.55,
          vCOFINS: 7.14,
          vOutro: 0,
          vNF: 139.9,
        },
      },
      transp: {
        modFrete: 9,
      },
      pag: {
        detPag: [
          {
            tPag: "99",
            xPag: "Outros",
            vPag: 139.9,
          },
        ],
      },
      infAdic: {
        infCpl: "Pagamento pay_1",
      },
    },
  });
});

/** What NfeConsultaProtocolo4 says of the key. */
function consultation(cStat: string, protocol?: string): JsonObject {
  return {
    cStat,
    chNFe: key,
    NFe: {
      infNFe: {
        Id: `NFe${key}`,
        ide: { dhEmi: "2026-11-20T12:00:00-03:00" },
        total: { ICMSTot: { vNF: 59.97 } },
      },
    },
    ...(protocol === undefined
      ? {}
      : { protNFe: { infProt: { cStat: protocol, xMotivo: "Motivo", nProt: "135260000000042" } } }),
  };
}

it.each([
  ["100", "100", "authorized"],
  ["150", "150", "authorized"],
  ["101", "100", "cancelled"],
  ["151", "100", "cancelled"],
  ["302", "302", "rejected"],
  ["539", "539", "rejected"],
  ["105", undefined, "processing"],
])("reads cStat %s with the protocol's %s as %s", async (cStat, protocol, status) => {
  const { calls, translate } = translateWith({ sefaz_get_nfe_protocol: consultation(cStat, protocol) });
  const output = await translate(invoice, { action: "get", invoice_id: key });
  expect(output).toMatchObject({
    invoice_id: key,
    type: "nfe",
    status,
    number: 42,
    series: "1",
    access_key: key,
    issued_at: "2026-11-20T12:00:00-03:00",
    amount: 5997,
  });
  expect(output.rejection).toEqual(status === "rejected" ? { code: cStat, message: "Motivo" } : undefined);
  expect(calls).toEqual([{ kind: "read", tool: "sefaz_get_nfe_protocol", arguments: { chNFe: key } }]);
});

it("cancels by key and protocol, and says no where SEFAZ does", async () => {
  const cancel: InvoiceInput = { action: "cancel", invoice_id: key, reason: "Pedido cancelado pelo cliente" };
  const responses = (cStat: string) => ({
    sefaz_get_nfe_protocol: consultation("100", "100"),
    sefaz_cancel_nfe: { retEvento: { infEvento: { cStat, xMotivo: "Prazo" } } },
  });
  const done = translateWith(responses("135"));
  expect(await done.translate(invoice, cancel)).toMatchObject({ status: "cancelled" });
  expect(done.calls[1]?.arguments).toEqual({
    chNFe: key,
    nProt: "135260000000042",
    xJust: "Pedido cancelado pelo cliente",
  });
  await expect(translateWith(responses("501")).translate(invoice, cancel)).rejects.toMatchObject({
    code: "event_rejected",
    providerCode: "501",
  });
});

it("issues in earnest where the environment is live: tpAmb 1", async () => {
  const { calls, translate } = translateWith({ sefaz_authorize_nfe: { cStat: "103" } });
  await translate(invoice, goodsOrder, { environment: "live" });
  expect(calls[0]?.arguments).toMatchObject({ infNFe: { ide: { tpAmb: 1 } } });
});

it.each(["cte", "mdfe"] as const)("refuses a live %s", async (type) => {
  const { calls, translate } = translateWith({});
  await expect(translate(invoice, { ...goodsOrder, type }, { environment: "live" })).rejects.toMatchObject({
    message: expect.stringContaining(`Call sefaz_authorize_${type}`),
  });
  expect(calls).toEqual([]);
});

it("asks for a month's SPED file, which is cancelled nowhere", async () => {
  const file = {
    id: "s1",
    status: "transmitido",
    recibo: "R1",
    valor_total: 59.97,
    arquivo_url: "https://sped.example.com/s1",
  };
  const { calls, translate } = translateWith({ sefaz_create_sped_file: file });
  expect(await translate(invoice, { type: "sped", period: "2026-11" })).toEqual({
    invoice_id: "s1",
    type: "sped",
    status: "authorized",
    protocol: "R1",
    amount: 5997,
    xml_url: "https://sped.example.com/s1",
  });
  expect(calls[0]?.arguments).toEqual({ tipo: "efd_icms_ipi", periodo: "2026-11" });
});
