import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { unblockpayTools } from "./tools.ts";
import { unblockpayWire } from "./wire.ts";

/** UnblockPay's own HTTP over its simulation. Its errors and the signature of its webhooks are unverified: there are no webhooks. */
export const unblockpayEmulation: EmulationDefinition = {
  id: "unblockpay",
  wire: unblockpayWire,
  tools: unblockpayTools,
  hosts: ["api.unblockpay.com", "api.sandbox.unblockpay.com"],
  readCredential: ({ authorization }) => authorization,
  // a token shows nothing of what it is for
  classifyCredential: (credential) => (/^[\w-]{8,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => token,
  connection: (api_key) => ({ api_key }),
  describe,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "Unauthorized");
    case "path":
    case "method":
    case "not_simulated":
      return error(404, "Not found");
    case "body":
    case "query":
      return error(400, "The request is not JSON");
    case "arguments":
      return error(400, `${problem.issues[0]?.path ?? "body"} is missing or not valid`);
    case "unavailable":
      return error(503, "Service unavailable");
    case "refusal":
      return error(problem.refusal.code === "not_found" ? 404 : 400, problem.refusal.message);
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("UnblockPay has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, message: string): EmulatedResponse {
  return { status, body: { message } };
}
