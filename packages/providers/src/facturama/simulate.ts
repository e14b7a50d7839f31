import type { JsonObject } from "@codespar/contract";
import {
  formatLocalTimestamp,
  MEXICO_CITY,
  PUBLIC_RFC,
  roundToMinorUnits,
  toMajorUnits,
} from "@codespar/formats";
import type { CfdiDocument, CfdiItem, CfdiKind } from "../engines/invoices/cfdi-document.ts";
import { readPayments, type WrittenPayment } from "../engines/invoices/cfdi-payments.ts";
import { cfdiVerification } from "../engines/invoices/cfdi-verification.ts";
import { documentUrl } from "../engines/invoices/document-url.ts";
import { generateFiscalProviderId } from "../engines/invoices/fiscal-provider-id.ts";
import { cancelCfdi, findCfdi, issueCfdi } from "../engines/invoices/issue-cfdi.ts";
import { goodsCode } from "../engines/invoices/read-goods.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { numberAt, objectsAt, textAt, valueAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { facturamaTools } from "./tools.ts";

const NAMES = { I: "ingreso", E: "egreso", T: "traslado", P: "pago" } as const;

/** A few entries of SAT's catalogues. */
const CATALOGUES: Readonly<Record<string, readonly { Value: string; Name: string }[]>> = {
  PaymentForms: [
    { Value: "01", Name: "Efectivo" },
    { Value: "03", Name: "Transferencia electrónica de fondos" },
    { Value: "04", Name: "Tarjeta de crédito" },
    { Value: "28", Name: "Tarjeta de débito" },
  ],
  CfdiUses: [
    { Value: "G03", Name: "Gastos en general" },
    { Value: "S01", Name: "Sin efectos fiscales" },
    { Value: "CP01", Name: "Pagos" },
  ],
};

/** Facturama: PascalCase, pesos with decimals, taxes spelled out by the caller. */
export const facturamaSimulation = defineSimulation({
  id: "facturama",
  tools: facturamaTools,
  handlers: {
    facturama_create_cfdi(args, context) {
      const type = textAt(args, "CfdiType");
      const kind: CfdiKind = type === "E" || type === "T" || type === "P" ? type : "I";
      const items = objectsAt(args, "Items");
      const name = textAt(args, "Receiver.Name");
      const form = textAt(args, "PaymentForm");
      const missing = findMissing(args, kind, items);
      if (missing !== undefined)
        return new Refusal("invalid_request", `The field ${missing} is required in a CFDI 4.0.`, "400");
      const rfc = textAt(args, "Receiver.Rfc") ?? PUBLIC_RFC;
      const payments = kind === "P" ? readPayments(readComplement(args), rfc, context) : undefined;
      if (payments instanceof Refusal) return payments;
      const result = issueCfdi(
        {
          id: generateFiscalProviderId(context.random, "facturama"),
          kind,
          items: items.map(readItem),
          receiver: {
            rfc,
            ...(name === undefined ? {} : { name }),
            // what a payment received is used for (SAT, c_UsoCFDI)
            use: kind === "P" ? "CP01" : (textAt(args, "Receiver.CfdiUse") ?? "G03"),
            regime: textAt(args, "Receiver.FiscalRegime"),
            postalCode: textAt(args, "Receiver.TaxZipCode"),
          },
          series: textAt(args, "Serie"),
          place: textAt(args, "ExpeditionPlace"),
          payments,
          payment:
            form === undefined || kind === "P"
              ? undefined
              : { form, method: textAt(args, "PaymentMethod") ?? "PUE" },
          hasGlobal: valueAt(args, "GlobalInformation") !== undefined,
          statedTotal:
            kind === "T" || kind === "P"
              ? undefined
              : items.reduce((sum, item) => sum + centavosAt(item, "Total"), 0),
          relatedUuid: textAt(args, "Relations.Cfdis.0.Uuid"),
          reference: textAt(args, "OrderNumber"),
        },
        context,
      );
      return result instanceof Refusal ? result : readCfdi(result, context);
    },
    facturama_get_cfdi(args, context) {
      const found = findCfdi(textAt(args, "id"), context);
      return found instanceof Refusal ? found : readCfdi(found, context);
    },
    facturama_list_cfdi: (args, context) => ({
      Data: context
        .list<CfdiDocument>("invoice")
        .filter((document) => isListed(document, args))
        .map((document) => summarise(document, context)),
    }),
    facturama_cancel_cfdi(args, context) {
      const found = findCfdi(textAt(args, "id"), context);
      if (found instanceof Refusal) return found;
      const cancelled = cancelCfdi(found, textAt(args, "motive") ?? "02", context);
      if (cancelled instanceof Refusal) return cancelled;
      return {
        Status: "canceled",
        Uuid: cancelled.stamp.UUID,
        RequestDate: mexicoTime(context.now),
      };
    },
    facturama_create_client: (args, context) => store("client", args, context),
    facturama_list_clients: (_args, context) => ({ Data: context.list<JsonObject>("client") }),
    facturama_create_product: (args, context) => store("product", args, context),
    facturama_get_catalog(args) {
      const entries = CATALOGUES[textAt(args, "name") ?? ""];
      if (entries !== undefined) return { Data: entries.map((entry) => ({ ...entry })) };
      return new Refusal(
        "not_found",
        `No catalogue ${textAt(args, "name") ?? ""}. Ask for PaymentForms or CfdiUses.`,
        "404",
      );
    },
  },
});

/** What CFDI 4.0 asks for and version 3.3 did not. */
function findMissing(args: JsonObject, kind: CfdiKind, items: readonly JsonObject[]): string | undefined {
  // a CFDI of type P is made of its complement; its samples say no Exportation
  if (kind === "P") return textAt(args, "ExpeditionPlace") === undefined ? "ExpeditionPlace" : undefined;
  if (items.length === 0) return "Items";
  const compulsory = ["ExpeditionPlace", "Exportation", ...(kind === "T" ? [] : ["PaymentForm"])];
  const field = compulsory.find((name) => textAt(args, name) === undefined);
  if (field !== undefined) return field;
  return items.some((item) => textAt(item, "TaxObject") === undefined) ? "Items.TaxObject" : undefined;
}

function readComplement(args: JsonObject): WrittenPayment[] {
  return objectsAt(args, "Complemento.Payments").map((payment) => ({
    form: textAt(payment, "PaymentForm"),
    date: textAt(payment, "Date"),
    currency: textAt(payment, "Currency"),
    amount: writtenAt(payment, "Amount"),
    documents: objectsAt(payment, "RelatedDocuments").map((document) => ({
      uuid: textAt(document, "Uuid"),
      series: textAt(document, "Serie"),
      folio: textAt(document, "Folio"),
      installment: Number(writtenAt(document, "PartialityNumber")),
      previousBalance: writtenAt(document, "PreviousBalanceAmount"),
      amount: writtenAt(document, "AmountPaid"),
      remaining: writtenAt(document, "ImpSaldoInsoluto"),
      taxObject: textAt(document, "TaxObject"),
      taxes: objectsAt(document, "Taxes").map((tax) => ({
        base: numberAt(tax, "Base") ?? 0,
        rate: numberAt(tax, "Rate") ?? 0,
        isExempt: textAt(tax, "Name") === "IVA Exento",
      })),
    })),
  }));
}

function writtenAt(json: JsonObject, path: string): number | string | undefined {
  const value = valueAt(json, path);
  return typeof value === "number" || typeof value === "string" ? value : undefined;
}

function readItem(item: JsonObject): CfdiItem {
  const key = textAt(item, "ProductCode");
  const code = goodsCode(key, textAt(item, "IdentificationNumber"));
  return {
    description: textAt(item, "Description") ?? "",
    ...(code === undefined ? {} : { code }),
    quantity: numberAt(item, "Quantity") ?? 1,
    subtotal: centavosAt(item, "Subtotal"),
    tax: objectsAt(item, "Taxes").reduce((sum, tax) => sum + centavosAt(tax, "Total"), 0),
  };
}

function centavosAt(json: JsonObject, path: string): number {
  // amounts inside of a CFDI have up to six decimals (SAT, Anexo 20)
  return roundToMinorUnits(numberAt(json, path) ?? 0, "MXN");
}

function readCfdi(document: CfdiDocument, context: CallContext): JsonObject {
  const { kind, status, stamp, receiver } = document;
  const isTransfer = kind === "T" || kind === "P";
  return omitUndefined({
    Id: document.id,
    CfdiType: NAMES[kind],
    Status: status === "valid" ? "active" : "canceled",
    Serie: document.series,
    Folio: String(document.folio),
    Date: mexicoTime(document.issuedAt),
    CertNumber: stamp.NoCertificadoSAT,
    ExpeditionPlace: document.place,
    ExchangeRate: 1,
    Currency: isTransfer ? "XXX" : "MXN",
    PaymentTerms: document.payment?.form,
    PaymentMethod: document.payment?.method,
    Subtotal: toMajorUnits(document.subtotal, "MXN"),
    Discount: 0,
    Total: toMajorUnits(document.total, "MXN"),
    Issuer: {
      FiscalRegime: "601",
      Rfc: context.merchant.rfc,
      TaxName: context.merchant.name,
      Email: context.merchant.email,
      Phone: context.merchant.phone,
    },
    Receiver: omitUndefined({ Rfc: receiver.rfc, Name: receiver.name, Email: receiver.email }),
    Items: document.items.map(({ code, description, quantity, subtotal, tax }) =>
      omitUndefined({
        IdentificationNumber: code,
        Description: description,
        Quantity: quantity,
        UnitValue: quantity === 0 ? 0 : Number((subtotal / 100 / quantity).toFixed(6)),
        Total: toMajorUnits(subtotal + tax, "MXN"),
      }),
    ),
    Taxes: isTransfer ? [] : [{ Name: "IVA", Rate: 16, Total: toMajorUnits(document.tax, "MXN") }],
    Complement: {
      TaxStamp: {
        Uuid: stamp.UUID,
        Date: stamp.FechaTimbrado,
        CfdiSign: stamp.SelloCFD,
        SatCertNumber: stamp.NoCertificadoSAT,
        SatSign: stamp.SelloSAT,
        RfcProvCertif: stamp.RfcProvCertif,
      },
    },
    VerificationUrl: cfdiVerification(context, document),
    PdfUrl: documentUrl(context, document, "pdf"),
    XmlUrl: documentUrl(context, document, "xml"),
  });
}

/** What the account's list shows of a CFDI (CfdiSearchResults). */
function summarise(document: CfdiDocument, { merchant }: CallContext): JsonObject {
  const { kind, status, stamp, receiver, payment, reference } = document;
  return omitUndefined({
    Id: document.id,
    CfdiType: NAMES[kind],
    Type: "issued",
    Folio: String(document.folio),
    Serie: document.series,
    TaxName: receiver.name,
    Rfc: receiver.rfc,
    RfcIssuer: merchant.rfc,
    Date: mexicoTime(document.issuedAt),
    Subtotal: toMajorUnits(document.subtotal, "MXN"),
    Total: toMajorUnits(document.total, "MXN"),
    Uuid: stamp.UUID,
    Email: receiver.email,
    IsActive: status === "valid",
    PaymentMethod: payment?.method,
    OrderNumber: reference,
    Status: status === "valid" ? "active" : "canceled",
    EmailSent: false,
  });
}

function isListed({ status, receiver, reference }: CfdiDocument, args: JsonObject): boolean {
  const wanted = textAt(args, "status")?.toLowerCase() ?? "all";
  if (wanted !== "all" && wanted !== (status === "valid" ? "active" : "canceled")) return false;
  const fits = (field: string, value: string | undefined) =>
    [undefined, "", value].includes(textAt(args, field));
  return fits("rfc", receiver.rfc) && fits("OrderNumber", reference);
}

function store(kind: string, args: JsonObject, context: CallContext): JsonObject {
  const id = generateFiscalProviderId(context.random, "facturama");
  const stored = { Id: id, ...args };
  context.put(kind, id, stored);
  return stored;
}

function mexicoTime(at: number): string {
  return formatLocalTimestamp(at, MEXICO_CITY);
}
