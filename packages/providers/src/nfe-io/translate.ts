import type { Translator } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, InvoiceStatus, JsonObject } from "@codespar/contract";
import { lineAmount, totalAmount } from "@codespar/contract";
import { numberAt, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { describeItems, isNcm, toTaxpayer } from "../mappings/invoices/dfe-layout.ts";
import { minorAt, toReais } from "../mappings/invoices/invoice-amounts.ts";
import { translateInvoice } from "../mappings/invoices/invoice-mapping.ts";

const statuses: Record<string, InvoiceStatus> = {
  Issued: "authorized",
  Cancelled: "cancelled",
  Error: "rejected",
  IssueDenied: "rejected",
};

/** NFE.io: English names, reais; product and service invoices are two APIs. */
export const nfeIoTranslator: Translator = {
  server: "nfe-io",
  invoice: translateInvoice({
    name: "NFE.io",
    types: ["nfe", "nfse"],
    issue: (type, input, { operationId }) => ({
      tool: `nfe_io_create_${type}`,
      arguments: {
        externalId: operationId,
        ...(type === "nfse" ? serviceInvoice(input) : productInvoice(input)),
      },
    }),
    get: (type, id) => ({ tool: type === "nfse" ? "nfe_io_get_nfse" : "nfe_io_get_nfe", arguments: { id } }),
    cancel: (type, id, reason) => ({
      tool: type === "nfse" ? "nfe_io_cancel_nfse" : "nfe_io_cancel_nfe",
      arguments: { id, reason },
    }),
    read: (document, type) => (type === "nfse" ? readService(document) : readProduct(document)),
  }),
};

/** Assumes goods sold inside the state (CFOP 5102) under Simples Nacional (CSOSN 102). */
function productInvoice(input: InvoiceInput): JsonObject {
  const items = input.items ?? [];
  const total = toReais(totalAmount(items));
  return omitUndefined({
    operationNature: "Venda de mercadoria",
    operationType: "Outgoing",
    buyer: readPerson(input),
    items: items.map((item, index) => ({
      code: item.code ?? String(index + 1),
      description: item.description,
      ncm: isNcm(item.code) ? item.code : "00",
      cfop: 5102,
      unit: "UN",
      quantity: item.quantity,
      unitAmount: toReais(item.unit_amount),
      totalAmount: toReais(lineAmount(item)),
      tax: { icms: { origin: "0", csosn: "102" } },
    })),
    payment: [{ paymentDetail: [{ method: "Others", amount: total }] }],
    additionalInformation:
      input.payment_id === undefined ? undefined : { taxpayer: `Pagamento ${input.payment_id}` },
  });
}

function serviceInvoice(input: InvoiceInput): JsonObject {
  const items = input.items ?? [];
  return omitUndefined({
    borrower: readPerson(input),
    cityServiceCode: items.find((item) => item.code)?.code,
    description: describeItems(items),
    servicesAmount: toReais(totalAmount(items)),
  });
}

function readPerson({ customer }: InvoiceInput): JsonObject {
  const { cpf, cnpj } = toTaxpayer(customer);
  return omitUndefined({
    type: cpf === undefined ? "LegalEntity" : "NaturalPerson",
    name: customer?.name,
    // a number in their API; only a CNPJ with letters goes as text
    federalTaxNumber: asNumber(cpf ?? cnpj),
    email: customer?.email,
  });
}

function asNumber(taxpayer: string | undefined): number | string | undefined {
  return taxpayer !== undefined && /^\d+$/.test(taxpayer) ? Number(taxpayer) : taxpayer;
}

function readProduct(document: JsonObject): InvoiceOutput {
  const status = statuses[textAt(document, "status") ?? ""] ?? "processing";
  return {
    invoice_id: textAt(document, "id") ?? "",
    type: "nfe",
    status,
    number: numberAt(document, "number"),
    series: textAt(document, "serie"),
    access_key: textAt(document, "authorization.accessKey"),
    protocol: textAt(document, "authorization.protocol"),
    issued_at: textAt(document, "createdOn"),
    amount: minorAt(document, "totals.icms.invoiceAmount", "BRL"),
    pdf_url: textAt(document, "links.pdf"),
    xml_url: textAt(document, "links.xml"),
    rejection:
      status === "rejected"
        ? {
            code: textAt(document, "authorization.statusCode") ?? "",
            message: textAt(document, "authorization.message") ?? "Error",
          }
        : undefined,
  };
}

function readService(document: JsonObject): InvoiceOutput {
  const status = statuses[textAt(document, "status") ?? ""] ?? "processing";
  // the flow's message is "code - text"
  const [code = "", ...message] = (textAt(document, "flowMessage") ?? "").split(" - ");
  return {
    invoice_id: textAt(document, "id") ?? "",
    type: "nfse",
    status,
    number: numberAt(document, "number") ?? numberAt(document, "rpsNumber"),
    series: textAt(document, "rpsSerialNumber"),
    access_key: textAt(document, "checkCode"),
    protocol: textAt(document, "protocol"),
    issued_at: textAt(document, "issuedOn") ?? textAt(document, "createdOn"),
    amount: minorAt(document, "servicesAmount", "BRL"),
    pdf_url: textAt(document, "links.pdf"),
    xml_url: textAt(document, "links.xml"),
    rejection: status === "rejected" ? { code, message: message.join(" - ") } : undefined,
  };
}
