import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { nativeInput, text } from "../tools/native-input.ts";
import { readMovement } from "./simulate.ts";
import { circleTools } from "./tools.ts";
import { circleReads, circleWire } from "./wire.ts";

/** Circle's own HTTP over its simulation. Its webhooks come by a topic of AWS SNS, which is not emulated. */
export const circleEmulation: EmulationDefinition = {
  id: "circle",
  wire: circleWire,
  tools: circleTools,
  hosts: ["api.circle.com", "api-sandbox.circle.com"],
  calls: {
    get_transfer: {
      ...circleReads.circle_get_transfer,
      input: nativeInput({ id: text() }, "id"),
      handle: (args, context) => readMovement("transfer", args, context),
    },
  },
  readCredential: ({ authorization = "" }) => /^bearer +(\S+)$/i.exec(authorization)?.[1],
  classifyCredential(credential) {
    if (/^(?:TEST|SAND)_API_KEY:\S+$/.test(credential)) return "test";
    return credential.startsWith("LIVE_API_KEY:") ? "live" : "malformed";
  },
  makeCredential: (token) => `TEST_API_KEY:${token.slice(0, 32)}:${token.slice(0, 32)}`,
  connection: (api_key) => ({ api_key }),
  describe,
};

/** `{ code, message, errors }`; codes other than 2 and 401 are unverified, so that there is none. */
function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return { status: 401, body: { code: 401, message: "Malformed authorization." } };
    case "path":
    case "method":
    case "not_simulated":
      return { status: 404, body: { message: "Resource not found." } };
    case "body":
    case "query":
      return { status: 400, body: { code: 2, message: "API parameter invalid" } };
    case "arguments":
      return {
        status: 400,
        body: {
          code: 2,
          message: "API parameter invalid",
          errors: problem.issues.map(({ path }) => ({
            error: "invalid_value",
            message: `${path} is missing or not valid.`,
            location: path,
          })),
        },
      };
    case "unavailable":
      return { status: 503, body: { message: "Service unavailable." } };
    case "refusal": {
      const { code, message } = problem.refusal;
      return code === "not_found"
        ? { status: 404, body: { message } }
        : { status: 400, body: { code: 2, message } };
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Circle's keys stand in its bodies.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}
