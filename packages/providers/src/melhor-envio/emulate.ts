import type { JsonObject } from "@codespar/contract";
import { encodeBase64 } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readShipmentChange } from "../emulation/shipment-change.ts";
import { nativeInput, text } from "../tools/native-input.ts";
import { hmacSha256 } from "../webhooks/hmac.ts";
import { orderJson } from "./orders.ts";
import { searchShipments } from "./simulate.ts";
import { melhorEnvioTools } from "./tools.ts";
import { melhorEnvioWire } from "./wire.ts";

const MINUTE = 60_000;

const types: Readonly<Record<string, string>> = {
  released: "order.released",
  posted: "order.posted",
  delivered: "order.delivered",
  canceled: "order.cancelled",
};

const webhooks: WebhookEmulation = {
  getEvents(change) {
    const moved = readShipmentChange(change);
    if (moved === undefined) return [];
    const data = orderJson(moved.after);
    const before = moved.before === undefined ? undefined : orderJson(moved.before).status;
    const type = types[String(data.status)];
    if (type === undefined || before === data.status) return [];
    const body: JsonObject = { event: type, data: { ...data, user_id: "emulated" } };
    return [{ id: `${moved.after.id} ${type}`, type, body }];
  },
  async sign({ url, secret }, event) {
    const body = JSON.stringify(event.body);
    const signature = encodeBase64(await hmacSha256(secret, body));
    return { url, headers: { "content-type": "application/json", "x-me-signature": signature }, body };
  },
  // how often is unverified
  retryDelaysMs: [MINUTE, 15 * MINUTE, 60 * MINUTE],
};

/** Melhor Envio's own HTTP over its simulation. */
export const melhorEnvioEmulation: EmulationDefinition = {
  id: "melhor-envio",
  wire: melhorEnvioWire,
  tools: melhorEnvioTools,
  hosts: ["melhorenvio.com.br", "sandbox.melhorenvio.com.br"],
  calls: {
    search_shipments: {
      get: "/api/v2/me/orders/search",
      listAs: "data",
      input: nativeInput({ q: text() }, "q"),
      handle: searchShipments,
    },
  },
  readCredential({ authorization = "" }) {
    return /^bearer +(\S+)$/i.exec(authorization)?.[1];
  },
  // a token shows nothing of the host that it is for
  classifyCredential: (credential) => (credential.length >= 16 ? "test" : "malformed"),
  makeCredential: (token) => token.padEnd(32, "0"),
  connection: (access_token, app_secret) => ({
    access_token,
    contact_email: "dev@example.com",
    app_secret,
    sender_name: "Loja Exemplo",
    sender_document: "11.222.333/0001-81",
    sender_phone: "+5511987654321",
    sender_address: "Avenida Paulista",
    sender_number: "1000",
    sender_district: "Bela Vista",
    sender_city: "São Paulo",
  }),
  describe,
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return { status: 401, body: { message: "Unauthenticated." } };
    case "path":
    case "not_simulated":
      return { status: 404, body: { error: "Not Found" } };
    case "method":
      return { status: 405, body: { error: "Method Not Allowed" } };
    case "body":
    case "query":
      return { status: 400, body: { error: "Bad Request" } };
    case "arguments":
      return invalid(
        problem.issues.map(({ path }) => path),
        "inválido ou não informado",
      );
    case "unavailable":
      return { status: 503, body: { error: "Service Unavailable" } };
    case "refusal": {
      const { code, message } = problem.refusal;
      return code === "not_found" ? { status: 404, body: { error: message } } : invalid([code], message);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Melhor Envio has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function invalid(fields: readonly string[], why: string): EmulatedResponse {
  const errors = Object.fromEntries(fields.map((field) => [field, [why]]));
  return { status: 422, body: { message: "The given data was invalid.", errors } };
}
