import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { objectsAt } from "../json/native-json.ts";
import { readFacturapiError } from "./errors.ts";
import { facturapiTools } from "./tools.ts";
import { facturapiWire } from "./wire.ts";

const spec = { source: "npm facturapi 5.1.0", confidence: "spec" } as const;
const PAGE = 50;

/** No filter for our id is in the specification, so that the newest pages are compared. */
const findInvoice: LookUp = async ({ arguments: { external_id }, read }) => {
  if (typeof external_id !== "string") return undefined;
  for (let page = 1; page <= 4; page += 1) {
    const listed = objectsAt(await read("facturapi_list_invoices", { limit: PAGE, page }), "data");
    const found = listed.find((invoice) => invoice.external_id === external_id);
    if (found !== undefined || listed.length < PAGE) return found;
  }
  return undefined;
};

const findCancelled: LookUp = async ({ arguments: { id = null }, read }) => {
  const invoice = await read("facturapi_get_invoice", { id });
  return invoice?.status === "canceled" ? invoice : undefined;
};

/** The same `idempotency_key` gives the first invoice again; for how long is not said, so that it is looked for instead. */
const issued = { find: { find: "look up", lookUp: findInvoice, ...spec } } as const;

/** Facturapi. The key says the environment; the host is the same. */
export const facturapiConnector: ConnectorDefinition = {
  id: "facturapi",
  version: "facturapi/1",
  wire: facturapiWire,
  tools: facturapiTools,
  hosts: { live: "https://www.facturapi.io", test: "https://www.facturapi.io", ...spec },
  credentials: [
    {
      name: "secret_key",
      label: "Llave secreta",
      prefixes: { live: ["sk_live_"], test: ["sk_test_"] },
      ...spec,
    },
    { name: "webhook_secret", label: "Secreto del webhook", required: false, ...spec },
  ],
  authorize: ({ secret_key = "" }) => ({ authorization: `Bearer ${secret_key}` }),
  readError: readFacturapiError,
  outcomes: [
    { status: 400, means: "refused", ...spec },
    { status: 401, means: "unauthorized", ...spec },
    { status: 403, means: "unauthorized", ...spec },
    { status: 404, means: "refused", as: "not_found", ...spec },
    { status: 429, means: "not_processed", as: "rate_limited", ...spec },
  ],
  effects: {
    facturapi_create_invoice: issued,
    facturapi_create_credit_note: issued,
    facturapi_create_transfer_document: issued,
    facturapi_cancel_invoice: { find: { find: "look up", lookUp: findCancelled, ...spec } },
    facturapi_create_customer: { find: { find: "none", ...spec } },
    facturapi_create_product: { find: { find: "none", ...spec } },
  },
};
