import { ProviderRefusal, type Translate } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, InvoiceStatus, InvoiceType, JsonObject } from "@codespar/contract";
import { expect, it } from "vitest";
import { requiredText } from "../../json/native-json.ts";
import { translateWith } from "../../testing/translate-with.ts";
import { type InvoiceMapping, translateInvoice } from "./invoice-mapping.ts";

const mapping: InvoiceMapping = {
  name: "Fiscal",
  types: ["nfe", "nfse"],
  issue: (type) => ({ tool: `create_${type}`, arguments: {} }),
  get: (type, id) => ({ tool: `get_${type}`, arguments: { id } }),
  cancel: (type, id, reason) => (type === "nfse" ? undefined : { tool: "cancel", arguments: { id, reason } }),
  read,
};
const invoice = translateInvoice(mapping);

function read(document: JsonObject, type: InvoiceType): InvoiceOutput {
  const { id = "" } = document;
  // the test's own documents say one of our words
  const status = requiredText(document, "status") as InvoiceStatus;
  return { invoice_id: String(id), type, status, number: undefined };
}

const run = (
  translation: Translate<InvoiceInput, InvoiceOutput>,
  responses: Record<string, JsonObject | Error>,
) => {
  const { calls, translate } = translateWith(responses);
  return {
    tools: () => calls.map(({ kind, tool }) => `${kind} ${tool}`),
    translate: (input: InvoiceInput) => translate(translation, input),
  };
};
const missing = new ProviderRefusal({ code: "not_found", message: "No such document." });
const authorized = { id: "i_1", status: "authorized" };

it("asks for one type after the other until a provider knows the id", async () => {
  const { tools, translate } = run(invoice, { get_nfe: missing, get_nfse: authorized });
  expect(await translate({ action: "get", invoice_id: "i_1" })).toEqual({
    invoice_id: "i_1",
    type: "nfse",
    status: "authorized",
  });
  expect(tools()).toEqual(["read get_nfe", "read get_nfse"]);
});

it("asks for the one type that the caller or the id names", async () => {
  const named = run(invoice, { get_nfse: authorized });
  await named.translate({ action: "get", type: "nfse", invoice_id: "i_1" });
  expect(named.tools()).toEqual(["read get_nfse"]);
  const byId = run(translateInvoice({ ...mapping, getType: () => "nfse" }), { get_nfse: authorized });
  await byId.translate({ action: "get", type: "nfe", invoice_id: "i_1" });
  expect(byId.tools()).toEqual(["read get_nfse"]);
});

it("says that there is none when nobody knows it, and stops at any other refusal", async () => {
  const nowhere = run(invoice, { get_nfe: missing, get_nfse: missing });
  await expect(nowhere.translate({ action: "get", invoice_id: "i_1" })).rejects.toBe(missing);
  const denied = new ProviderRefusal({ code: "unauthorized", message: "No key." });
  const refused = run(invoice, { get_nfe: denied, get_nfse: authorized });
  await expect(refused.translate({ action: "get", invoice_id: "i_1" })).rejects.toBe(denied);
  expect(refused.tools()).toEqual(["read get_nfe"]);
});

it("has one effect, and reads again what was only taken in", async () => {
  const cancel = { action: "cancel", type: "nfe", invoice_id: "i_1" } as const;
  const responses = { get_nfe: authorized, cancel: { state: "taken" } };
  const atOnce = run(invoice, responses);
  expect(await atOnce.translate(cancel)).toMatchObject({ status: "cancelled" });
  expect(atOnce.tools()).toEqual(["read get_nfe", "effect cancel"]);
  const cancelsLater = (event: JsonObject) => event.state === "taken";
  const later = run(translateInvoice({ ...mapping, cancelsLater }), responses);
  expect(await later.translate(cancel)).toMatchObject({ status: "authorized" });
  expect(later.tools()).toEqual(["read get_nfe", "effect cancel", "read get_nfe"]);
});

it("makes a refusal of a document that was rejected at once, with and without the authority's reason", async () => {
  const silent = run(invoice, { create_nfe: { id: "i_1", status: "rejected" } });
  await expect(silent.translate({ type: "nfe" })).rejects.toMatchObject({
    code: "invoice_rejected",
    message: "Fiscal reports that the document was rejected.",
    invoiceId: "i_1",
  });
  const spoken = translateInvoice({
    ...mapping,
    read: (document, type) => ({
      ...read(document, type),
      rejection: { code: "778", message: "NCM inexistente" },
    }),
  });
  await expect(
    run(spoken, { create_nfe: { id: "i_1", status: "rejected" } }).translate({ type: "nfe" }),
  ).rejects.toMatchObject({ providerCode: "778", message: "NCM inexistente" });
});

it("takes no document without an id", async () => {
  const { translate } = run(invoice, { create_nfe: { status: "authorized" } });
  await expect(translate({ type: "nfe" })).rejects.toThrow(
    "The provider responded without the document's id.",
  );
});

it.each<[InvoiceInput, RegExp, string[]]>([
  [{ type: "cfdi" }, /^Fiscal does not issue a cfdi here/, []],
  [
    { action: "cancel", type: "nfse", invoice_id: "i_1" },
    /^Fiscal does not cancel a nfse here/,
    ["read get_nfse"],
  ],
  [
    { action: "correct", type: "nfe", invoice_id: "i_1", reason: "Nome" },
    /^Fiscal does not correct a nfe here/,
    ["read get_nfe"],
  ],
])("refuses what its tools cannot do, without an effect: %j", async (input, message, read) => {
  const { tools, translate } = run(invoice, { get_nfe: authorized, get_nfse: authorized });
  await expect(translate(input)).rejects.toMatchObject({
    code: "not_supported",
    message: expect.stringMatching(message),
  });
  expect(tools()).toEqual(read);
});
