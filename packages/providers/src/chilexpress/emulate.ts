import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { chilexpressTools, transportOrderInput } from "./tools.ts";
import { chilexpressWire } from "./wire.ts";

/** Chilexpress's own HTTP over its simulation. No webhook of it is known; the words of its errors are unverified, their fields are not. */
export const chilexpressEmulation: EmulationDefinition = {
  id: "chilexpress",
  wire: chilexpressWire,
  // a connector adds who sends from its connection, so the tool may leave it out
  tools: {
    ...chilexpressTools,
    chilexpress_create_transport_order: { input: transportOrderInput(true) },
  },
  alsoRequired: { chilexpress_track_shipment: ["rut"] },
  hosts: ["services.wschilexpress.com", "testservices.wschilexpress.com"],
  readCredential: ({ "ocp-apim-subscription-key": key }) => (key === "" ? undefined : key),
  // a key shows nothing of what it is for
  classifyCredential: (credential) => (credential.length >= 16 ? "test" : "malformed"),
  makeCredential: (token) => token.toLowerCase().padEnd(32, "0").slice(0, 32),
  // one account is one key here; the real one has three
  connection: (key) => ({
    rating_key: key,
    coverage_key: key,
    orders_key: key,
    customer_card: "18578680",
    marketplace_rut: "96756430",
    sender_name: "Tienda Ejemplo",
    sender_phone: "221234567",
    sender_email: "envios@example.com",
    return_county: "STGO",
    return_street: "Alameda",
    return_number: "100",
  }),
  describe,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return {
        status: 401,
        body: {
          statusCode: 401,
          message:
            "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.",
        },
      };
    case "path":
    case "not_simulated":
      return { status: 404, body: { statusCode: 404, message: "Resource not found" } };
    case "method":
      return { status: 405, body: { statusCode: 405, message: "Method not allowed" } };
    case "body":
    case "query":
      return fail(400, "Solicitud inválida.");
    case "arguments":
      return fail(400, `Datos inválidos: ${problem.issues.map(({ path }) => path).join(", ")}`);
    case "unavailable":
      return { status: 503, body: { statusCode: 503, message: "Service Unavailable" } };
    case "refusal": {
      const { message } = problem.refusal;
      if (problem.tool !== "chilexpress_create_transport_order") return fail(200, message);
      const data = { header: null, detail: [{ statusCode: 99, statusDescription: message }] };
      return {
        status: 200,
        body: { data, statusCode: 99, statusDescription: message, errors: null },
      };
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Chilexpress has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function fail(status: number, statusDescription: string): EmulatedResponse {
  return { status, body: { data: null, statusCode: -1, statusDescription, errors: null } };
}
