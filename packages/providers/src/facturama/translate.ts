import type { Translator } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, JsonObject } from "@codespar/contract";
import { toMajorUnits } from "@codespar/formats";
import { numberAt, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { cfdiLetter, cfdiReceiver, productKey, splitItem } from "../mappings/invoices/cfdi-layout.ts";
import { minorAt } from "../mappings/invoices/invoice-amounts.ts";
import { translateInvoice } from "../mappings/invoices/invoice-mapping.ts";

/** Facturama: PascalCase, pesos, base and IVA spelled out for every item. */
export const facturamaTranslator: Translator = {
  server: "facturama",
  invoice: translateInvoice({
    name: "Facturama",
    types: ["cfdi"],
    issue: (_type, input, { operationId }) => ({
      tool: "facturama_create_cfdi",
      arguments: readRequest(input, operationId),
    }),
    get: (_type, id) => ({ tool: "facturama_get_cfdi", arguments: { id, type: "issued" } }),
    // 02: issued with errors, without a substitute
    cancel: (_type, id) => ({ tool: "facturama_cancel_cfdi", arguments: { id, motive: "02" } }),
    read,
  }),
};

function readRequest(input: InvoiceInput, operationId: string): JsonObject {
  const { customer, items = [], related_uuid: relatedUuid } = input;
  const type = cfdiLetter(input);
  const isTransfer = type === "T";
  const { rfc, name, use, regime } = cfdiReceiver(customer);
  return omitUndefined({
    CfdiType: type,
    OrderNumber: operationId,
    Currency: isTransfer ? "XXX" : "MXN",
    Exportation: "01",
    PaymentForm: isTransfer ? undefined : "03",
    PaymentMethod: isTransfer ? undefined : "PUE",
    Receiver: { Rfc: rfc, Name: name, CfdiUse: isTransfer ? "S01" : use, FiscalRegime: regime },
    Items: items.map((item) => {
      const { subtotal, tax, total } = isTransfer ? { subtotal: 0, tax: 0, total: 0 } : splitItem(item);
      return omitUndefined({
        ProductCode: productKey(item.code),
        IdentificationNumber: item.code,
        Description: item.description,
        UnitCode: "H87",
        Quantity: item.quantity,
        // six decimals, as SAT allows; the subtotal is what counts
        UnitPrice: Number((subtotal / 100 / item.quantity).toFixed(6)),
        Subtotal: toMajorUnits(subtotal, "MXN"),
        TaxObject: isTransfer ? "01" : "02",
        Taxes: isTransfer
          ? undefined
          : [
              {
                Name: "IVA",
                Rate: 0.16,
                Base: toMajorUnits(subtotal, "MXN"),
                Total: toMajorUnits(tax, "MXN"),
                IsRetention: false,
              },
            ],
        Total: toMajorUnits(total, "MXN"),
      });
    }),
    Relations:
      relatedUuid === undefined ? undefined : { Type: "01", Cfdis: [{ Uuid: relatedUuid.toUpperCase() }] },
  });
}

function read(document: JsonObject): InvoiceOutput {
  const date = textAt(document, "Date");
  return {
    invoice_id: textAt(document, "Id") ?? "",
    type: "cfdi",
    status: textAt(document, "Status") === "canceled" ? "cancelled" : "authorized",
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
