import { encodeBase64 } from "@codespar/formats";
import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { objectsAt, textAt } from "../json/native-json.ts";
import { readFacturamaError } from "./errors.ts";
import { facturamaTools } from "./tools.ts";
import { facturamaWire } from "./wire.ts";

const spec = { source: "Facturama/facturama-dotnet-sdk", confidence: "spec" } as const;
const remembered = { source: "remembered", confidence: "unverified" } as const;

/** Its list filters by our order number; what it finds is compared once more, then read whole. */
const findCfdi: LookUp = async ({ reference, read }) => {
  const listed = await read("facturama_list_cfdi", { type: "issued", status: "all", OrderNumber: reference });
  const found = objectsAt(listed, "Data").find((cfdi) => cfdi.OrderNumber === reference);
  return found === undefined
    ? undefined
    : read("facturama_get_cfdi", { id: found.Id ?? null, type: "issued" });
};

/** A cancellation was taken in where the CFDI is cancelled; one that its receiver has yet to accept shows nowhere. */
const findCancelled: LookUp = async ({ arguments: { id = null }, read }) => {
  const cfdi = await read("facturama_get_cfdi", { id, type: "issued" });
  if (textAt(cfdi, "Status") !== "canceled") return undefined;
  return { Status: "canceled", Uuid: textAt(cfdi, "Complement.TaxStamp.Uuid") ?? null };
};

/** Facturama's Web API. It has no idempotency key; the sandbox is a host of its own, and no webhook of it is known. */
export const facturamaConnector: ConnectorDefinition = {
  id: "facturama",
  version: "facturama/1",
  wire: facturamaWire,
  tools: facturamaTools,
  hosts: { live: "https://api.facturama.mx", test: "https://apisandbox.facturama.mx", ...spec },
  credentials: [
    { name: "user", label: "Usuario", secret: false, freeText: true, form: /^[^:]+$/, ...spec },
    { name: "password", label: "Contraseña", freeText: true, ...spec },
  ],
  authorize: ({ user = "", password = "" }) => ({
    authorization: `Basic ${encodeBase64(new TextEncoder().encode(`${user}:${password}`))}`,
  }),
  readError: readFacturamaError,
  outcomes: [
    { status: 400, means: "refused", ...spec },
    { status: 401, means: "unauthorized", ...spec },
    { status: 404, means: "refused", as: "not_found", ...remembered },
  ],
  effects: {
    facturama_create_cfdi: {
      reference: { path: "OrderNumber", shared: true },
      find: { find: "look up", lookUp: findCfdi, ...spec },
    },
    facturama_cancel_cfdi: { find: { find: "look up", lookUp: findCancelled, ...spec } },
    facturama_create_client: { find: { find: "none", ...spec } },
    facturama_create_product: { find: { find: "none", ...spec } },
  },
};
