import type { Json, JsonObject } from "@codespar/contract";
import { WEBPAY_TEST_COMMERCE_CODE } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { transbankTools } from "./tools.ts";
import { transbankWire } from "./wire.ts";

/** What the simulation adds for the sandbox's own pages; the API says it once or not at all. */
const ours: ReadonlySet<string> = new Set(["card_type", "creation_date", "refunds", "token", "url"]);

/** Transbank's own HTTP over its simulation. Nobody is called: its payers come back by themselves. */
export const transbankEmulation: EmulationDefinition = {
  id: "transbank",
  wire: transbankWire,
  tools: transbankTools,
  hosts: ["webpay3g.transbank.cl", "webpay3gint.transbank.cl"],
  alsoRequired: {
    transbank_create_transaction: ["return_url"],
    transbank_authorize_oneclick: ["username", "tbk_user"],
  },
  // the key names the account; commerce codes of the integration environment are everybody's
  readCredential: ({ "tbk-api-key-id": code = "", "tbk-api-key-secret": key = "" }) =>
    code === "" || key === "" ? undefined : key,
  classifyCredential: (key) => (/^\w{16,}$/.test(key) ? "test" : "malformed"),
  makeCredential: (token) => token,
  connection: (api_key) => ({
    commerce_code: WEBPAY_TEST_COMMERCE_CODE,
    api_key,
    return_url: "https://shop.example/webpay/return",
    child_commerce_code: WEBPAY_TEST_COMMERCE_CODE,
  }),
  describe,
  describeResult(tool, result) {
    if (tool === "transbank_create_transaction") return undefined;
    return tool === "transbank_delete_inscription"
      ? { status: 204, body: undefined }
      : { status: 200, body: withoutOurs(result) };
  },
};

function withoutOurs(object: JsonObject): JsonObject {
  const kept: JsonObject = {};
  for (const [name, value] of Object.entries(object)) if (!ours.has(name)) kept[name] = inside(value);
  return kept;
}

function inside(value: Json): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? withoutOurs(value) : value;
}

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "Not Authorized");
    case "path":
    case "not_simulated":
      return error(404, "Not Found");
    case "method":
      return error(405, "Method Not Allowed");
    case "body":
    case "query":
      return error(400, "Invalid JSON");
    case "arguments":
      return error(422, `Invalid value for parameter: ${problem.issues[0]?.path ?? ""}`);
    case "unavailable":
      return error(500, "Internal Server Error");
    case "refusal": {
      const { code, message } = problem.refusal;
      return error(code === "payment_not_found" || code === "not_found" ? 404 : 422, message);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Transbank has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, error_message: string): EmulatedResponse {
  return { status, body: { error_message } };
}
