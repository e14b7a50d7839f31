import type { CfdiStamp } from "@codespar/formats";

/** TipoDeComprobante: I ingreso (sale), E egreso (credit note), T traslado (goods on the move), P pago (payment received). */
export type CfdiKind = "I" | "E" | "T" | "P";

/** How a concept was asked for, where its provider repeats it. */
export interface CfdiItemOrigin {
  productKey: string;
  unitKey: string;
  unitName: string;
  sku: string;
  /** Pesos, as it was sent. */
  price: number;
  isTaxIncluded: boolean;
  /** c_ObjetoImp. */
  taxability: string;
  /** Per cent of IVA; undefined: no tax. */
  rate: number | "exempt" | undefined;
}

export interface CfdiItem {
  origin?: CfdiItemOrigin | undefined;
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

/** What a payment pays of one CFDI (DoctoRelacionado of Pagos 2.0). Centavos. */
export interface CfdiPaidDocument {
  /** Upper case. */
  uuid: string;
  series?: string | undefined;
  folio?: string | undefined;
  /** NumParcialidad, from 1. */
  installment: number;
  /** ImpSaldoAnt, ImpPagado and ImpSaldoInsoluto. */
  previousBalance: number;
  amount: number;
  remaining: number;
  /** ObjetoImpDR. */
  taxObject: string;
  /** IVA of what is paid: base in pesos with up to six decimals, rate as a share of one. */
  taxes: { base: number; rate: number; isExempt: boolean }[];
}

/** A payment of a complement for payments (Pagos 2.0), in pesos. */
export interface CfdiPayment {
  /** FormaDePagoP. */
  form: string;
  /** As it was sent. */
  date?: string | undefined;
  /** Monto, in centavos. */
  amount: number;
  documents: CfdiPaidDocument[];
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
  /** c_FormaPago and c_MetodoPago; a traslado and a pago have none. */
  payment?: { form: string; method: string } | undefined;
  /** The CFDI that an egreso gives credit for, upper case. */
  relatedUuid?: string | undefined;
  reference?: string | undefined;
  /** Of a CFDI of type P. */
  payments?: CfdiPayment[] | undefined;
  /** LugarExpedicion. */
  place?: string | undefined;
  stamp: CfdiStamp;
  /** MotivoCancelacion (01 to 04) and when, in epoch milliseconds. */
  cancellation?: { motive: string; at: number } | undefined;
}
