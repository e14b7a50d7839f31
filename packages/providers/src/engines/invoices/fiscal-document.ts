import type { JsonObject } from "@codespar/contract";

/** Brazilian documents that SEFAZ (or, for `nfse`, the national NFS-e system) authorises. */
export type FiscalKind = "nfe" | "nfce" | "nfse" | "cte" | "mdfe";

/** `processing` waits for the authority; `closed` is an MDF-e whose trip has ended. */
export type FiscalStatus = "processing" | "authorized" | "rejected" | "cancelled" | "closed";

export interface FiscalItem {
  description: string;
  code?: string | undefined;
  quantity: number;
  /** Reais, up to ten decimals as vUnCom has (MOC 7.0). */
  unitPrice: number;
  /** Centavos. */
  amount: number;
}

/** Where somebody is, as far as the document says. */
export interface FiscalAddress {
  street?: string | undefined;
  number?: string | undefined;
  complement?: string | undefined;
  district?: string | undefined;
  city?: string | undefined;
  state?: string | undefined;
  postalCode?: string | undefined;
}

export interface FiscalReceiver {
  name?: string | undefined;
  /** CPF or CNPJ without mask. */
  document?: string | undefined;
  email?: string | undefined;
  /** Whether there is an address that the authority takes. @default false */
  hasAddress?: boolean | undefined;
  /** What is printed; a document with a layout has it there. */
  address?: FiscalAddress | undefined;
}

/** Who issues, as far as the document says: the rest is the account's merchant. */
export interface FiscalIssuer {
  /** CNPJ without mask. */
  cnpj: string;
  name?: string | undefined;
  tradeName?: string | undefined;
  state?: string | undefined;
  city?: string | undefined;
  /** IBGE, seven digits. */
  cityCode?: string | undefined;
  postalCode?: string | undefined;
}

/** What the authority said of a document or of an event on it. */
export interface FiscalVerdict {
  /** cStat. */
  code: string;
  /** xMotivo. */
  message: string;
  /** Epoch milliseconds. */
  at: number;
  /** nProt; a refusal has none. */
  protocol?: string | undefined;
  /** digVal: base64 of the XML's SHA-1. */
  digest?: string | undefined;
}

export interface FiscalEvent extends FiscalVerdict {
  sequence: number;
  /** Why it is cancelled, or what is corrected. */
  text: string;
}

/** A Brazilian fiscal document as the sandbox keeps it: plain JSON under the kind `invoice`. */
export interface FiscalDocument {
  family: "brazil";
  kind: FiscalKind;
  /** The provider's own id. */
  id: string;
  operationId: string;
  status: FiscalStatus;
  series: number;
  number: number;
  accessKey: string;
  /** Epoch milliseconds. */
  issuedAt: number;
  /** Centavos. */
  amount: number;
  items: FiscalItem[];
  receiver?: FiscalReceiver | undefined;
  /** @default the account's merchant */
  issuer?: FiscalIssuer | undefined;
  /** The caller's own reference. */
  reference?: string | undefined;
  /** `infNFe` as it was sent, where the provider speaks the layout; the printed XML is written from it. */
  layout?: JsonObject | undefined;
  verdict?: FiscalVerdict | undefined;
  /** Why the authority will reject it, while it is `processing`. */
  pending?: { code: string; message: string } | undefined;
  cancellation?: FiscalEvent | undefined;
  closing?: FiscalEvent | undefined;
  corrections: FiscalEvent[];
}
