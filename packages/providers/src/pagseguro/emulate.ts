import { readChargeChange } from "../emulation/charge-change.ts";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { textAt } from "../json/native-json.ts";
import { signNotification } from "./authenticity.ts";
import { toOrder } from "./simulate.ts";
import { pagseguroTools } from "./tools.ts";
import { pagseguroWire } from "./wire.ts";

const MINUTE = 60_000;

const webhooks: WebhookEmulation = {
  getEvents(change, context) {
    const charge = readChargeChange(change);
    if (charge === undefined) return [];
    const { before, after } = charge;
    if (before?.status === after.status && before.refunds.length === after.refunds.length) return [];
    const body = toOrder(after, context);
    // a code that waits, or that nobody has paid, has no charge to tell of
    if (body.charges === undefined) return [];
    const id = `${after.id} ${after.status} ${after.refunds.length}`;
    return [{ id, type: "charge", body, url: textAt(after.native, "notificationUrls.0") }];
  },
  async sign({ url, secret }, event) {
    const body = JSON.stringify(event.body);
    const shown = await signNotification(body, secret);
    return { url, headers: { "content-type": "application/json", "x-authenticity-token": shown }, body };
  },
  // how often is unverified
  retryDelaysMs: [MINUTE, 10 * MINUTE, 60 * MINUTE],
};

/** PagBank's own HTTP over its simulation. A token does not show which environment it is of. */
export const pagseguroEmulation: EmulationDefinition = {
  id: "pagseguro",
  wire: pagseguroWire,
  tools: pagseguroTools,
  hosts: [
    "api.pagseguro.com",
    "sandbox.api.pagseguro.com",
    "api.assinaturas.pagseguro.com",
    "sandbox.api.assinaturas.pagseguro.com",
  ],
  // the official plug-in sends the token with and without the word
  readCredential: ({ authorization = "" }) => /^(?:bearer +)?(\S+)$/i.exec(authorization)?.[1],
  classifyCredential: (token) => (token.length >= 16 ? "test" : "malformed"),
  makeCredential: (token) => token,
  connection: (token) => ({ token }),
  describe,
  idempotency: {
    header: "x-idempotency-key",
    methods: ["POST"],
    scope: "account",
    onOtherBody: "replay",
    lifeMs: 86_400_000,
  },
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "UNAUTHORIZED", "Invalid credential. Review AUTHORIZATION header");
    case "path":
    case "not_simulated":
      return error(404, "NOT_FOUND", "resource not found");
    case "method":
      return error(405, "METHOD_NOT_ALLOWED", "method not allowed");
    case "body":
    case "query":
      return error(400, "40002", "invalid_parameter", "body");
    case "arguments": {
      const [issue] = problem.issues;
      const isMissing = issue?.problem === "missing";
      return error(
        400,
        isMissing ? "40001" : "40002",
        isMissing ? "required_parameter" : "invalid_parameter",
        issue?.path,
      );
    }
    case "unavailable":
      return error(503, "SERVICE_UNAVAILABLE", "service unavailable");
    case "refusal": {
      const { code, message, providerCode } = problem.refusal;
      if (code === "payment_not_found" || code === "not_found")
        return error(404, "NOT_FOUND", "resource not found");
      return error(400, providerCode ?? "40002", message);
    }
    case "key_in_flight":
      return error(409, "CONFLICT", "a request with this key is in progress");
    case "key_missing":
    case "key_reused":
      throw new TypeError("PagBank asks for no key, and returns the first response to one that comes again.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, code: string, description: string, parameter_name?: string): EmulatedResponse {
  const message = { code, description, ...(parameter_name === undefined ? {} : { parameter_name }) };
  return { status, body: { error_messages: [message] } };
}
