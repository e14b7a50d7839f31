import type { NativeCalls, Translate, TranslationContext } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, InvoiceType, JsonObject } from "@codespar/contract";
import { omitUndefined } from "../../json/omit-undefined.ts";

export interface InvoiceCall {
  tool: string;
  arguments: JsonObject;
}

/** How one fiscal provider says what `codespar_invoice` means. */
export interface InvoiceMapping {
  /** Provider's name as messages print it. */
  name: string;
  types: readonly InvoiceType[];
  /** The call that issues; may read before it, such as a register of postal codes. */
  issue(
    type: InvoiceType,
    input: InvoiceInput,
    context: TranslationContext,
    native: NativeCalls,
  ): InvoiceCall | Promise<InvoiceCall>;
  /** The read that gives the outcome where the response to `issue` is only a receipt. */
  afterIssue?: ((receipt: JsonObject, type: InvoiceType) => InvoiceCall) | undefined;
  get(type: InvoiceType, id: string): InvoiceCall;
  /** What the id alone says about the type, where ids say it. */
  getType?: ((id: string) => InvoiceType | undefined) | undefined;
  /** Undefined where the provider's tools cannot cancel the type. `document` is what `get` returned. */
  cancel(type: InvoiceType, id: string, reason: string, document: JsonObject): InvoiceCall | undefined;
  /**
   * Whether a cancellation was only taken in, so that the document is read again to say what became of it. A receiver in Mexico
   * may have to agree to it.
   */
  cancelsLater?: ((event: JsonObject) => boolean) | undefined;
  /** Undefined where no correction is available. */
  correct?:
    | ((type: InvoiceType, id: string, text: string, document: JsonObject) => InvoiceCall | undefined)
    | undefined;
  /** The provider's document in the meta-tool's words; `type` is the best guess, the document may know better. */
  read(document: JsonObject, type: InvoiceType): InvoiceOutput;
  /** Throws `ProviderRefusal` when the response to a cancellation or correction says no although the call went well. */
  checkEvent?: ((response: JsonObject) => void) | undefined;
}

/** What stands in the document when the caller gives no reason; authorities ask for 15 characters at least. */
const DEFAULT_REASON = "Cancelamento solicitado pelo emitente";

/** `codespar_invoice` over a provider's mapping. Every action makes at most one effect call, after its reads. */
export function translateInvoice(mapping: InvoiceMapping): Translate<InvoiceInput, InvoiceOutput> {
  return async (input, native, context) => {
    const { action = "issue" } = input;
    if (action === "issue") return issue(mapping, input, native, context);
    const { output, type, document } = await find(mapping, input, native);
    if (action === "get") return output;
    const id = output.invoice_id;
    if (action === "cancel") {
      const call = mapping.cancel(type, id, input.reason ?? DEFAULT_REASON, document);
      if (call === undefined) throw notOffered(mapping, "cancel", type);
      const response = await native.effect(call.tool, call.arguments);
      mapping.checkEvent?.(response);
      if (mapping.cancelsLater?.(response) !== true) return { ...output, status: "cancelled" };
      const again = mapping.get(type, id);
      return tidy(mapping.read(await native.read(again.tool, again.arguments), type));
    }
    const call = mapping.correct?.(type, id, input.reason ?? "", document);
    if (call === undefined) throw notOffered(mapping, "correct", type);
    const response = await native.effect(call.tool, call.arguments);
    mapping.checkEvent?.(response);
    return output;
  };
}

async function issue(
  mapping: InvoiceMapping,
  input: InvoiceInput,
  native: NativeCalls,
  context: TranslationContext,
): Promise<InvoiceOutput> {
  const { type } = input;
  if (type === undefined || !mapping.types.includes(type))
    throw notOffered(mapping, "issue", type ?? "document");
  const call = await mapping.issue(type, input, context, native);
  const response = await native
    .effect(call.tool, call.arguments)
    .catch((error: unknown) => rejectInvoice(error, type));
  const next = mapping.afterIssue?.(response, type);
  const document = next === undefined ? response : await native.read(next.tool, next.arguments);
  const output = tidy(mapping.read(document, type));
  if (output.status !== "rejected") return output;
  const { code, message } = output.rejection ?? {};
  throw new ProviderRefusal({
    code: "invoice_rejected",
    message: message ?? `${mapping.name} reports that the document was rejected.`,
    providerCode: code,
    invoiceId: output.invoice_id,
  });
}

/**
 * Mexican providers refuse the call where SAT rejects the document, and its code says so; an HTTP status shows that
 * the call itself was wrong.
 */
function rejectInvoice(error: unknown, type: InvoiceType): never {
  if (type !== "cfdi" || !(error instanceof ProviderRefusal) || isHttpStatus(error.providerCode)) throw error;
  const { message, providerCode } = error;
  throw new ProviderRefusal({ code: "invoice_rejected", message, providerCode });
}

function isHttpStatus(code: string | undefined): boolean {
  return code === undefined || /^[45]\d\d$/.test(code);
}

/** Reads the document; without a type from input or id, it asks for one type after the other. */
async function find(
  mapping: InvoiceMapping,
  { type, invoice_id: id = "" }: InvoiceInput,
  native: NativeCalls,
): Promise<{ output: InvoiceOutput; type: InvoiceType; document: JsonObject }> {
  const known = mapping.getType?.(id) ?? type;
  const asked = new Set<string>();
  let missing: unknown;
  for (const candidate of known === undefined ? mapping.types : [known]) {
    const call = mapping.get(candidate, id);
    if (asked.has(call.tool)) continue;
    asked.add(call.tool);
    try {
      const document = await native.read(call.tool, call.arguments);
      const output = tidy(mapping.read(document, candidate));
      return { output, type: output.type, document };
    } catch (error) {
      if (!(error instanceof ProviderRefusal && error.code === "not_found")) throw error;
      missing = error;
    }
  }
  throw (
    missing ?? new ProviderRefusal({ code: "not_found", message: `${mapping.name} has no document ${id}.` })
  );
}

function notOffered({ name }: InvoiceMapping, action: string, type: string): ProviderRefusal {
  const message = `${name} does not ${action} a ${type} here. Use a server that does.`;
  return new ProviderRefusal({ code: "not_supported", message });
}

function tidy(output: InvoiceOutput): InvoiceOutput {
  if (output.invoice_id === "") throw new Error("The provider responded without the document's id.");
  const { rejection, ...fields } = output;
  // only what is undefined is dropped
  const kept = omitUndefined(fields) as unknown as InvoiceOutput;
  return rejection === undefined ? kept : { ...kept, rejection };
}
