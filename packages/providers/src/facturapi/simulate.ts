import type { JsonObject } from "@codespar/contract";
import { isValidRfc, ivaOnTop, PUBLIC_RFC, splitIva, toMajorUnits } from "@codespar/formats";
import type { CfdiDocument, CfdiItem, CfdiKind } from "../engines/invoices/cfdi-document.ts";
import { readPayments, type WrittenPayment } from "../engines/invoices/cfdi-payments.ts";
import { cfdiVerification } from "../engines/invoices/cfdi-verification.ts";
import { documentUrl } from "../engines/invoices/document-url.ts";
import { exactAmount } from "../engines/invoices/exact-amount.ts";
import { generateFiscalProviderId } from "../engines/invoices/fiscal-provider-id.ts";
import { cancelCfdi, findCfdi, issueCfdi } from "../engines/invoices/issue-cfdi.ts";
import { goodsCode } from "../engines/invoices/read-goods.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { numberAt, objectsAt, textAt, valueAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { facturapiTools } from "./tools.ts";

/** Facturapi: snake_case, pesos with decimals, SAT keys. */
export const facturapiSimulation = defineSimulation({
  id: "facturapi",
  tools: facturapiTools,
  handlers: {
    facturapi_create_invoice: issueHandler(),
    facturapi_get_invoice(args, context) {
      const found = findCfdi(textAt(args, "id"), context);
      return found instanceof Refusal ? found : readInvoice(found, context);
    },
    facturapi_list_invoices: (args, context) =>
      readPage(
        context
          .list<CfdiDocument>("invoice")
          .map((document) => readInvoice(document, context))
          .toReversed(),
        args,
      ),
    facturapi_cancel_invoice(args, context) {
      const found = findCfdi(textAt(args, "id"), context);
      if (found instanceof Refusal) return found;
      const cancelled = cancelCfdi(found, textAt(args, "motive") ?? "02", context);
      return cancelled instanceof Refusal ? cancelled : readInvoice(cancelled, context);
    },
    facturapi_create_credit_note: issueHandler("E"),
    facturapi_create_transfer_document: issueHandler("T"),
    facturapi_create_customer: (args, context) => store("customer", args, context),
    facturapi_get_customer(args, context) {
      const id = textAt(args, "id") ?? "";
      return context.get<JsonObject>("customer", id) ?? new Refusal("not_found", `No customer ${id}.`, "404");
    },
    facturapi_list_customers: (args, context) => readPage(context.list<JsonObject>("customer"), args),
    facturapi_create_product: (args, context) => store("product", args, context),
    facturapi_validate_tax_id: (args) => ({
      tax_id: textAt(args, "tax_id") ?? "",
      is_valid: isValidRfc(textAt(args, "tax_id") ?? ""),
    }),
  },
});

function issueHandler(fixed?: CfdiKind) {
  return (args: JsonObject, context: CallContext): JsonObject | Refusal => {
    const kind = fixed ?? getKind(textAt(args, "type"));
    const form = textAt(args, "payment_form");
    if (kind !== "T" && kind !== "P" && form === undefined)
      return new Refusal("invalid_request", '"payment_form" is required', "400");
    if (kind !== "P" && objectsAt(args, "items").length === 0)
      return new Refusal("invalid_request", '"items" is required', "400");
    const method = textAt(args, "payment_method") ?? "PUE";
    // the same key gives the first invoice again
    const key = textAt(args, "idempotency_key");
    const first = key === undefined ? undefined : context.get<{ invoice: string }>(KEY, key);
    const earlier = first === undefined ? undefined : findCfdi(first.invoice, context);
    if (earlier !== undefined && !(earlier instanceof Refusal)) return readInvoice(earlier, context);
    const receiver = compactReceiver(args, kind);
    const payments = kind === "P" ? readPayments(readComplement(args), receiver.rfc, context) : undefined;
    if (payments instanceof Refusal) return payments;
    const result = issueCfdi(
      {
        id: generateFiscalProviderId(context.random, "facturapi"),
        kind,
        series: textAt(args, "series"),
        payment: form === undefined || kind === "P" ? undefined : { form, method },
        payments,
        hasGlobal: valueAt(args, "global") !== undefined,
        items: objectsAt(args, "items").map(readItem),
        receiver,
        relatedUuid: textAt(args, "related_documents.0.documents.0"),
        reference: textAt(args, "external_id"),
      },
      context,
    );
    if (result instanceof Refusal) return result;
    if (key !== undefined) context.put(KEY, key, { invoice: result.id });
    return readInvoice(result, context);
  };
}

const KEY = "idempotency_key";

/** Every account's organisation, and where SAT's test issuer has its tax domicile. */
export const organizationId = "5a2a307be93a2f00129ea035";
const address = { zip: "42501", country: "MEX" };

function getKind(type: string | undefined): CfdiKind {
  return type === "E" || type === "T" || type === "P" ? type : "I";
}

function readComplement(args: JsonObject): WrittenPayment[] {
  return objectsAt(args, "complements")
    .filter((complement) => textAt(complement, "type") === "pago")
    .flatMap((complement) => objectsAt(complement, "data"))
    .map((payment) => ({
      form: textAt(payment, "payment_form"),
      date: textAt(payment, "date"),
      currency: textAt(payment, "currency"),
      documents: objectsAt(payment, "related_documents").map((document) => ({
        uuid: textAt(document, "uuid"),
        series: textAt(document, "series"),
        folio: textAt(document, "folio_number"),
        installment: numberAt(document, "installment"),
        previousBalance: numberAt(document, "last_balance"),
        amount: numberAt(document, "amount"),
        taxObject: textAt(document, "taxability"),
        taxes: objectsAt(document, "taxes").map((tax) => ({
          base: numberAt(tax, "base") ?? 0,
          rate: numberAt(tax, "rate") ?? 0.16,
          isExempt: textAt(tax, "factor") === "Exento",
        })),
      })),
    }));
}

/** The payments as the complement of a response has them (npm facturapi 5.1.0, PagoComplementData). */
function toComplement({ payments = [], issuedAt }: CfdiDocument): JsonObject {
  const absent = Object.fromEntries(
    [
      ...["numOperacion", "rfcEmisorCtaOrd", "nomBancoOrdExt", "ctaOrdenante", "rfcEmisorCtaBen"],
      ...["ctaBeneficiario", "tipoCadPago", "certPago", "cadPago", "selloPago"],
    ].map((name) => [name, ""]),
  );
  return {
    type: "pago",
    data: payments.map(({ form, date, documents }) => ({
      payment_form: form,
      date: date ?? new Date(issuedAt).toISOString(),
      currency: "MXN",
      exchange: 1,
      ...absent,
      related_documents: documents.map((document) => ({
        uuid: document.uuid,
        amount: toMajorUnits(document.amount, "MXN"),
        installment: document.installment,
        last_balance: toMajorUnits(document.previousBalance, "MXN"),
        currency: "MXN",
        exchange: 1,
        folio_number: document.folio ?? "",
        series: document.series ?? "",
        taxability: document.taxObject,
        taxes: document.taxes.map(({ base, rate, isExempt }) => ({
          base,
          rate: isExempt ? 0 : rate,
          type: "IVA",
          factor: isExempt ? "Exento" : "Tasa",
          withholding: false,
        })),
      })),
    })),
  };
}

function readItem(item: JsonObject): CfdiItem {
  const quantity = numberAt(item, "quantity") ?? 1;
  const amount = exactAmount(quantity, numberAt(item, "product.price") ?? 0);
  const key = textAt(item, "product.product_key");
  const code = goodsCode(key, textAt(item, "product.sku"));
  const isIncluded = valueAt(item, "product.tax_included") !== false;
  const rate = readRate(item);
  return {
    origin: {
      productKey: key ?? "01010101",
      unitKey: textAt(item, "product.unit_key") ?? "H87",
      // what is taken for a piece is unverified
      unitName: textAt(item, "product.unit_name") ?? "Elemento",
      sku: textAt(item, "product.sku") ?? "",
      price: numberAt(item, "product.price") ?? 0,
      isTaxIncluded: isIncluded,
      taxability: textAt(item, "product.taxability") ?? "02",
      rate: readTax(item, rate),
    },
    description: textAt(item, "product.description") ?? "",
    ...(code === undefined ? {} : { code }),
    quantity,
    ...(isIncluded ? splitIva(amount, rate) : { subtotal: amount, tax: ivaOnTop(amount, rate) }),
  };
}

function readTax(item: JsonObject, rate: number): number | "exempt" | undefined {
  if (textAt(item, "product.taxability") === "01") return undefined;
  if (valueAt(item, "product.taxes") === undefined) return rate;
  const [tax] = objectsAt(item, "product.taxes");
  if (tax === undefined) return undefined;
  return textAt(tax, "factor") === "Exento" ? "exempt" : rate;
}

/** Per cent of IVA: what the taxes say, nothing where there are none, 16 where nothing is said of them. */
function readRate(item: JsonObject): number {
  if (textAt(item, "product.taxability") === "01") return 0;
  if (valueAt(item, "product.taxes") === undefined) return 16;
  const [tax] = objectsAt(item, "product.taxes");
  return tax === undefined || textAt(tax, "factor") === "Exento"
    ? 0
    : Math.round((numberAt(tax, "rate") ?? 0.16) * 100);
}

function compactReceiver(args: JsonObject, kind: CfdiKind): CfdiDocument["receiver"] {
  const name = textAt(args, "customer.legal_name");
  const email = textAt(args, "customer.email");
  return {
    rfc: textAt(args, "customer.tax_id") ?? PUBLIC_RFC,
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    // what a payment received is used for (SAT, c_UsoCFDI)
    use: kind === "P" ? "CP01" : (textAt(args, "use") ?? "G03"),
    regime: textAt(args, "customer.tax_system"),
    postalCode: textAt(args, "customer.address.zip"),
  };
}

export function readInvoice(document: CfdiDocument, context: SimulationContext): JsonObject {
  const { kind, status, stamp, receiver, total, cancellation } = document;
  const isTransfer = kind === "T" || kind === "P";
  return omitUndefined({
    id: document.id,
    object: "invoice",
    created_at: new Date(document.issuedAt).toISOString(),
    date: new Date(document.issuedAt).toISOString(),
    livemode: false,
    organization: organizationId,
    issuer_type: "issuing",
    issuer_info: {
      id: organizationId,
      legal_name: context.merchant.name,
      tax_id: context.merchant.rfc,
      tax_system: "601",
      address,
    },
    address,
    cfdi_version: 4,
    exchange: 1,
    // what is stamped needs nothing more
    is_ready_to_stamp: true,
    conditions: null,
    pdf_custom_section: null,
    status,
    cancellation_status: cancellation === undefined ? "none" : "accepted",
    cancellation: cancellation && {
      motive: cancellation.motive,
      requested_at: new Date(cancellation.at).toISOString(),
      status: "accepted",
      substitutionUUID: "",
      last_checked: new Date(cancellation.at).toISOString(),
    },
    verification_url: cfdiVerification(context, document),
    type: kind,
    uuid: stamp.UUID,
    series: document.series,
    folio_number: document.folio,
    external_id: document.reference,
    customer: omitUndefined({
      legal_name: receiver.name,
      tax_id: receiver.rfc,
      tax_system: receiver.regime,
      email: receiver.email,
      address: receiver.postalCode === undefined ? undefined : { zip: receiver.postalCode, country: "MEX" },
    }),
    use: receiver.use,
    currency: isTransfer ? "XXX" : "MXN",
    payment_form: document.payment?.form,
    payment_method: document.payment?.method,
    subtotal: toMajorUnits(document.subtotal, "MXN"),
    total: toMajorUnits(total, "MXN"),
    items: document.items.map((item) => toItem(item)),
    complements: document.payments && [toComplement(document)],
    related_documents:
      document.relatedUuid === undefined ? undefined : [{ relationship: "01", uuid: document.relatedUuid }],
    stamp: {
      date: stamp.FechaTimbrado,
      signature: stamp.SelloCFD,
      sat_cert_number: stamp.NoCertificadoSAT,
      sat_signature: stamp.SelloSAT,
      rfc_provider_cert: stamp.RfcProvCertif,
      complement_string: toComplementString(stamp),
    },
    pdf_url: documentUrl(context, document, "pdf"),
    xml_url: documentUrl(context, document, "xml"),
  });
}

function toItem({ origin, description, quantity, subtotal, tax }: CfdiItem): JsonObject {
  const { rate } = origin ?? {};
  return {
    quantity,
    discount: 0,
    product: {
      description,
      product_key: origin?.productKey ?? "84111506",
      unit_key: origin?.unitKey ?? "ACT",
      unit_name: origin?.unitName ?? "Actividad",
      sku: origin?.sku ?? "",
      price: origin?.price ?? 0,
      tax_included: origin?.isTaxIncluded ?? false,
      taxability: origin?.taxability ?? "01",
      taxes:
        rate === undefined
          ? []
          : [
              {
                type: "IVA",
                factor: rate === "exempt" ? "Exento" : "Tasa",
                rate: rate === "exempt" ? 0 : rate / 100,
                base: toMajorUnits(subtotal, "MXN"),
                amount: toMajorUnits(tax, "MXN"),
                withholding: false,
              },
            ],
      local_taxes: [],
    },
    // its types require customs keys, a third party and a property's account as well: what is sold here has none of them
    complement: "",
    parts: [],
    subtotal: toMajorUnits(subtotal, "MXN"),
    tax: toMajorUnits(tax, "MXN"),
  };
}

/** What SAT signs (TimbreFiscalDigital 1.1). */
function toComplementString(stamp: CfdiDocument["stamp"]): string {
  const { Version, UUID, FechaTimbrado, RfcProvCertif, SelloCFD, NoCertificadoSAT } = stamp;
  return `||${[Version, UUID, FechaTimbrado, RfcProvCertif, SelloCFD, NoCertificadoSAT].join("|")}||`;
}

function store(kind: string, args: JsonObject, context: CallContext): JsonObject {
  const id = generateFiscalProviderId(context.random, "facturapi");
  const stored = { id, created_at: new Date(context.now).toISOString(), livemode: false, ...args };
  context.put(kind, id, stored);
  return stored;
}

function readPage(data: JsonObject[], args: JsonObject): JsonObject {
  const limit = Math.max(1, numberAt(args, "limit") ?? 50);
  const page = Math.max(1, numberAt(args, "page") ?? 1);
  return {
    page,
    total_pages: Math.max(1, Math.ceil(data.length / limit)),
    total_results: data.length,
    data: data.slice((page - 1) * limit, page * limit),
  };
}
