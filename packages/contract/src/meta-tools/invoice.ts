import type { Customer } from "./customer.ts";

export const invoiceActions = ["issue", "get", "cancel", "correct"] as const;

export type InvoiceAction = (typeof invoiceActions)[number];

export const invoiceTypes = ["nfe", "nfce", "nfse", "cte", "mdfe", "sped", "cfdi"] as const;

export type InvoiceType = (typeof invoiceTypes)[number];

export const cfdiTypes = ["ingreso", "egreso", "traslado"] as const;

export type CfdiType = (typeof cfdiTypes)[number];

/** What a CFDI to the public in general must say of its period (SAT, CFDI 4.0, InformacionGlobal). */
export interface GlobalInformation {
  /** c_Periodicidad: `01` day, `02` week, `03` fortnight, `04` month, `05` two months. */
  periodicity: "01" | "02" | "03" | "04" | "05";
  /** c_Meses: `01` to `12`, or `13` to `18` for two months. */
  months: string;
  year: number;
}

export interface InvoiceItem {
  description: string;
  quantity: number;
  /** Minor units. */
  unit_amount: number;
  /** NCM, service code or SAT product key. */
  code?: string | undefined;
}

/**
 * Input of `codespar_invoice`. BRL for Brazilian documents, MXN for CFDI.
 * `issue` needs `type` with `customer` and `items` (`nfce`: `items`; `sped`: `period`); the other actions need
 * `invoice_id`, and `correct` a `reason` as well.
 */
export interface InvoiceInput {
  /** @default "issue" */
  action?: InvoiceAction | undefined;
  type?: InvoiceType | undefined;
  /** @default "ingreso" */
  cfdi_type?: CfdiType | undefined;
  customer?: Customer | undefined;
  items?: InvoiceItem[] | undefined;
  /** Minor units; must be what the items add up to. */
  amount?: number | undefined;
  /** The payment that this document is for. */
  payment_id?: string | undefined;
  /** CFDI: key of SAT's catalogue c_UsoCFDI. @default `S01` without tax effects, or `G03` */
  use?: string | undefined;
  /** CFDI: key of SAT's catalogue c_FormaPago; `99` is paid later, in instalments (PPD). @default the fiscal profile's */
  payment_form?: string | undefined;
  /** CFDI to the public in general: the period that it covers (SAT, node InformacionGlobal). */
  global?: GlobalInformation | undefined;
  /** `YYYY-MM`, SPED only. */
  period?: string | undefined;
  /** Why it is cancelled, or what is corrected. */
  reason?: string | undefined;
  invoice_id?: string | undefined;
  /** UUID of the CFDI that an `egreso` relates to. */
  related_uuid?: string | undefined;
  /** Forces one attached server. */
  provider?: string | undefined;
}

export type InvoiceStatus = "processing" | "authorized" | "rejected" | "cancelled";

export interface InvoiceRejection {
  /** SEFAZ `cStat` or SAT code. */
  code: string;
  message: string;
}

/** Output of `codespar_invoice`. */
export interface InvoiceOutput {
  invoice_id: string;
  type: InvoiceType;
  status: InvoiceStatus;
  /** SPED has none. */
  number?: number | undefined;
  series?: string | undefined;
  /** 44 digits (50 for the national NFS-e), Brazilian documents. */
  access_key?: string | undefined;
  /** Folio fiscal, CFDI. */
  uuid?: string | undefined;
  /** Present once authorised. */
  protocol?: string | undefined;
  issued_at?: string | undefined;
  amount?: number | undefined;
  pdf_url?: string | undefined;
  xml_url?: string | undefined;
  rejection?: InvoiceRejection | undefined;
}
