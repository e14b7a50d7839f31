import type { JsonObject } from "@codespar/contract";
import { randomHex } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import type { CfdiDocument } from "../engines/invoices/cfdi-document.ts";
import type { DocumentChange } from "../simulation/document-change.ts";
import { hmacSha256Hex } from "../webhooks/hmac.ts";
import { organizationId, readInvoice } from "./simulate.ts";
import { facturapiTools } from "./tools.ts";
import { facturapiWire } from "./wire.ts";

const MINUTE = 60_000;

const webhooks: WebhookEmulation = {
  getEvents(change, context) {
    const document = readCfdiChange(change);
    if (document === undefined) return [];
    const id = randomHex(context.random, 24);
    const type =
      change.before === undefined ? "invoice.status_updated" : "invoice.cancellation_status_updated";
    const body: JsonObject = {
      id,
      created_at: new Date(context.now).toISOString(),
      type,
      livemode: false,
      organization: organizationId,
      data: { type: "invoice", object: readInvoice(document, context) },
    };
    return [{ id, type, body }];
  },
  async sign({ url, secret }, event) {
    const body = JSON.stringify(event.body);
    const signature = await hmacSha256Hex(secret, body);
    return { url, headers: { "content-type": "application/json", "facturapi-signature": signature }, body };
  },
  // how often is unverified
  retryDelaysMs: [MINUTE, 10 * MINUTE, 60 * MINUTE],
};

/** A CFDI that was stamped or cancelled. */
function readCfdiChange({ kind, before, after }: DocumentChange): CfdiDocument | undefined {
  if (kind !== "invoice" || after.family !== "mexico" || before?.status === after.status) return undefined;
  // the engine is the only one that writes documents of this kind
  return after as unknown as CfdiDocument;
}

/** Facturapi's own HTTP over its simulation. */
export const facturapiEmulation: EmulationDefinition = {
  id: "facturapi",
  wire: facturapiWire,
  tools: facturapiTools,
  hosts: ["www.facturapi.io"],
  readCredential({ authorization = "" }) {
    return /^bearer +(\S+)$/i.exec(authorization)?.[1];
  },
  classifyCredential(credential) {
    if (credential.startsWith("sk_live_")) return "live";
    return credential.startsWith("sk_test_") ? "test" : "malformed";
  },
  makeCredential: (token) => `sk_test_${token}`,
  connection: (secret_key, webhook_secret) => ({ secret_key, webhook_secret }),
  describe,
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "La llave secreta no es válida.");
    case "path":
    case "method":
    case "not_simulated":
      return error(404, "No se encontró el recurso.");
    case "body":
    case "query":
      return error(400, "El cuerpo no es JSON.");
    case "arguments": {
      const path = problem.issues[0]?.path ?? "";
      return error(400, `"${path}" is required or not valid`, path);
    }
    case "unavailable":
      return error(503, "Servicio no disponible.");
    case "refusal":
      return error(problem.refusal.code === "not_found" ? 404 : 400, problem.refusal.message);
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Facturapi has its idempotency key in the body.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, message: string, path?: string): EmulatedResponse {
  return { status, body: { message, status, ...(path === undefined ? {} : { path, location: "body" }) } };
}
