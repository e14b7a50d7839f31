import type { JsonObject } from "@codespar/contract";
import { formatOffsetTimestamp, SAO_PAULO, toMajorUnits } from "@codespar/formats";
import { lookUpCompany } from "../engines/invoices/company-register.ts";
import { documentUrl } from "../engines/invoices/document-url.ts";
import type { FiscalDocument } from "../engines/invoices/fiscal-document.ts";
import { generateFiscalProviderId } from "../engines/invoices/fiscal-provider-id.ts";
import type { GoodsCheck } from "../engines/invoices/goods-rules.ts";
import { AUTHORIZE_TASK, authorizeDue, issueDocument } from "../engines/invoices/issue-document.ts";
import { centavosAt, type DfeRequest, taxAmount } from "../engines/invoices/read-dfe.ts";
import {
  getReceiver,
  hasText,
  readAddress,
  readGoodsItems,
  unpackTaxpayer,
} from "../engines/invoices/read-goods.ts";
import { cancelById, readDocument } from "../engines/invoices/with-document.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { numberAt, objectsAt, textAt, valueAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import type { Merchant } from "../simulation/merchant.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { nfeIoTools } from "./tools.ts";

const STATUSES = {
  processing: "Processing",
  authorized: "Issued",
  rejected: "Error",
  cancelled: "Cancelled",
  closed: "Issued",
} as const;

const FLOW_STATUSES = {
  processing: "WaitingReturn",
  authorized: "Issued",
  rejected: "IssueFailed",
  cancelled: "Cancelled",
  closed: "Issued",
} as const;

/** Every account's company. */
export const companyId = "55df4dc6b6cd9007e4f13ee8";

const goodsFields = {
  description: "description",
  ncm: "ncm",
  code: "code",
  quantity: "quantity",
  unitPrice: "unitAmount",
  amount: "totalAmount",
};

/** NFE.io: product invoices (NF-e) and service invoices (NFS-e), English names, reais. */
export const nfeIoSimulation = defineSimulation({
  id: "nfe-io",
  tools: nfeIoTools,
  handlers: {
    nfe_io_create_nfe: (args, context) => issue(readProduct(args), args, context),
    nfe_io_get_nfe: (args, context) => readDocument(context, textAt(args, "id"), ["nfe"], showDocument),
    nfe_io_cancel_nfe: (args, context) =>
      cancelById(context, { id: textAt(args, "id"), reason: textAt(args, "reason") }, ["nfe"], showDocument),
    nfe_io_create_nfse: (args, context) => issue(readService(args), args, context),
    nfe_io_get_nfse: (args, context) => readDocument(context, textAt(args, "id"), ["nfse"], showDocument),
    nfe_io_cancel_nfse: (args, context) =>
      // the city hall is told no reason
      cancelById(context, { id: textAt(args, "id"), reason: "Cancelamento da nota" }, ["nfse"], showDocument),
    nfe_io_get_company: (_args, { merchant }) => ({ companies: toIssuer(merchant) }),
    nfe_io_get_cnpj: (args, context) => wrap("legalEntity", toCompany(textAt(args, "cnpj"), context)),
  },
  due: { [AUTHORIZE_TASK]: authorizeDue },
});

function issue(request: DfeRequest, args: JsonObject, context: CallContext): JsonObject | Refusal {
  if (request.kind === "nfe" && textAt(args, "externalId") !== undefined) {
    // version 2 has none (its specification), and what is not understood is not ignored
    return new Refusal(
      "invalid_request",
      "externalId is not a field of a product invoice. Leave it out.",
      "400",
    );
  }
  const id = generateFiscalProviderId(context.random, "nfe-io");
  return showDocument(
    issueDocument({ ...request, id, reference: textAt(args, "externalId"), isAsynchronous: true }, context),
    context,
  );
}

function readProduct(args: JsonObject): DfeRequest {
  return {
    kind: "nfe",
    items: readGoodsItems(objectsAt(args, "items"), goodsFields, readTaxes),
    isInterstate: textAt(args, "destination") === "Interstate_Operation",
    receiver: readPerson(args, "buyer"),
    statedAmount: centavosAt(args, "totals.icms.invoiceAmount"),
    series: numberAt(args, "serie"),
    number: numberAt(args, "number"),
  };
}

function readService(args: JsonObject): DfeRequest {
  return {
    kind: "nfse",
    items: [
      {
        description: textAt(args, "description") ?? "",
        code: textAt(args, "cityServiceCode"),
        quantity: 1,
        unitPrice: numberAt(args, "servicesAmount") ?? 0,
      },
    ],
    receiver: readPerson(args, "borrower"),
  };
}

function readPerson(args: JsonObject, field: string): DfeRequest["receiver"] {
  const isPerson = textAt(args, `${field}.type`) !== "LegalEntity";
  const taxpayer = unpackTaxpayer(valueAt(args, `${field}.federalTaxNumber`), isPerson);
  const receiver = getReceiver(textAt(args, `${field}.name`), taxpayer, textAt(args, `${field}.email`));
  const hasAddress = hasText(valueAt(args, `${field}.address`), [
    "street",
    "number",
    "district",
    "city.code",
    "state",
  ]);
  const address = readAddress(valueAt(args, `${field}.address`), {
    street: "street",
    number: "number",
    complement: "additionalInformation",
    district: "district",
    city: "city.name",
    state: "state",
    postalCode: "postalCode",
  });
  return {
    ...receiver,
    ...(hasAddress ? { hasAddress } : {}),
    ...(address === undefined ? {} : { address }),
  };
}

function readTaxes(item: JsonObject): GoodsCheck {
  const paths = ["baseTax", "rate", "amount"] as const;
  return {
    ncm: textAt(item, "ncm"),
    cfop: textAt(item, "cfop"),
    icms: textAt(item, "tax.icms.cst") ?? textAt(item, "tax.icms.csosn"),
    pis: textAt(item, "tax.pis.cst"),
    cofins: textAt(item, "tax.cofins.cst"),
    amounts: [
      ...taxAmount("ICMS", valueAt(item, "tax.icms"), paths),
      ...taxAmount("PIS", valueAt(item, "tax.pis"), paths),
      ...taxAmount("COFINS", valueAt(item, "tax.cofins"), paths),
    ],
  };
}

/** A document in the words of its API, and what the simulation knows besides. */
export function showDocument(document: FiscalDocument, context: SimulationContext): JsonObject {
  return document.kind === "nfse" ? toService(document, context) : toProduct(document, context);
}

function toProduct(document: FiscalDocument, context: SimulationContext): JsonObject {
  const { accessKey, status, verdict } = document;
  return omitUndefined({
    id: document.id,
    environmentType: "Test",
    status: STATUSES[status],
    serie: document.series,
    number: document.number,
    createdOn: formatOffsetTimestamp(document.issuedAt, SAO_PAULO),
    buyer: omitUndefined({ name: document.receiver?.name, email: document.receiver?.email }),
    totals: { icms: { invoiceAmount: toMajorUnits(document.amount, "BRL") } },
    authorization: omitUndefined({
      accessKey,
      receiptOn: verdict && formatOffsetTimestamp(verdict.at, SAO_PAULO),
      protocol: verdict?.protocol,
      statusCode: verdict?.code,
      message: verdict?.message,
    }),
    links: toLinks(document, context),
  });
}

function toService(document: FiscalDocument, context: SimulationContext): JsonObject {
  const { accessKey, status, verdict } = document;
  const issued = verdict?.protocol !== undefined;
  return omitUndefined({
    id: document.id,
    externalId: document.reference,
    environment: "Development",
    flowStatus: FLOW_STATUSES[status],
    flowMessage: verdict && `${verdict.code} - ${verdict.message}`,
    status: STATUSES[status],
    number: issued ? document.number : undefined,
    checkCode: issued ? accessKey : undefined,
    protocol: verdict?.protocol,
    rpsNumber: document.number,
    rpsSerialNumber: String(document.series),
    createdOn: formatOffsetTimestamp(document.issuedAt, SAO_PAULO),
    issuedOn: issued ? formatOffsetTimestamp(document.issuedAt, SAO_PAULO) : undefined,
    description: document.items[0]?.description,
    servicesAmount: toMajorUnits(document.amount, "BRL"),
    borrower: omitUndefined({ name: document.receiver?.name, email: document.receiver?.email }),
    links: toLinks(document, context),
  });
}

function toLinks(document: FiscalDocument, context: SimulationContext): JsonObject | undefined {
  if (document.verdict?.protocol === undefined) return undefined;
  return {
    pdf: documentUrl(context, document, "pdf"),
    xml: documentUrl(context, document, "xml"),
  };
}

function toCompany(
  cnpj: string | undefined,
  { merchant }: Pick<CallContext, "merchant">,
): JsonObject | Refusal {
  const company = lookUpCompany(cnpj, merchant);
  if (company instanceof Refusal) return company;
  return {
    federalTaxNumber: Number(company.cnpj),
    name: company.name,
    tradeName: company.tradeName,
    status: "Active",
    address: {
      postalCode: company.postalCode,
      state: company.state,
      city: { code: company.cityCode, name: company.city },
    },
  };
}

function toIssuer({ name, tradeName, cnpj, email, state, city, cityCode, postalCode }: Merchant): JsonObject {
  return {
    id: companyId,
    name,
    tradeName,
    federalTaxNumber: Number(cnpj),
    email,
    address: {
      country: "BRA",
      postalCode,
      street: "Avenida Paulista",
      number: "1000",
      district: "Bela Vista",
      city: { code: cityCode, name: city },
      state,
    },
    openningDate: "2015-03-02T00:00:00-03:00",
    taxRegime: "SimplesNacional",
    legalNature: "SociedadeEmpresariaLimitada",
    municipalTaxNumber: "12345678",
    environment: "Development",
    fiscalStatus: "Active",
  };
}

function wrap(name: string, company: JsonObject | Refusal): JsonObject | Refusal {
  return company instanceof Refusal ? company : { [name]: company };
}
