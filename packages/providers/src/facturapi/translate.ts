import type { Translator } from "@codespar/backend/ports";
import type { InvoiceOutput, InvoiceStatus, JsonObject } from "@codespar/contract";
import { toMajorUnits } from "@codespar/formats";
import { numberAt, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { type CfdiDraft, type CfdiLine, cfdiDraft } from "../mappings/invoices/cfdi-document.ts";
import { minorAt } from "../mappings/invoices/invoice-amounts.ts";
import { translateInvoice } from "../mappings/invoices/invoice-mapping.ts";

const tools = {
  I: "facturapi_create_invoice",
  E: "facturapi_create_credit_note",
  T: "facturapi_create_transfer_document",
} as const;

/** Facturapi: prices in pesos that include IVA; a tool for each type of CFDI. */
export const facturapiTranslator: Translator = {
  server: "facturapi",
  invoice: translateInvoice({
    name: "Facturapi",
    types: ["cfdi"],
    issue(_type, input, context) {
      const draft = cfdiDraft(input, context);
      return { tool: tools[draft.type], arguments: toRequest(draft, context.operationId) };
    },
    cancelsLater: () => true,
    get: (_type, id) => ({ tool: "facturapi_get_invoice", arguments: { id } }),
    // 02: issued with errors, without a substitute
    cancel: (_type, id) => ({ tool: "facturapi_cancel_invoice", arguments: { id, motive: "02" } }),
    read,
  }),
};

const periodicities = {
  "01": "day",
  "02": "week",
  "03": "fortnight",
  "04": "month",
  "05": "two_months",
} as const;

/** The key's organisation issues, and the key decides whether the CFDI counts. */
function toRequest(
  { type, receiver, series, payment, lines, relatedUuid }: CfdiDraft,
  operationId: string,
): JsonObject {
  const { rfc, name, use, regime, postalCode, email, global } = receiver;
  return omitUndefined({
    type,
    external_id: operationId,
    idempotency_key: operationId,
    customer: omitUndefined({
      legal_name: name,
      tax_id: rfc,
      tax_system: regime,
      email,
      address: { zip: postalCode },
    }),
    use,
    series,
    payment_form: payment?.form,
    payment_method: payment?.method,
    global: global && {
      periodicity: periodicities[global.periodicity],
      months: global.months,
      year: global.year,
    },
    items: lines.map((line) => ({ quantity: line.quantity, product: toProduct(line) })),
    related_documents:
      relatedUuid === undefined ? undefined : [{ relationship: "01", documents: [relatedUuid] }],
  });
}

function toProduct({
  code,
  description,
  productKey,
  unitKey,
  taxObject,
  unitAmount,
  iva,
}: CfdiLine): JsonObject {
  return omitUndefined({
    description,
    product_key: productKey,
    sku: code,
    unit_key: unitKey,
    price: toMajorUnits(unitAmount, "MXN"),
    tax_included: true,
    taxability: taxObject,
    taxes: iva === undefined ? [] : [toTax(iva)],
  });
}

function toTax(iva: NonNullable<CfdiLine["iva"]>): JsonObject {
  return iva === "exempt"
    ? { type: "IVA", factor: "Exento" }
    : { type: "IVA", factor: "Tasa", rate: iva / 100 };
}

const statuses: Readonly<Record<string, InvoiceStatus>> = {
  valid: "authorized",
  canceled: "cancelled",
  failed: "rejected",
};

function read(document: JsonObject): InvoiceOutput {
  return {
    invoice_id: textAt(document, "id") ?? "",
    type: "cfdi",
    status: statuses[textAt(document, "status") ?? ""] ?? "processing",
    number: numberAt(document, "folio_number"),
    series: textAt(document, "series"),
    uuid: textAt(document, "uuid"),
    issued_at: textAt(document, "date") ?? textAt(document, "created_at"),
    amount: minorAt(document, "total", "MXN"),
    pdf_url: textAt(document, "pdf_url"),
    xml_url: textAt(document, "xml_url"),
  };
}
