import type { Translator } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, InvoiceStatus, InvoiceType, JsonObject } from "@codespar/contract";
import { textAt } from "../json/native-json.ts";
import { readDfeKey } from "../mappings/invoices/dfe-key.ts";
import { cteLayout, mdfeLayout, nfeLayout } from "../mappings/invoices/dfe-layout.ts";
import { minorAt } from "../mappings/invoices/invoice-amounts.ts";
import { translateInvoice } from "../mappings/invoices/invoice-mapping.ts";

/** Where each model keeps what the meta-tool asks for. */
const PLACES = {
  nfe: { root: "NFe", layout: "infNFe", amount: "total.ICMSTot.vNF" },
  cte: { root: "CTe", layout: "infCte", amount: "vPrest.vTPrest" },
  mdfe: { root: "MDFe", layout: "infMDFe", amount: "tot.vCarga" },
} as const;

/** cStat of an event that was registered: linked, not linked, out of time. */
const REGISTERED: ReadonlySet<string> = new Set(["135", "136", "155"]);

/** SEFAZ: the authority's web services. A document's id is its access key, a SPED file has one of its own. */
export const sefazTranslator: Translator = {
  server: "sefaz",
  invoice: translateInvoice({
    name: "SEFAZ",
    types: ["nfe", "cte", "mdfe", "sped"],
    issue: (type, input, { now }) =>
      type === "sped"
        ? { tool: "sefaz_create_sped_file", arguments: { tipo: "efd_icms_ipi", periodo: input.period ?? "" } }
        : { tool: `sefaz_authorize_${type}`, arguments: readLayout(type, input, now) },
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
            arguments: { chNFe: id, nProt: readDfe(document, type).protocol ?? "", xJust },
          },
    read: (document, type) => (type === "sped" ? readSped(document) : readDfe(document, type)),
    checkEvent,
  }),
};

function readLayout(type: InvoiceType, input: InvoiceInput, now: number): JsonObject {
  if (type === "cte") return { infCte: cteLayout(input, now) };
  if (type === "mdfe") return { infMDFe: mdfeLayout(input, now) };
  return { infNFe: nfeLayout(input, 55, now) };
}

function readDfe(document: JsonObject, type: InvoiceType): InvoiceOutput {
  const { root, layout, amount } = type === "cte" || type === "mdfe" ? PLACES[type] : PLACES.nfe;
  const xml = `${root}.${layout}`;
  const key = textAt(document, `${xml}.Id`)?.slice(root.length) ?? textAt(document, `ch${root}`);
  const parts = readDfeKey(key);
  const code = textAt(document, `prot${root}.infProt.cStat`);
  const status = toStatus(code, textAt(document, "cStat"));
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
  throw new ProviderRefusal({
    code: "event_rejected",
    message: textAt(response, "retEvento.infEvento.xMotivo") ?? "SEFAZ did not register the event.",
    providerCode: code,
  });
}
