import type { JsonObject } from "@codespar/contract";
import { BRAZIL_STATES, bareText, formatOffsetTimestamp, isBrazilState, SAO_PAULO } from "@codespar/formats";
import { omitUndefined } from "../../json/omit-undefined.ts";
import type { DfeReceiver } from "./dfe-receiver.ts";
import type { GoodsDocument, GoodsLine } from "./goods-document.ts";
import { type ConsumptionLine, CRT, type IcmsLine, type RevenueLine } from "./goods-taxes.ts";
import { toReais } from "./invoice-amounts.ts";
import type { BrazilAddress } from "./resolve-address.ts";

export interface LayoutOptions {
  /** Milliseconds since the epoch. */
  now: number;
  isLive: boolean;
  number: number;
}

/** An NF-e or NFC-e by the names of its XML (layout 4.00; IBS and CBS by NT 2025.002). */
export function nfeLayout(document: GoodsDocument, { now, isLive, number }: LayoutOptions): JsonObject {
  const { type, issuer, receiver, lines, note } = document;
  const { state, city_code: city } = issuer.address;
  return omitUndefined({
    versao: "4.00",
    ide: {
      cUF: Number(isBrazilState(state) ? BRAZIL_STATES[state].ibge : city.slice(0, 2)),
      natOp: document.operation,
      mod: type === "nfe" ? 55 : 65,
      serie: document.series,
      nNF: number,
      dhEmi: formatOffsetTimestamp(now, SAO_PAULO),
      tpNF: 1,
      idDest: document.isInterstate ? 2 : 1,
      cMunFG: city,
      tpImp: type === "nfe" ? 1 : 4,
      tpEmis: 1,
      tpAmb: isLive ? 1 : 2,
      finNFe: 1,
      indFinal: receiver?.stateTaxId === undefined ? 1 : 0,
      // sold over the internet, or over the counter
      indPres: type === "nfe" ? 2 : 1,
      procEmi: 0,
      verProc: "CodeSpar",
    },
    emit: toEmit(document),
    dest: receiver && toDest(receiver),
    det: lines.map(toDet),
    total: toTotal(lines),
    transp: { modFrete: 9 },
    pag: { detPag: [{ tPag: "99", xPag: "Outros", vPag: toReais(document.total) }] },
    infAdic: note === undefined ? undefined : { infCpl: note },
  });
}

function toEmit({ issuer }: GoodsDocument): JsonObject {
  const { address } = issuer;
  return omitUndefined({
    CNPJ: bareText(issuer.tax_id),
    xNome: issuer.name,
    xFant: issuer.trade_name,
    enderEmit: omitUndefined({
      xLgr: address.street,
      nro: address.number,
      xCpl: address.complement,
      xBairro: address.district,
      cMun: address.city_code,
      xMun: address.city,
      UF: address.state,
      CEP: bareText(address.postal_code),
      cPais: "1058",
      xPais: "BRASIL",
    }),
    IE: issuer.state_tax_id && bareText(issuer.state_tax_id),
    CRT: CRT[issuer.tax_regime],
  });
}

function toDest(receiver: DfeReceiver): JsonObject {
  return omitUndefined({
    CNPJ: receiver.cnpj,
    CPF: receiver.cpf,
    xNome: receiver.name,
    enderDest: receiver.address && enderDest(receiver.address, receiver.phone),
    // 1 pays ICMS, 9 does not
    indIEDest: receiver.stateTaxId === undefined ? 9 : 1,
    IE: receiver.stateTaxId,
    email: receiver.email,
  });
}

function enderDest(address: BrazilAddress, phone: string | undefined): JsonObject {
  return omitUndefined({
    xLgr: address.street,
    nro: address.number,
    xCpl: address.complement,
    xBairro: address.district,
    cMun: address.cityCode,
    xMun: address.city,
    UF: address.state,
    CEP: address.postalCode,
    cPais: "1058",
    xPais: "BRASIL",
    fone: phone,
  });
}

function toDet(line: GoodsLine, index: number): JsonObject {
  const price = toReais(line.unitAmount);
  return {
    nItem: index + 1,
    prod: omitUndefined({
      cProd: line.code,
      cEAN: "SEM GTIN",
      xProd: line.description,
      NCM: line.ncm,
      CEST: line.cest,
      CFOP: line.cfop,
      uCom: line.unit,
      qCom: line.quantity,
      vUnCom: price,
      vProd: toReais(line.total),
      cEANTrib: "SEM GTIN",
      uTrib: line.unit,
      qTrib: line.quantity,
      vUnTrib: price,
      indTot: 1,
    }),
    imposto: omitUndefined({
      ICMS: icmsGroup(line.icms),
      PIS: revenueGroup("PIS", line.pis),
      COFINS: revenueGroup("COFINS", line.cofins),
      IBSCBS: line.ibsCbs && ibsCbsGroup(line.ibsCbs),
    }),
  };
}

function icmsGroup({ origin, cst, taxed, credit }: IcmsLine): JsonObject {
  const orig = Number(origin);
  if (cst === "101" && credit !== undefined) {
    return {
      ICMSSN101: { orig, CSOSN: cst, pCredSN: credit.rate, vCredICMSSN: toReais(credit.amount) },
    };
  }
  if (cst.length === 3) return { [cst === "500" ? "ICMSSN500" : "ICMSSN102"]: { orig, CSOSN: cst } };
  if (taxed === undefined) return { [cst === "60" ? "ICMS60" : "ICMS40"]: { orig, CST: cst } };
  return {
    [`ICMS${cst}`]: omitUndefined({
      orig,
      CST: cst,
      // 3: by the value of the operation
      modBC: 3,
      pRedBC: taxed.baseReduction,
      vBC: toReais(taxed.base),
      pICMS: taxed.rate,
      vICMS: toReais(taxed.amount),
    }),
  };
}

function revenueGroup(tax: "PIS" | "COFINS", { cst, taxed }: RevenueLine): JsonObject {
  if (taxed === undefined) return { [`${tax}NT`]: { CST: cst } };
  const group = Number(cst) <= 2 ? `${tax}Aliq` : `${tax}Outr`;
  return {
    [group]: {
      CST: cst,
      vBC: toReais(taxed.base),
      [`p${tax}`]: taxed.rate,
      [`v${tax}`]: toReais(taxed.amount),
    },
  };
}

/** NT 2025.002; that Nuvem Fiscal takes it under this name is unverified: its specification 2.58 is older. */
function ibsCbsGroup(line: ConsumptionLine): JsonObject {
  return {
    CST: line.cst,
    cClassTrib: line.classCode,
    gIBSCBS: {
      vBC: toReais(line.base),
      gIBSUF: { pIBSUF: line.ibsState.rate, vIBSUF: toReais(line.ibsState.amount) },
      gIBSMun: { pIBSMun: line.ibsCity.rate, vIBSMun: toReais(line.ibsCity.amount) },
      vIBS: toReais(line.ibs),
      gCBS: { pCBS: line.cbs.rate, vCBS: toReais(line.cbs.amount) },
    },
  };
}

function toTotal(lines: readonly GoodsLine[]): JsonObject {
  const sum = (amountOf: (line: GoodsLine) => number | undefined) =>
    toReais(lines.reduce((total, line) => total + (amountOf(line) ?? 0), 0));
  const total = sum((line) => line.total);
  // nothing is deferred or given back
  const none = { vDif: 0, vDevTrib: 0 };
  const noCredit = { vCredPres: 0, vCredPresCondSus: 0 };
  const hasConsumptionTax = lines.some(({ ibsCbs }) => ibsCbs !== undefined);
  return omitUndefined({
    ICMSTot: {
      vBC: sum(({ icms }) => icms.taxed?.base),
      vICMS: sum(({ icms }) => icms.taxed?.amount),
      vICMSDeson: 0,
      vFCP: 0,
      vBCST: 0,
      vST: 0,
      vFCPST: 0,
      vFCPSTRet: 0,
      vProd: total,
      vFrete: 0,
      vSeg: 0,
      vDesc: 0,
      vII: 0,
      vIPI: 0,
      vIPIDevol: 0,
      vPIS: sum(({ pis }) => pis.taxed?.amount),
      vCOFINS: sum(({ cofins }) => cofins.taxed?.amount),
      vOutro: 0,
      vNF: total,
    },
    IBSCBSTot: hasConsumptionTax
      ? {
          vBCIBSCBS: sum(({ ibsCbs }) => ibsCbs?.base),
          gIBS: {
            gIBSUF: { ...none, vIBSUF: sum(({ ibsCbs }) => ibsCbs?.ibsState.amount) },
            gIBSMun: { ...none, vIBSMun: sum(({ ibsCbs }) => ibsCbs?.ibsCity.amount) },
            vIBS: sum(({ ibsCbs }) => ibsCbs?.ibs),
            ...noCredit,
          },
          gCBS: { ...none, vCBS: sum(({ ibsCbs }) => ibsCbs?.cbs.amount), ...noCredit },
        }
      : undefined,
  });
}
