import type { Translator } from "@codespar/backend/ports";
import type { InvoiceOutput, InvoiceType, JsonObject } from "@codespar/contract";
import { omitUndefined } from "../json/omit-undefined.ts";
import type { ProviderFact, ReadBack } from "./webhook-definition.ts";

export interface InvoiceReadBack {
  translator: Translator;
  /** The kind of document, where the provider keeps each in a place of its own. @default the translator finds out */
  type?: InvoiceType | undefined;
  /** Our reference, where the id of a document has it. */
  readReference?: ((id: string) => string | undefined) | undefined;
}

/** Reads a fiscal document back by the translator that issued it, and says what is true of it. */
export function readInvoiceBack({ translator, type, readReference }: InvoiceReadBack): ReadBack {
  const { invoice, server } = translator;
  if (invoice === undefined) throw new TypeError(`${server} issues no documents.`);
  return async (id, { native }) => {
    const output = await invoice({ action: "get", type, invoice_id: id }, native, {
      operationId: "",
      now: 0,
      environment: "live",
    });
    const { invoice_id } = output;
    const shared = {
      reference: readReference?.(invoice_id),
      documents: [{ kind: "invoice", id: invoice_id }],
    };
    return getStages(output).map(
      (status): ProviderFact => ({
        key: `${server} invoice ${invoice_id} ${status}`,
        type: `invoice.${status}`,
        data: describe(output, status),
        ...shared,
      }),
    );
  };
}

/** In the order in which they came about: what is cancelled was authorised. */
function getStages({ status }: InvoiceOutput): ("authorized" | "cancelled" | "rejected")[] {
  if (status === "cancelled") return ["authorized", "cancelled"];
  return status === "authorized" || status === "rejected" ? [status] : [];
}

function describe(output: InvoiceOutput, status: string): JsonObject {
  const { invoice_id, type, number, series, access_key, uuid, protocol, amount, rejection } = output;
  const rejected = status !== "rejected" || rejection === undefined ? {} : { rejection: { ...rejection } };
  return {
    ...omitUndefined({ invoice_id, type, status, number, series, access_key, uuid, protocol, amount }),
    ...rejected,
  };
}
