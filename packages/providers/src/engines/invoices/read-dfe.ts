import type { Json } from "@codespar/contract";
import { SAO_PAULO } from "@codespar/formats";
import { amountAt } from "../../json/amount-at.ts";
import { instantAt } from "../../json/instant-at.ts";
import { numberAt, objectsAt, textAt, valueAt } from "../../json/read-arguments.ts";
import type { FiscalReceiver } from "./fiscal-document.ts";
import type { IssueRequest } from "./issue-document.ts";
import { getReceiver, readGoodsItems } from "./read-goods.ts";

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
    items: readGoodsItems(objectsAt(infNfe, "det"), goodsFields),
    receiver: readReceiver(valueAt(infNfe, "dest")),
    statedAmount: centavosAt(infNfe, "total.ICMSTot.vNF"),
    series: numberAt(ide, "serie"),
    number: numberAt(ide, "nNF"),
    issuedAt: instantAt(ide, "dhEmi", SAO_PAULO),
  };
}

/** Reads `infCte` (layout 4.00): each component of the freight's price is an item. */
export function readCte(infCte: Json | undefined): DfeRequest {
  const ide = valueAt(infCte, "ide");
  const total = numberAt(infCte, "vPrest.vTPrest");
  const components = objectsAt(infCte, "vPrest.Comp").map((component, index) => ({
    description: textAt(component, "xNome") ?? "",
    code: textAt(infCte, `compl.ObsCont.${index}.xTexto`),
    quantity: 1,
    unitPrice: numberAt(component, "vComp") ?? 0,
  }));
  return {
    kind: "cte",
    items:
      components.length > 0 ? components : [{ description: "Frete", quantity: 1, unitPrice: total ?? 0 }],
    receiver: readReceiver(valueAt(infCte, "dest")),
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
    series: numberAt(infDps, "serie"),
    number: numberAt(infDps, "nDPS"),
    issuedAt: instantAt(infDps, "dhEmi", SAO_PAULO),
  };
}

/** Reads `dest`, `toma` and their like. */
export function readReceiver(person: Json | undefined): FiscalReceiver | undefined {
  if (person === undefined) return undefined;
  const document = textAt(person, "CNPJ") ?? textAt(person, "CPF");
  return getReceiver(textAt(person, "xNome"), document, textAt(person, "email"));
}

/** Centavos of an amount in reais. */
export function centavosAt(json: Json | undefined, path: string): number | undefined {
  return amountAt(json, path, "BRL");
}
