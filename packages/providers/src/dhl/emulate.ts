import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { readClientId } from "../emulation/token-calls.ts";
import { dhlTools, shipmentInput } from "./tools.ts";
import { dhlWire } from "./wire.ts";

/** MyDHL API's own HTTP over its simulation. It sends no webhooks; the words of its errors are unverified, their fields are not. */
export const dhlEmulation: EmulationDefinition = {
  id: "dhl",
  wire: dhlWire,
  // a connector adds who sends from its connection, so the tool may leave it out
  tools: { ...dhlTools, dhl_create_shipment: { input: shipmentInput(true) } },
  alsoRequired: {
    dhl_get_label: ["shipperAccountNumber"],
    dhl_create_pickup: ["accounts"],
  },
  hosts: ["express.api.dhl.com", "api-mock.dhl.com"],
  basePath: /^\/mydhlapi(\/test)?(?=\/)/,
  readCredential: readClientId,
  // a key is the same in both environments
  classifyCredential: (credential) => (/^[\w-]{8,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => token.slice(0, 24),
  connection: (api_key) => ({
    api_key,
    api_secret: `${api_key}-secret`,
    account_number: "980123456",
    sender_name: "Luisa Hernández",
    sender_company: "Tienda Ejemplo",
    sender_phone: "5512345678",
    sender_street: "Avenida Insurgentes 100",
    content_description: "Libros",
  }),
  describe,
  describeResult: (tool) => (tool === "dhl_cancel_pickup" ? { status: 200, body: undefined } : undefined),
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return respond(401, "Unauthorized", "Invalid Credentials");
    case "path":
    case "not_simulated":
      return respond(404, "Not found", "The requested resource was not found.");
    case "method":
      return respond(405, "Method not allowed", `${problem.method} is not allowed here.`);
    case "body":
    case "query":
      return respond(400, "Bad request", "The request cannot be read.");
    case "arguments":
      return respond(
        422,
        "Validation error",
        "Multiple problems found, see Additional Details",
        problem.issues.map(({ path, problem: what }) => `#/${path.replaceAll(".", "/")}: ${what}`),
      );
    case "unavailable":
      return respond(500, "Internal server error", "Process failure occurred.");
    case "refusal": {
      const { code, message } = problem.refusal;
      return code === "not_found" ? respond(404, "Not found", message) : respond(400, "Bad request", message);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("MyDHL API has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

/** MyDHL API's error; the status is a text in it. */
function respond(
  status: number,
  title: string,
  detail: string,
  additionalDetails: string[] = [],
): EmulatedResponse {
  const details = additionalDetails.length === 0 ? {} : { additionalDetails };
  return {
    status,
    body: { instance: "/mydhlapi", detail, title, message: title, ...details, status: String(status) },
  };
}
