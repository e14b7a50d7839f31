import type { JsonObject } from "@codespar/contract";
import { parseAmount } from "@codespar/formats";
import { objectsAt, textAt, valueAt } from "@codespar/providers/simulated";
import type { FiscalLine, LineTaxes } from "../documents/draw-danfe-items.ts";
import type { DanfceView } from "../documents/render-danfce.ts";
import type { DanfeTotals } from "../documents/render-danfe.ts";

/** tPag by name (layout 4.00). */
const paymentNames: Readonly<Record<string, string>> = {
  "01": "Dinheiro",
  "02": "Cheque",
  "03": "Cartão de Crédito",
  "04": "Cartão de Débito",
  "05": "Crédito Loja",
  "15": "Boleto Bancário",
  "16": "Depósito Bancário",
  "17": "Pagamento Instantâneo (Pix)",
  "18": "Transferência bancária",
  "90": "Sem pagamento",
  "99": "Outros",
};

/** What the totals of an NF-e say of taxes and charges, in centavos. */
export function readTotals(layout: JsonObject | undefined): DanfeTotals {
  const amount = (field: string) => centavosAt(layout, `total.ICMSTot.${field}`);
  return {
    icmsBase: amount("vBC"),
    icms: amount("vICMS"),
    substitutionBase: amount("vBCST"),
    substitution: amount("vST"),
    goods: amount("vProd"),
    freight: amount("vFrete"),
    insurance: amount("vSeg"),
    discount: amount("vDesc"),
    other: amount("vOutro"),
    ipi: amount("vIPI"),
  };
}

type SentLine = Pick<FiscalLine, "ncm" | "operation" | "unit" | "taxes"> & { code?: string | undefined };

/** What the layout says of an item beyond what every document has. @param index From 0. */
export function readLine(layout: JsonObject | undefined, index: number): SentLine {
  const item = valueAt(layout, `det.${index}`);
  if (item === undefined) return {};
  return {
    code: textAt(item, "prod.cProd"),
    ncm: textAt(item, "prod.NCM"),
    operation: textAt(item, "prod.CFOP"),
    unit: textAt(item, "prod.uCom"),
    taxes: readTaxes(objectAt(item, "imposto")),
  };
}

/** How an NFC-e was paid. */
export function readPayments(layout: JsonObject | undefined): DanfceView["payments"] {
  return objectsAt(layout, "pag.detPag").map((payment) => {
    const code = textAt(payment, "tPag")?.padStart(2, "0") ?? "";
    return { name: paymentNames[code] ?? code, amount: centavosAt(payment, "vPag") ?? 0 };
  });
}

function readTaxes(taxes: JsonObject | undefined): LineTaxes {
  // the group is named after the tax's own rules: `ICMS00`, `ICMSSN102`, `IPITrib`
  const [icms] = Object.values(objectAt(taxes, "ICMS") ?? {});
  const ipi = valueAt(taxes, "IPI.IPITrib");
  const situation = textAt(icms, "CST") ?? textAt(icms, "CSOSN");
  return {
    situation: situation === undefined ? undefined : `${textAt(icms, "orig") ?? ""}${situation}`,
    icmsBase: centavosAt(icms, "vBC"),
    icms: centavosAt(icms, "vICMS"),
    icmsRate: textAt(icms, "pICMS"),
    ipi: centavosAt(ipi, "vIPI"),
    ipiRate: textAt(ipi, "pIPI"),
  };
}

function objectAt(json: JsonObject[string] | undefined, path: string): JsonObject | undefined {
  const value = valueAt(json, path);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

/** Undefined as well for what is no amount: a paper is printed whatever somebody sent. */
function centavosAt(json: JsonObject[string] | undefined, path: string): number | undefined {
  const text = textAt(json, path);
  return text === undefined ? undefined : parseAmount(text, "BRL");
}
