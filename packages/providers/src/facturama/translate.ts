import type { Translator } from "@codespar/backend/ports";
import type { InvoiceOutput, InvoiceStatus, JsonObject } from "@codespar/contract";
import { toMajorUnits } from "@codespar/formats";
import { numberAt, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { type CfdiDraft, type CfdiLine, cfdiDraft } from "../mappings/invoices/cfdi-document.ts";
import { minorAt } from "../mappings/invoices/invoice-amounts.ts";
import { translateInvoice } from "../mappings/invoices/invoice-mapping.ts";

/** Facturama: PascalCase, pesos, base and IVA spelled out for every item. */
export const facturamaTranslator: Translator = {
  server: "facturama",
  invoice: translateInvoice({
    name: "Facturama",
    types: ["cfdi"],
    issue: (_type, input, context) => ({
      tool: "facturama_create_cfdi",
      arguments: toRequest(cfdiDraft(input, context), context.operationId),
    }),
    cancelsLater: () => true,
    get: (_type, id) => ({ tool: "facturama_get_cfdi", arguments: { id, type: "issued" } }),
    // 02: issued with errors, without a substitute
    cancel: (_type, id) => ({
      tool: "facturama_cancel_cfdi",
      arguments: { id, type: "issued", motive: "02" },
    }),
    read,
  }),
};

/** The account's company issues; the host decides whether the CFDI counts. */
function toRequest(draft: CfdiDraft, operationId: string): JsonObject {
  const { type, issuer, receiver, series, payment, lines, relatedUuid } = draft;
  const { rfc, name, use, regime, postalCode, global } = receiver;
  return omitUndefined({
    CfdiType: type,
    OrderNumber: operationId,
    Serie: series,
    ExpeditionPlace: issuer.postal_code,
    Currency: type === "T" ? "XXX" : "MXN",
    Exportation: "01",
    PaymentForm: payment?.form,
    PaymentMethod: payment?.method,
    GlobalInformation: global && {
      Periodicity: global.periodicity,
      Months: global.months,
      Year: global.year,
    },
    Receiver: { Rfc: rfc, Name: name, CfdiUse: use, FiscalRegime: regime, TaxZipCode: postalCode },
    Items: lines.map(toItem),
    Relations: relatedUuid === undefined ? undefined : { Type: "01", Cfdis: [{ Uuid: relatedUuid }] },
  });
}

function toItem({ iva, ...line }: CfdiLine): JsonObject {
  const { subtotal, tax, total, quantity } = line;
  return omitUndefined({
    ProductCode: line.productKey,
    IdentificationNumber: line.code,
    Description: line.description,
    UnitCode: line.unitKey,
    Quantity: quantity,
    // six decimals, as SAT allows; the subtotal is what counts
    UnitPrice: Number((subtotal / 100 / quantity).toFixed(6)),
    Subtotal: toMajorUnits(subtotal, "MXN"),
    TaxObject: line.taxObject,
    Taxes:
      iva === undefined
        ? undefined
        : [
            {
              Name: iva === "exempt" ? "IVA Exento" : "IVA",
              Rate: iva === "exempt" ? 0 : iva / 100,
              Base: toMajorUnits(subtotal, "MXN"),
              Total: toMajorUnits(tax, "MXN"),
              IsRetention: false,
            },
          ],
    Total: toMajorUnits(total, "MXN"),
  });
}

/** A stamp is what makes a CFDI one; a status that nobody knows makes none. */
function toStatus(document: JsonObject): InvoiceStatus {
  const status = textAt(document, "Status") ?? "active";
  if (status === "canceled") return "cancelled";
  const isStamped = textAt(document, "Complement.TaxStamp.Uuid") !== undefined;
  return status === "active" && isStamped ? "authorized" : "processing";
}

function read(document: JsonObject): InvoiceOutput {
  const date = textAt(document, "Date");
  return {
    invoice_id: textAt(document, "Id") ?? "",
    type: "cfdi",
    status: toStatus(document),
    number: numberAt(document, "Folio"),
    series: textAt(document, "Serie"),
    uuid: textAt(document, "Complement.TaxStamp.Uuid"),
    // CFDI times are local and without offset; Mexico City has no summer time
    issued_at: date === undefined ? undefined : `${date}-06:00`,
    amount: minorAt(document, "Total", "MXN"),
    pdf_url: textAt(document, "PdfUrl"),
    xml_url: textAt(document, "XmlUrl"),
  };
}
