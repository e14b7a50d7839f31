import type { JsonObject } from "@codespar/contract";
import { encodeHex } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readShipmentChange } from "../emulation/shipment-change.ts";
import { readClientId, tokenByForm } from "../emulation/token-calls.ts";
import { labelUrl, trackingUrl } from "../engines/shipping/label-url.ts";
import { isObject } from "../json/native-json.ts";
import { hmacSha512 } from "../webhooks/hmac.ts";
import { nativeStatus, packageId } from "./simulate.ts";
import { shipmentInput, skydropxTools } from "./tools.ts";
import { skydropxWire } from "./wire.ts";

const MINUTE = 60_000;

const webhooks: WebhookEmulation = {
  getEvents(change, context) {
    const moved = readShipmentChange(change);
    if (moved === undefined || moved.before?.status === moved.after.status) return [];
    const { id, number } = moved.after;
    const status = nativeStatus(moved.after.status);
    const body: JsonObject = {
      data: {
        id: packageId(moved.after, 0),
        type: "packages",
        attributes: {
          status,
          tracking_number: number,
          tracking_url_provider: trackingUrl(context, id),
          label_url: labelUrl(context, id),
        },
        relationships: {
          shipment: {
            data: { id, type: "shipments" },
            links: { related: `https://pro.skydropx.com/api/v1/shipments/${id}` },
          },
        },
      },
    };
    return [{ id: `${id} ${status}`, type: `packages.${status}`, body }];
  },
  async sign({ url, secret }, event) {
    const body = JSON.stringify(event.body);
    const authorization = `HMAC ${encodeHex(await hmacSha512(secret, body))}`;
    return { url, headers: { "content-type": "application/json", authorization }, body };
  },
  // how often is unverified
  retryDelaysMs: [MINUTE, 15 * MINUTE, 60 * MINUTE],
};

/** Skydropx Pro's own HTTP over its simulation. */
export const skydropxEmulation: EmulationDefinition = {
  id: "skydropx",
  wire: skydropxWire,
  // a connector adds who sends from its connection, so the tool may leave it out
  tools: { ...skydropxTools, skydropx_create_shipment: { input: shipmentInput("address_from") } },
  hosts: ["pro.skydropx.com", "sb-pro.skydropx.com"],
  calls: { token: tokenByForm("/api/v1/oauth/token") },
  readCredential: readClientId,
  // a client id shows nothing of the host that it is for
  classifyCredential: (credential) => (/^[\w-]{8,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => token.slice(0, 43),
  connection: (client_id, webhook_secret) => ({
    client_id,
    client_secret: `${client_id}-secret`,
    webhook_secret,
    sender_name: "Luisa Hernández",
    sender_company: "Tienda Ejemplo",
    sender_phone: "5512345678",
    sender_email: "envios@example.com",
    sender_street: "Avenida Insurgentes 100",
    sender_reference: "Portón azul",
    consignment_note: "53102400",
    package_type: "4G",
  }),
  describe,
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return {
        status: 401,
        body: { error: "invalid_token", error_description: "El token de acceso no es válido." },
      };
    case "path":
    case "not_simulated":
      return { status: 404, body: { message: "Recurso no encontrado." } };
    case "method":
      return { status: 405, body: { message: "Método no permitido." } };
    case "body":
    case "query":
      return { status: 400, body: { message: "Solicitud incorrecta." } };
    case "arguments":
      return { status: 422, body: { errors: nest(problem.issues.map(({ path }) => path)) } };
    case "unavailable":
      return { status: 503, body: { message: "Servicio no disponible." } };
    case "refusal": {
      const { code, message } = problem.refusal;
      if (problem.tool === "token")
        return { status: 401, body: { error: "invalid_client", error_description: message } };
      if (problem.tool === "skydropx_track_shipment") return { status: 404, body: { error: message } };
      if (code === "not_found") return { status: 404, body: { message } };
      return { status: 422, body: { error: message } };
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Skydropx has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

/** `quotation.address_to.postal_code` becomes `{ address_to: { postal_code: [text] } }`, as the documentation nests it. */
function nest(paths: readonly string[]): JsonObject {
  const errors: JsonObject = {};
  for (const path of paths) {
    const names = path.split(".").slice(1);
    const last = names.pop() ?? path;
    let place = errors;
    for (const name of names) {
      const inner = place[name];
      const next: JsonObject = isObject(inner) ? inner : {};
      place[name] = next;
      place = next;
    }
    place[last] = ["no puede estar en blanco"];
  }
  return errors;
}
