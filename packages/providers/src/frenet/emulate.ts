import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { frenetTools } from "./tools.ts";
import { frenetWire } from "./wire.ts";

/** Frenet's own HTTP over its simulation; the bodies of its errors are unverified, and no webhook of it is known. */
export const frenetEmulation: EmulationDefinition = {
  id: "frenet",
  wire: frenetWire,
  tools: frenetTools,
  hosts: ["api.frenet.com.br"],
  readCredential: ({ token }) => (token === "" ? undefined : token),
  // a token shows nothing of what it is for
  classifyCredential: (credential) => (credential.length >= 16 ? "test" : "malformed"),
  makeCredential: (token) => token.toUpperCase().padEnd(32, "0"),
  connection: (token) => ({ token }),
  describe,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return { status: 401, body: { Message: "Token inválido." } };
    case "path":
    case "not_simulated":
      return { status: 404, body: { Message: "Not Found" } };
    case "method":
      return { status: 405, body: { Message: "Method Not Allowed" } };
    case "body":
    case "query":
      return { status: 400, body: { Message: "Bad Request" } };
    case "arguments":
      return {
        status: 400,
        body: { Message: `Inválido: ${problem.issues.map(({ path }) => path).join(", ")}` },
      };
    case "unavailable":
      return { status: 503, body: { Message: "Service Unavailable" } };
    case "refusal": {
      const { message, providerCode } = problem.refusal;
      return { status: providerCode === "404" ? 404 : 400, body: { Message: message } };
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Frenet has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}
