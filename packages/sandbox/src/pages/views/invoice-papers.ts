import type { JsonObject } from "@codespar/contract";
import { COUNTRIES } from "@codespar/formats";
import type { CfdiDocument, FiscalAddress, FiscalDocument, Merchant } from "@codespar/providers/simulated";
import { cfdiVerification, textAt } from "@codespar/providers/simulated";
import type { InvoicePage } from "@codespar/sandbox-core";
import type { FiscalLine } from "../documents/draw-danfe-items.ts";
import type { DfeView } from "../documents/draw-dfe-head.ts";
import type { Party } from "../documents/party.ts";
import type { CfdiView } from "../documents/render-cfdi.ts";
import type { DacteView } from "../documents/render-dacte.ts";
import type { DamdfeView } from "../documents/render-damdfe.ts";
import type { DanfceView } from "../documents/render-danfce.ts";
import type { DanfeView } from "../documents/render-danfe.ts";
import type { DanfseView } from "../documents/render-danfse.ts";
import { readLine, readPayments, readTotals } from "./read-nfe-layout.ts";
import { getSeller } from "./seller.ts";

type Facts = Pick<InvoicePage, "merchant" | "getUrl">;

/** What the QR code of each kind of document asks the authority's page (MOC NF-e, CT-e, MDF-e; NT NFS-e 2025). */
const questions = {
  nfe: "chNFe",
  nfce: "p",
  cte: "chCTe",
  mdfe: "chMDFe",
  nfse: "chave",
} as const;

export function dfeView(document: FiscalDocument, { merchant, getUrl }: Facts): DfeView {
  const { accessKey, verdict, reference, kind } = document;
  const isAsked = kind === "nfse" ? "&tpc=1" : "&tpAmb=2";
  return {
    number: document.number,
    series: document.series,
    accessKey,
    issuedAt: document.issuedAt,
    timeZone: COUNTRIES.BR.timeZone,
    ...(verdict?.protocol === undefined ? {} : { protocol: { number: verdict.protocol, at: verdict.at } }),
    isCancelled: document.status === "cancelled",
    issuer: getIssuer(document, merchant),
    receiver: getReceiver(document),
    amount: document.amount,
    notes: [
      textAt(document.layout, "infAdic.infCpl"),
      reference === undefined ? undefined : `Referência ${reference}`,
    ].filter((note) => note !== undefined),
    verificationUrl: getUrl(`consulta?${questions[kind]}=${accessKey}${isAsked}`),
  };
}

export function danfeView(document: FiscalDocument, facts: Facts): DanfeView {
  const { layout } = document;
  return {
    ...dfeView(document, facts),
    nature: textAt(layout, "ide.natOp") ?? "Venda de mercadoria",
    direction: textAt(layout, "ide.tpNF"),
    freight: textAt(layout, "transp.modFrete"),
    totals: readTotals(layout),
    lines: getLines(document),
  };
}

export function danfceView(document: FiscalDocument, facts: Facts): DanfceView {
  return {
    ...dfeView(document, facts),
    lines: getLines(document),
    payments: readPayments(document.layout),
  };
}

export function dacteView(document: FiscalDocument, facts: Facts): DacteView {
  return {
    ...dfeView(document, facts),
    sender: getIssuer(document, facts.merchant),
    components: document.items.map(({ description, amount }) => ({ name: description, amount })),
  };
}

export function damdfeView(document: FiscalDocument, facts: Facts): DamdfeView {
  const { items, closing } = document;
  return {
    ...dfeView(document, facts),
    cargo: items.map(({ description }) => description).join(", "),
    ...(closing === undefined ? {} : { closedAt: closing.at }),
  };
}

export function danfseView(document: FiscalDocument, facts: Facts): DanfseView {
  const { items } = document;
  return {
    ...dfeView(document, facts),
    serviceCode: items[0]?.code ?? "",
    description: items.map(({ description }) => description).join("\n"),
  };
}

export function cfdiView(document: CfdiDocument, { merchant, getUrl }: Facts): CfdiView {
  const { stamp, receiver, relatedUuid, kind } = document;
  const isTransfer = kind === "T" || kind === "P";
  return {
    kind,
    series: document.series,
    folio: document.folio,
    issuedAt: document.issuedAt,
    timeZone: COUNTRIES.MX.timeZone,
    isCancelled: document.status === "canceled",
    issuer: { name: merchant.name, document: merchant.rfc },
    receiver: { name: receiver.name ?? "Público en general", document: receiver.rfc },
    receiverPostalCode: receiver.postalCode,
    receiverRegime: receiver.regime,
    use: receiver.use,
    ...(isTransfer ? {} : { payment: document.payment ?? { method: "PUE", form: "03" } }),
    ...(relatedUuid === undefined ? {} : { relatedUuid }),
    lines: document.items.map((item) => ({ ...item, code: item.code ?? "01010101" })),
    subtotal: document.subtotal,
    tax: document.tax,
    total: document.total,
    currency: isTransfer ? "XXX" : "MXN",
    stamp: {
      uuid: stamp.UUID,
      at: stamp.FechaTimbrado,
      pacRfc: stamp.RfcProvCertif,
      certificate: stamp.NoCertificadoSAT,
      // as the sandbox's XML says: it has no certificate of an issuer
      issuerCertificate: stamp.NoCertificadoSAT,
      seal: stamp.SelloCFD,
      satSeal: stamp.SelloSAT,
    },
    verificationUrl: getVerification(document, merchant, getUrl),
  };
}

function getVerification(document: CfdiDocument, merchant: Merchant, getUrl: Facts["getUrl"]): string {
  return cfdiVerification({ merchant, pageUrl: (_kind, _id, file = "") => getUrl(file) }, document);
}

/** Who the document says has issued it; the account's shop where it says nobody else. */
function getIssuer({ issuer, layout }: FiscalDocument, merchant: Merchant): Party {
  if (issuer === undefined || issuer.cnpj === merchant.cnpj) return getSeller(merchant);
  const { cnpj, name, city, state, postalCode } = issuer;
  return {
    name: name ?? "",
    document: cnpj,
    city,
    state,
    postalCode,
    stateTaxId: textAt(layout, "emit.IE"),
    ...readAddress(layout, "emit.enderEmit"),
  };
}

function getReceiver({ receiver, kind, layout }: FiscalDocument): Party {
  return {
    name: receiver?.name ?? (kind === "nfce" ? "" : "Não identificado"),
    document: receiver?.document,
    email: receiver?.email,
    phone: textAt(layout, "dest.enderDest.fone"),
    stateTaxId: textAt(layout, "dest.IE"),
    ...writeAddress(receiver?.address),
    ...readAddress(layout, "dest.enderDest"),
  };
}

function writeAddress(address: FiscalAddress | undefined): Partial<Party> {
  if (address === undefined) return {};
  const { street, number, complement, ...place } = address;
  return {
    ...place,
    street: [street, number, complement].filter((part) => part !== undefined).join(", "),
  };
}

/** An address of the layout, where the document was sent in it. */
function readAddress(layout: JsonObject | undefined, path: string): Partial<Party> {
  const text = (field: string) => textAt(layout, `${path}.${field}`);
  const street = [text("xLgr"), text("nro"), text("xCpl")].filter((part) => part !== undefined).join(", ");
  if (street === "") return {};
  return {
    street,
    district: text("xBairro"),
    city: text("xMun"),
    state: text("UF"),
    postalCode: text("CEP"),
  };
}

function getLines({ items, layout }: FiscalDocument): FiscalLine[] {
  return items.map(({ description, code, quantity, unitPrice, amount }, index) => {
    const sent = readLine(layout, index);
    return {
      ...sent,
      // eight digits are an NCM; sellers' own codes are anything else
      ncm: sent.ncm ?? (code !== undefined && /^\d{8}$/.test(code) ? code : undefined),
      code: sent.code ?? code ?? String(index + 1).padStart(3, "0"),
      description,
      quantity,
      unitPrice,
      amount,
    };
  });
}
