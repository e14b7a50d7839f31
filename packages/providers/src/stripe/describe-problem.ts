import type { JsonObject } from "@codespar/contract";
import type { EmulatedResponse, EmulationProblem } from "../emulation/emulation-definition.ts";
import { textAt } from "../json/read-arguments.ts";
import { describeStripeArgument } from "./argument-error.ts";

const docUrl = (code: string) => `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}`;

/** Common codes of the simulation that are a code of Stripe's own. */
const ownCodes: Readonly<Record<string, string>> = {
  amount_out_of_range: "amount_too_small",
  already_refunded: "charge_already_refunded",
  payment_not_pending: "payment_intent_unexpected_state",
  payment_not_authorized: "payment_intent_unexpected_state",
  invalid_card_token: "resource_missing",
};

/** What Stripe responds when it does not do what was asked (docs.stripe.com/api/errors, /error-codes). */
export function describeProblem(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return credentialError(problem.what);
    case "path":
    case "method":
      return error(404, {
        type: "invalid_request_error",
        message: `Unrecognized request URL (${problem.method}: ${problem.path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
      });
    case "not_simulated":
      return error(404, { type: "invalid_request_error", message: "Unrecognized request URL." });
    case "body":
    case "query":
      return error(400, { type: "invalid_request_error", message: "Invalid form-encoded parameters." });
    case "arguments":
      return argumentError(problem);
    case "unavailable":
      return error(503, { type: "api_error", message: "An unknown error occurred" });
    case "key_missing":
      throw new TypeError("Stripe requires no idempotency key.");
    case "key_reused":
      return error(400, {
        type: "idempotency_error",
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${problem.key}' if you meant to execute a different request.`,
      });
    case "key_in_flight":
      // the type is unverified
      return error(409, {
        type: "invalid_request_error",
        code: "idempotency_key_in_use",
        message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${problem.key}.`,
      });
    case "refusal":
      return refusalError(problem);
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function credentialError(what: "live" | "malformed" | "missing"): EmulatedResponse {
  const message =
    what === "missing"
      ? "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."
      : "Invalid API Key provided.";
  return error(401, { type: "invalid_request_error", message });
}

function argumentError({
  tool,
  issues: [first = { path: "", problem: "type" }],
}: Extract<EmulationProblem, { kind: "arguments" }>): EmulatedResponse {
  const { code, param, message } = describeStripeArgument(tool, first);
  return error(400, {
    type: "invalid_request_error",
    ...(code === undefined ? {} : { code }),
    param,
    message,
  });
}

function refusalError({
  tool,
  refusal,
  arguments: args,
}: Extract<EmulationProblem, { kind: "refusal" }>): EmulatedResponse {
  const { code, message, providerCode } = refusal;
  if (code === "card_declined") {
    return error(402, {
      type: "card_error",
      code: "card_declined",
      decline_code: providerCode ?? "generic_decline",
      message: "Your card was declined.",
      param: "",
    });
  }
  const own = providerCode ?? ownCodes[code];
  const isGone = own === "resource_missing" || code === "not_found" || code === "payment_not_found";
  // a missing object in the path is 404, one that an argument names is 400
  const isInPath = textAt(args, "id") !== undefined || !tool.startsWith("stripe_create");
  return error(isGone && isInPath ? 404 : 400, {
    type: "invalid_request_error",
    ...(own === undefined ? {} : { code: own, doc_url: docUrl(own) }),
    message,
  });
}

function error(status: number, body: JsonObject): EmulatedResponse {
  return { status, body: { error: body } };
}
