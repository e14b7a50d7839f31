import type { Customer, InvoiceInput, InvoiceItem } from "@codespar/contract";
import { lineAmount } from "@codespar/contract";
import { bareText, splitIva } from "@codespar/formats";

/** SAT's letter for the meta-tool's `cfdi_type`. */
export function cfdiLetter({ cfdi_type: type }: InvoiceInput): "I" | "E" | "T" {
  if (type === "egreso") return "E";
  return type === "traslado" ? "T" : "I";
}

export interface CfdiParty {
  rfc: string;
  name: string;
  /** UsoCFDI. */
  use: string;
  /** RegimenFiscalReceptor. */
  regime: string;
}

/**
 * Who receives it: the customer by RFC, else somebody of the general public, by name if there is one. The meta-tool has
 * no field for the tax regime, so a company is taken to be under 601 (general) and a person under 612 (business activity).
 */
export function cfdiReceiver(customer: Customer | undefined): CfdiParty {
  const rfc = customer?.document === undefined ? undefined : bareText(customer.document);
  if (rfc === undefined || rfc === "XAXX010101000") {
    return { rfc: "XAXX010101000", name: customer?.name ?? "PUBLICO EN GENERAL", use: "S01", regime: "616" };
  }
  return { rfc, name: customer?.name ?? rfc, use: "G03", regime: rfc.length === 12 ? "601" : "612" };
}

/** An item's amount taken apart in centavos: the meta-tool's amounts include IVA of 16 %. */
export function splitItem(item: InvoiceItem): { subtotal: number; tax: number; total: number } {
  const total = lineAmount(item);
  return { ...splitIva(total), total };
}

/** SAT's product key; `01010101` says that there is none in the catalogue. */
export function productKey(code: string | undefined): string {
  return code !== undefined && /^\d{8}$/.test(code) ? code : "01010101";
}
