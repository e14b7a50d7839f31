import type { CfdiStamp } from "@codespar/formats";

/** TipoDeComprobante: I ingreso (sale), E egreso (credit note), T traslado (goods on the move). */
export type CfdiKind = "I" | "E" | "T";

export interface CfdiItem {
  description: string;
  code?: string | undefined;
  quantity: number;
  /** Centavos before tax. */
  subtotal: number;
  /** Centavos of IVA. */
  tax: number;
}

export interface CfdiReceiver {
  rfc: string;
  name?: string | undefined;
  email?: string | undefined;
  /** UsoCFDI. */
  use: string;
  /** RegimenFiscalReceptor. */
  regime?: string | undefined;
  /** DomicilioFiscalReceptor. */
  postalCode?: string | undefined;
}

/** A CFDI 4.0 as the sandbox keeps it: plain JSON under the kind `invoice`. */
export interface CfdiDocument {
  family: "mexico";
  /** The provider's own id. */
  id: string;
  operationId: string;
  status: "valid" | "canceled";
  kind: CfdiKind;
  series: string;
  folio: number;
  /** Epoch milliseconds. */
  issuedAt: number;
  items: CfdiItem[];
  /** Centavos; a traslado has none. */
  subtotal: number;
  tax: number;
  total: number;
  receiver: CfdiReceiver;
  /** c_FormaPago and c_MetodoPago; a traslado has none. */
  payment?: { form: string; method: string } | undefined;
  /** The CFDI that an egreso gives credit for, upper case. */
  relatedUuid?: string | undefined;
  reference?: string | undefined;
  /** LugarExpedicion. */
  place?: string | undefined;
  stamp: CfdiStamp;
  /** MotivoCancelacion (01 to 04) and when, in epoch milliseconds. */
  cancellation?: { motive: string; at: number } | undefined;
}
