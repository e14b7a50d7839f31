import type { TranslationContext } from "@codespar/backend/ports";
import {
  type CfdiProductRule,
  type InvoiceInput,
  type InvoiceItem,
  lineAmount,
  type MexicoIssuer,
} from "@codespar/contract";
import { splitIva } from "@codespar/formats";
import { type CfdiReceiver, cfdiReceiver } from "./cfdi-receiver.ts";
import { findRule } from "./find-rule.ts";
import { refuseField } from "./refuse-field.ts";
import { requireMexicoIssuer } from "./require-issuer.ts";

/** One concept of a CFDI. Amounts in centavos. */
export interface CfdiLine {
  /** The shop's own code. */
  code?: string | undefined;
  description: string;
  productKey: string;
  unitKey: string;
  taxObject: string;
  quantity: number;
  unitAmount: number;
  /** Per cent, or exempt; absent where the product is no object of tax, and on a traslado. */
  iva?: 16 | 8 | 0 | "exempt" | undefined;
  /** Before IVA. */
  subtotal: number;
  tax: number;
  total: number;
}

/** A CFDI before it is said in a provider's words. */
export interface CfdiDraft {
  /** TipoDeComprobante. */
  type: "I" | "E" | "T";
  issuer: MexicoIssuer;
  receiver: CfdiReceiver;
  series?: string | undefined;
  /** c_FormaPago and c_MetodoPago; a traslado has none. */
  payment?: { form: string; method: "PUE" | "PPD" } | undefined;
  lines: CfdiLine[];
  /** Upper case. */
  relatedUuid?: string | undefined;
}

/** Puts request and fiscal profile together. Refuses what SAT would. */
export function cfdiDraft(input: InvoiceInput, context: TranslationContext): CfdiDraft {
  const issuer = requireMexicoIssuer(context);
  const { cfdi_type: kind = "ingreso", items = [], related_uuid: relatedUuid } = input;
  const type = kind === "egreso" ? "E" : kind === "traslado" ? "T" : "I";
  const form = input.payment_form ?? issuer.payment_form ?? "03";
  return {
    type,
    issuer,
    receiver: cfdiReceiver(input, issuer, context.now),
    series: issuer.series?.[kind],
    // 99, to be defined, is what is paid later
    payment: type === "T" ? undefined : { form, method: form === "99" ? "PPD" : "PUE" },
    lines: items.map((item, index) => toLine(item, index, type === "T", issuer)),
    relatedUuid: relatedUuid?.toUpperCase(),
  };
}

function toLine(item: InvoiceItem, index: number, isTransfer: boolean, issuer: MexicoIssuer): CfdiLine {
  const rule = findRule(issuer.products, item.code);
  const { tax_object: taxObject = "02", unit_key: unitKey = "H87", iva = 16 } = rule ?? {};
  const line = {
    code: item.code,
    description: item.description,
    productKey: findProductKey(item, index, rule),
    unitKey,
    quantity: item.quantity,
    // what is only moved has no price
    unitAmount: isTransfer ? 0 : item.unit_amount,
  };
  const total = isTransfer ? 0 : lineAmount(item);
  if (isTransfer || taxObject === "01") {
    return { ...line, taxObject: "01", subtotal: total, tax: 0, total };
  }
  if (taxObject !== "02") {
    throw refuseField(
      `items.${index}: its rule has tax_object ${taxObject}, which is not made here: 01 (no object of tax) and 02 (taxed) are. Use a native tool.`,
    );
  }
  return { ...line, taxObject, iva, ...splitIva(total, iva === "exempt" ? 0 : iva), total };
}

/** SAT's key for the product: its own code where that is one, else the rule's. */
function findProductKey({ code }: InvoiceItem, index: number, rule: CfdiProductRule | undefined): string {
  if (code !== undefined && /^\d{8}$/.test(code)) return code;
  if (rule !== undefined) return rule.product_key;
  const what = code === undefined ? "an item without code" : `code ${JSON.stringify(code)}`;
  throw refuseField(
    `items.${index}: the fiscal profile has no rule in mexico.products for ${what}. Add one; codes ["*"] stands for every other item.`,
  );
}
