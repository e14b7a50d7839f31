import type { Translator } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, JsonObject } from "@codespar/contract";
import { toMajorUnits } from "@codespar/formats";
import { numberAt, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { cfdiLetter, cfdiReceiver, productKey } from "../mappings/invoices/cfdi-layout.ts";
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
    issue: (_type, input, { operationId }) => ({
      tool: tools[cfdiLetter(input)],
      arguments: readRequest(input, operationId),
    }),
    get: (_type, id) => ({ tool: "facturapi_get_invoice", arguments: { id } }),
    // 02: issued with errors, without a substitute
    cancel: (_type, id) => ({ tool: "facturapi_cancel_invoice", arguments: { id, motive: "02" } }),
    read,
  }),
};

function readRequest(input: InvoiceInput, operationId: string): JsonObject {
  const { customer, items = [], related_uuid: relatedUuid } = input;
  const type = cfdiLetter(input);
  const { rfc, name, use, regime } = cfdiReceiver(customer);
  return omitUndefined({
    type,
    external_id: operationId,
    customer: omitUndefined({ legal_name: name, tax_id: rfc, tax_system: regime, email: customer?.email }),
    use: type === "T" ? "S01" : use,
    payment_form: type === "T" ? undefined : "03",
    payment_method: type === "T" ? undefined : "PUE",
    items: items.map((item) => ({
      quantity: item.quantity,
      product: omitUndefined({
        description: item.description,
        product_key: productKey(item.code),
        sku: item.code,
        unit_key: "H87",
        price: toMajorUnits(item.unit_amount, "MXN"),
        tax_included: true,
        taxes: type === "T" ? [] : [{ type: "IVA", rate: 0.16 }],
      }),
    })),
    related_documents:
      relatedUuid === undefined
        ? undefined
        : [{ relationship: "01", documents: [relatedUuid.toUpperCase()] }],
  });
}

function read(document: JsonObject): InvoiceOutput {
  const status = textAt(document, "status");
  return {
    invoice_id: textAt(document, "id") ?? "",
    type: "cfdi",
    status: status === "canceled" ? "cancelled" : status === "valid" ? "authorized" : "processing",
    number: numberAt(document, "folio_number"),
    series: textAt(document, "series"),
    uuid: textAt(document, "uuid"),
    issued_at: textAt(document, "date"),
    amount: minorAt(document, "total", "MXN"),
    pdf_url: textAt(document, "pdf_url"),
    xml_url: textAt(document, "xml_url"),
  };
}
