import type { NativeCalls, TranslationContext, Translator } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, InvoiceStatus, InvoiceType, JsonObject } from "@codespar/contract";
import { numberAt, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import type { DfeReceiver } from "../mappings/invoices/dfe-receiver.ts";
import {
  type GoodsDocument,
  type GoodsLine,
  type GoodsRules,
  goodsDocument,
} from "../mappings/invoices/goods-document.ts";
import type { RevenueLine } from "../mappings/invoices/goods-taxes.ts";
import { minorAt, toReais } from "../mappings/invoices/invoice-amounts.ts";
import { translateInvoice } from "../mappings/invoices/invoice-mapping.ts";
import { type ServiceDocument, serviceDocument } from "../mappings/invoices/service-document.ts";

const statuses: Record<string, InvoiceStatus> = {
  Issued: "authorized",
  Cancelled: "cancelled",
  // the number is taken out of use, so the document never counts
  Disabled: "cancelled",
  Error: "rejected",
  IssueDenied: "rejected",
};

/** NFE.io: English names, reais; product and service invoices are two APIs. */
export const nfeIoTranslator: Translator = {
  server: "nfe-io",
  invoice: translateInvoice({
    name: "NFE.io",
    types: ["nfe", "nfse"],
    issue: async (type, input, context, native) => ({
      tool: `nfe_io_create_${type}`,
      arguments: await toRequest(type, input, context, native),
    }),
    cancelsLater: () => true,
    get: (type, id) => ({ tool: type === "nfse" ? "nfe_io_get_nfse" : "nfe_io_get_nfe", arguments: { id } }),
    // the city hall is told no reason
    cancel: (type, id, reason) =>
      type === "nfse"
        ? { tool: "nfe_io_cancel_nfse", arguments: { id } }
        : { tool: "nfe_io_cancel_nfe", arguments: { id, reason } },
    read: (document, type) => (type === "nfse" ? readService(document) : readProduct(document)),
  }),
};

async function toRequest(
  type: InvoiceType,
  input: InvoiceInput,
  context: TranslationContext,
  native: NativeCalls,
): Promise<JsonObject> {
  if (type === "nfse") {
    const taken = { ...rules, takesNbs: true, takesSeries: true };
    return serviceInvoice(await serviceDocument(input, native, context, taken), context);
  }
  return productInvoice(await goodsDocument("nfe", input, native, context, rules));
}

/** The company in the path issues, and its environment decides whether the document counts. */
const rules: GoodsRules = { provider: "NFE.io", needsCityCode: true, takesConsumptionTax: false };

function productInvoice(document: GoodsDocument): JsonObject {
  const { receiver, lines, note, total } = document;
  return omitUndefined({
    serie: document.series,
    operationNature: document.operation,
    operationType: "Outgoing",
    destination: document.isInterstate ? "Interstate_Operation" : "Internal_Operation",
    printType: "NFeNormalPortrait",
    purposeType: "Normal",
    consumerType: receiver?.stateTaxId === undefined ? "FinalConsumer" : "Normal",
    presenceType: "Internet",
    buyer:
      receiver &&
      omitUndefined({
        ...toPerson(receiver),
        stateTaxNumberIndicator: receiver.stateTaxId === undefined ? "NonTaxPayer" : "TaxPayer",
        stateTaxNumber: receiver.stateTaxId,
      }),
    items: lines.map(toItem),
    totals: {
      icms: {
        baseTax: addUp(lines, ({ icms }) => icms.taxed?.base),
        icmsAmount: addUp(lines, ({ icms }) => icms.taxed?.amount),
        productAmount: toReais(total),
        pisAmount: addUp(lines, ({ pis }) => pis.taxed?.amount),
        cofinsAmount: addUp(lines, ({ cofins }) => cofins.taxed?.amount),
        invoiceAmount: toReais(total),
      },
    },
    transport: { freightModality: "Free" },
    payment: [{ paymentDetail: [{ method: "Others", methodDescription: "Outros", amount: toReais(total) }] }],
    additionalInformation: note === undefined ? undefined : { taxpayer: note },
  });
}

function toItem(line: GoodsLine): JsonObject {
  const { icms, pis, cofins } = line;
  const price = toReais(line.unitAmount);
  return omitUndefined({
    code: line.code,
    description: line.description,
    ncm: line.ncm,
    cest: line.cest,
    cfop: Number(line.cfop),
    unit: line.unit,
    quantity: line.quantity,
    unitAmount: price,
    totalAmount: toReais(line.total),
    unitTax: line.unit,
    quantityTax: line.quantity,
    taxUnitAmount: price,
    totalIndicator: true,
    tax: {
      icms: omitUndefined({
        origin: icms.origin,
        [icms.cst.length === 3 ? "csosn" : "cst"]: icms.cst,
        // 3: by the value of the operation
        baseTaxModality: icms.taxed && "3",
        baseTax: icms.taxed && toReais(icms.taxed.base),
        baseTaxReduction: icms.taxed?.baseReduction,
        rate: icms.taxed?.rate,
        amount: icms.taxed && toReais(icms.taxed.amount),
        snCreditRate: icms.credit?.rate,
        snCreditAmount: icms.credit && toReais(icms.credit.amount),
      }),
      pis: toRevenueTax(pis),
      cofins: toRevenueTax(cofins),
    },
  });
}

function toRevenueTax({ cst, taxed }: RevenueLine): JsonObject {
  return omitUndefined({
    cst,
    baseTax: taxed && toReais(taxed.base),
    rate: taxed?.rate,
    amount: taxed && toReais(taxed.amount),
  });
}

function addUp(lines: readonly GoodsLine[], amountOf: (line: GoodsLine) => number | undefined): number {
  return toReais(lines.reduce((total, line) => total + (amountOf(line) ?? 0), 0));
}

function serviceInvoice(document: ServiceDocument, { operationId }: TranslationContext): JsonObject {
  const { receiver, rule, issuer, iss, total } = document;
  return omitUndefined({
    externalId: operationId,
    borrower: receiver && toPerson(receiver),
    cityServiceCode: rule.city_service_code ?? rule.service_code,
    federalServiceCode: rule.service_code,
    cnaeCode: rule.cnae,
    nbsCode: rule.nbs,
    description: document.description,
    servicesAmount: toReais(total),
    rpsSerialNumber: issuer.series?.nfse === undefined ? undefined : String(issuer.series.nfse),
    taxationType: "WithinCity",
    // a share of one there, without the noise of a division in binary
    issRate: iss && Number((iss.rate / 100).toFixed(6)),
    issTaxAmount: iss && toReais(iss.amount),
    issAmountWithheld: rule.iss_withheld === true && iss !== undefined ? toReais(iss.amount) : undefined,
  });
}

function toPerson({ cpf, cnpj, name, email, phone, address }: DfeReceiver): JsonObject {
  return omitUndefined({
    type: cpf === undefined ? "LegalEntity" : "NaturalPerson",
    name,
    // a number in their API; only a CNPJ with letters goes as text
    federalTaxNumber: asNumber(cpf ?? cnpj),
    email,
    address:
      address &&
      omitUndefined({
        country: "BRA",
        postalCode: address.postalCode,
        street: address.street,
        number: address.number,
        additionalInformation: address.complement,
        district: address.district,
        city: omitUndefined({ code: address.cityCode, name: address.city }),
        state: address.state,
        phone,
      }),
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
