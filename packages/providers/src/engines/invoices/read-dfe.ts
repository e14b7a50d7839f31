import type { Json, JsonObject } from "@codespar/contract";
import { parseDfeAccessKey, SAO_PAULO } from "@codespar/formats";
import { amountAt, instantAt, isObject } from "../../json/native-json.ts";
import { numberAt, objectsAt, textAt, valueAt } from "../../json/read-arguments.ts";
import type { FiscalIssuer, FiscalReceiver } from "./fiscal-document.ts";
import type { GoodsCheck, TaxAmount } from "./goods-rules.ts";
import type { IssueRequest } from "./issue-document.ts";
import { getReceiver, hasText, readGoodsItems, toIssuer } from "./read-goods.ts";

/** An issue request but for what the provider adds: its id and the caller's reference. */
export type DfeRequest = Omit<IssueRequest, "id" | "reference">;

const goodsFields = {
  description: "prod.xProd",
  ncm: "prod.NCM",
  code: "prod.cProd",
  quantity: "prod.qCom",
  unitPrice: "prod.vUnCom",
  amount: "prod.vProd",
};

/** Reads `infNFe` (layout 4.00, models 55 and 65) with the field names of the XML. */
export function readNfe(infNfe: Json | undefined, kind: "nfe" | "nfce"): DfeRequest {
  const ide = valueAt(infNfe, "ide");
  return {
    kind,
    items: readGoodsItems(objectsAt(infNfe, "det"), goodsFields, readTaxes),
    receiver: readReceiver(valueAt(infNfe, "dest")),
    issuer: readIssuer(valueAt(infNfe, "emit")),
    isInterstate: numberAt(ide, "idDest") === 2,
    isLive: numberAt(ide, "tpAmb") === 1,
    statedAmount: centavosAt(infNfe, "total.ICMSTot.vNF"),
    series: numberAt(ide, "serie"),
    number: numberAt(ide, "nNF"),
    issuedAt: instantAt(ide, "dhEmi", SAO_PAULO),
    accessKey: parseDfeAccessKey(textAt(infNfe, "Id") ?? "")?.key,
    layout: isObject(infNfe) ? infNfe : undefined,
  };
}

/** The first group of a tax, whatever it is called: `ICMS00`, `PISOutr`. */
function findGroup(imposto: Json | undefined, tax: string): JsonObject | undefined {
  const groups = valueAt(imposto, tax);
  if (typeof groups !== "object" || groups === null || Array.isArray(groups)) return undefined;
  const [group] = Object.values(groups);
  return typeof group === "object" && group !== null && !Array.isArray(group) ? group : undefined;
}

function readTaxes({ prod, imposto }: JsonObject): GoodsCheck {
  const [icms, pis, cofins] = [
    findGroup(imposto, "ICMS"),
    findGroup(imposto, "PIS"),
    findGroup(imposto, "COFINS"),
  ];
  const ibsCbs = valueAt(imposto, "IBSCBS.gIBSCBS");
  return {
    ncm: textAt(prod, "NCM"),
    cfop: textAt(prod, "CFOP"),
    icms: textAt(icms, "CST") ?? textAt(icms, "CSOSN"),
    pis: textAt(pis, "CST"),
    cofins: textAt(cofins, "CST"),
    amounts: [
      ...taxAmount("ICMS", icms, ["vBC", "pICMS", "vICMS"]),
      ...taxAmount("PIS", pis, ["vBC", "pPIS", "vPIS"]),
      ...taxAmount("COFINS", cofins, ["vBC", "pCOFINS", "vCOFINS"]),
      ...taxAmount("IBS", ibsCbs, ["vBC", "gIBSUF.pIBSUF", "gIBSUF.vIBSUF"]),
      ...taxAmount("IBS", ibsCbs, ["vBC", "gIBSMun.pIBSMun", "gIBSMun.vIBSMun"]),
      ...taxAmount("CBS", ibsCbs, ["vBC", "gCBS.pCBS", "gCBS.vCBS"]),
    ],
  };
}

/** Base, rate and amount of a tax at these paths; none where the document does not say all three. */
export function taxAmount(
  tax: TaxAmount["tax"],
  json: Json | undefined,
  [basePath, ratePath, amountPath]: readonly [string, string, string],
): TaxAmount[] {
  const base = centavosAt(json, basePath);
  const rate = numberAt(json, ratePath);
  const amount = centavosAt(json, amountPath);
  if (base === undefined || rate === undefined || amount === undefined) return [];
  return [{ tax, base, rate, amount }];
}

/** Reads `emit`; without a CNPJ the account's merchant issues. */
export function readIssuer(emit: Json | undefined): FiscalIssuer | undefined {
  const cnpj = textAt(emit, "CNPJ");
  if (cnpj === undefined) return undefined;
  return toIssuer({
    cnpj,
    name: textAt(emit, "xNome"),
    tradeName: textAt(emit, "xFant"),
    state: textAt(emit, "enderEmit.UF"),
    city: textAt(emit, "enderEmit.xMun"),
    cityCode: textAt(emit, "enderEmit.cMun"),
    postalCode: textAt(emit, "enderEmit.CEP"),
  });
}

/** Reads `infCte` (layout 4.00): each component of the freight's price is an item. */
export function readCte(infCte: Json | undefined): DfeRequest {
  const ide = valueAt(infCte, "ide");
  const total = numberAt(infCte, "vPrest.vTPrest");
  // a component's name is cut to 15 characters; what it was called stands in the notes
  const names = textAt(infCte, "compl.xObs")?.split("; ") ?? [];
  const components = objectsAt(infCte, "vPrest.Comp").map((component, index) => ({
    description: names[index] ?? textAt(component, "xNome") ?? "",
    code: textAt(infCte, `compl.ObsCont.${index}.xTexto`),
    quantity: 1,
    unitPrice: numberAt(component, "vComp") ?? 0,
  }));
  return {
    kind: "cte",
    items:
      components.length > 0 ? components : [{ description: "Frete", quantity: 1, unitPrice: total ?? 0 }],
    receiver: readReceiver(valueAt(infCte, "dest")),
    issuer: readIssuer(valueAt(infCte, "emit")),
    isLive: numberAt(ide, "tpAmb") === 1,
    statedAmount: centavosAt(infCte, "vPrest.vTPrest"),
    series: numberAt(ide, "serie"),
    number: numberAt(ide, "nCT"),
    issuedAt: instantAt(ide, "dhEmi", SAO_PAULO),
  };
}

/** Reads `infMDFe` (layout 3.00): its value is that of the cargo. */
export function readMdfe(infMdfe: Json | undefined): DfeRequest {
  const ide = valueAt(infMdfe, "ide");
  return {
    kind: "mdfe",
    items: [
      {
        description: textAt(infMdfe, "prodPred.xProd") ?? "Carga geral",
        code: textAt(infMdfe, "prodPred.NCM"),
        quantity: 1,
        unitPrice: numberAt(infMdfe, "tot.vCarga") ?? 0,
      },
    ],
    receiver: readReceiver(valueAt(infMdfe, "infContratante.0")),
    issuer: readIssuer(valueAt(infMdfe, "emit")),
    isLive: numberAt(ide, "tpAmb") === 1,
    series: numberAt(ide, "serie"),
    number: numberAt(ide, "nMDF"),
    issuedAt: instantAt(ide, "dhEmi", SAO_PAULO),
  };
}

/** Reads `infDPS`, the declaration of the national NFS-e standard: one service. */
export function readDps(infDps: Json | undefined): DfeRequest {
  return {
    kind: "nfse",
    items: [
      {
        description: textAt(infDps, "serv.cServ.xDescServ") ?? "",
        code: textAt(infDps, "serv.cServ.cTribNac") ?? textAt(infDps, "serv.cServ.cIntContrib"),
        quantity: 1,
        unitPrice: numberAt(infDps, "valores.vServPrest.vServ") ?? 0,
      },
    ],
    receiver: readReceiver(valueAt(infDps, "toma")),
    issuer: readIssuer(valueAt(infDps, "prest")),
    isLive: numberAt(infDps, "tpAmb") === 1,
    series: numberAt(infDps, "serie"),
    number: numberAt(infDps, "nDPS"),
    issuedAt: instantAt(infDps, "dhEmi", SAO_PAULO),
  };
}

/** Reads `dest`, `toma` and their like. */
export function readReceiver(person: Json | undefined): FiscalReceiver | undefined {
  if (person === undefined) return undefined;
  const document = textAt(person, "CNPJ") ?? textAt(person, "CPF");
  const receiver = getReceiver(textAt(person, "xNome"), document, textAt(person, "email"));
  return hasText(person, [
    "enderDest.xLgr",
    "enderDest.nro",
    "enderDest.xBairro",
    "enderDest.cMun",
    "enderDest.UF",
  ])
    ? { ...receiver, hasAddress: true }
    : receiver;
}

/** Centavos of an amount in reais. */
export function centavosAt(json: Json | undefined, path: string): number | undefined {
  return amountAt(json, path, "BRL");
}
