import type { NativeCalls, TranslationContext, Translator } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, InvoiceStatus, InvoiceType, JsonObject } from "@codespar/contract";
import { textAt } from "../json/native-json.ts";
import { readDfeKey } from "../mappings/invoices/dfe-key.ts";
import { eventRejected } from "../mappings/invoices/event-rejected.ts";
import { cteLayout, mdfeLayout, refuseLiveFreight } from "../mappings/invoices/freight-layout.ts";
import { goodsDocument } from "../mappings/invoices/goods-document.ts";
import { minorAt } from "../mappings/invoices/invoice-amounts.ts";
import { translateInvoice } from "../mappings/invoices/invoice-mapping.ts";
import { nextNumber } from "../mappings/invoices/next-number.ts";
import { nfeLayout } from "../mappings/invoices/nfe-layout.ts";

/** Where each model keeps what the meta-tool asks for. */
const PLACES = {
  nfe: { root: "NFe", layout: "infNFe", amount: "total.ICMSTot.vNF" },
  cte: { root: "CTe", layout: "infCte", amount: "vPrest.vTPrest" },
  mdfe: { root: "MDFe", layout: "infMDFe", amount: "tot.vCarga" },
} as const;

/** cStat of a consultation: the document is not in the authority's base. */
const NOT_THERE = "217";

/** cStat of a lot or a consultation that was taken: authorised, cancelled, received, processed, processing. */
const TAKEN: ReadonlySet<string> = new Set(["100", "150", "101", "151", "155", "103", "104", "105"]);

/** cStat of an event that was registered: linked, not linked, out of time. */
const REGISTERED: ReadonlySet<string> = new Set(["135", "136", "155"]);

/** SEFAZ: the authority's web services. A document's id is its access key, a SPED file has one of its own. */
export const sefazTranslator: Translator = {
  server: "sefaz",
  invoice: translateInvoice({
    name: "SEFAZ",
    types: ["nfe", "cte", "mdfe", "sped"],
    issue: async (type, input, context, native) =>
      type === "sped"
        ? { tool: "sefaz_create_sped_file", arguments: { tipo: "efd_icms_ipi", periodo: input.period ?? "" } }
        : { tool: `sefaz_authorize_${type}`, arguments: await toLayout(type, input, context, native) },
    get: (type, id) =>
      type === "sped"
        ? { tool: "sefaz_get_sped_file", arguments: { id } }
        : { tool: "sefaz_get_nfe_protocol", arguments: { chNFe: id } },
    getType: (id) => readDfeKey(id)?.type,
    cancel: (type, id, xJust, document) =>
      type === "sped"
        ? undefined
        : {
            tool: "sefaz_cancel_nfe",
            arguments: { chNFe: id, nProt: requireProtocol(readDfe(document, type)), xJust },
          },
    read: (document, type) => (type === "sped" ? readSped(document) : readDfe(document, type)),
    checkEvent,
  }),
};

/** What an event names of the document that it is for. */
function requireProtocol({ protocol, status }: InvoiceOutput): string {
  if (protocol !== undefined) return protocol;
  throw eventRejected(
    `The document is ${status}, and SEFAZ has given it no protocol: only an authorised one is cancelled.`,
    undefined,
  );
}

async function toLayout(
  type: InvoiceType,
  input: InvoiceInput,
  context: TranslationContext,
  native: NativeCalls,
): Promise<JsonObject> {
  if (type === "cte") {
    refuseLiveFreight(type, context, "sefaz_authorize_cte");
    return { infCte: await cteLayout(input, context) };
  }
  if (type === "mdfe") {
    refuseLiveFreight(type, context, "sefaz_authorize_mdfe");
    return { infMDFe: await mdfeLayout(input, context) };
  }
  const rules = { provider: "SEFAZ", needsCityCode: true, takesConsumptionTax: true };
  const document = await goodsDocument("nfe", input, native, context, rules);
  const number = await nextNumber(document, context);
  const isLive = context.environment === "live";
  return { infNFe: nfeLayout(document, { now: context.now, isLive, number }) };
}

function readDfe(document: JsonObject, type: InvoiceType): InvoiceOutput {
  if (textAt(document, "cStat") === NOT_THERE) {
    throw new ProviderRefusal({
      code: "not_found",
      message:
        "SEFAZ has no document of this access key. Check the key, and the environment that it was issued in.",
      providerCode: NOT_THERE,
    });
  }
  const { root, layout, amount } = type === "cte" || type === "mdfe" ? PLACES[type] : PLACES.nfe;
  const xml = `${root}.${layout}`;
  const key =
    textAt(document, `${xml}.Id`)?.slice(root.length) ??
    textAt(document, `ch${root}`) ??
    textAt(document, `prot${root}.infProt.ch${root}`);
  const parts = readDfeKey(key);
  const code = textAt(document, `prot${root}.infProt.cStat`);
  const situation = textAt(document, "cStat");
  if (code === undefined && situation !== undefined && !TAKEN.has(situation)) {
    throw new ProviderRefusal({
      code: "invoice_rejected",
      message: textAt(document, "xMotivo") ?? "SEFAZ did not take the request.",
      providerCode: situation,
    });
  }
  const status = toStatus(code, situation);
  return {
    invoice_id: key ?? "",
    type: parts?.type ?? type,
    status,
    number: parts?.number,
    series: parts?.series,
    access_key: key,
    protocol: textAt(document, `prot${root}.infProt.nProt`),
    issued_at: textAt(document, `${xml}.ide.dhEmi`),
    amount: minorAt(document, `${xml}.${amount}`, "BRL"),
    pdf_url: textAt(document, "links.pdf"),
    xml_url: textAt(document, "links.xml"),
    rejection:
      status === "rejected"
        ? { code: code ?? "", message: textAt(document, `prot${root}.infProt.xMotivo`) ?? "Rejeicao" }
        : undefined,
  };
}

/** 100 authorised, 101 and 151 cancelled, 103 and 105 still working. */
function toStatus(protocol: string | undefined, situation: string | undefined): InvoiceStatus {
  if (situation === "101" || situation === "151") return "cancelled";
  if (protocol === undefined) return "processing";
  return protocol === "100" || protocol === "150" ? "authorized" : "rejected";
}

/** The file itself is text; it stands in `xml_url`, the machine-readable form of the document. */
function readSped(document: JsonObject): InvoiceOutput {
  return {
    invoice_id: textAt(document, "id") ?? "",
    type: "sped",
    status: textAt(document, "status") === "transmitido" ? "authorized" : "processing",
    protocol: textAt(document, "recibo"),
    issued_at: textAt(document, "gerado_em"),
    amount: minorAt(document, "valor_total", "BRL"),
    xml_url: textAt(document, "arquivo_url"),
  };
}

function checkEvent(response: JsonObject): void {
  const code = textAt(response, "retEvento.infEvento.cStat");
  if (code !== undefined && REGISTERED.has(code)) return;
  throw eventRejected(textAt(response, "retEvento.infEvento.xMotivo"), code);
}
