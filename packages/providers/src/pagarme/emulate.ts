import type { JsonObject, PaymentStatus } from "@codespar/contract";
import { asciiText, decodeBase64, encodeBase64, randomAlphanumerics } from "@codespar/formats";
import { readChargeChange } from "../emulation/charge-change.ts";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { isChargedBack, toCharge } from "./simulate.ts";
import { pagarmeTools } from "./tools.ts";
import { pagarmeWire } from "./wire.ts";

const MINUTE = 60_000;

const types: Readonly<Record<PaymentStatus, string>> = {
  authorized: "charge.pending",
  pending: "charge.pending",
  paid: "charge.paid",
  partially_refunded: "charge.partial_canceled",
  refunded: "charge.refunded",
  expired: "charge.payment_failed",
  cancelled: "charge.refunded",
  failed: "charge.payment_failed",
};

const webhooks: WebhookEmulation = {
  getEvents(change, context) {
    const charge = readChargeChange(change);
    if (charge === undefined) return [];
    const { before, after } = charge;
    const isDisputed = before !== undefined && isChargedBack(after) && !isChargedBack(before);
    if (!isDisputed && before?.status === after.status && before.refunds.length === after.refunds.length)
      return [];
    const id = `hook_${randomAlphanumerics(context.random, 16)}`;
    const type = isDisputed ? "charge.chargedback" : types[after.status];
    const body: JsonObject = {
      id,
      account: { id: "acc_emulated", name: "Sandbox" },
      type,
      created_at: new Date(context.now).toISOString(),
      data: toCharge(after, context),
    };
    return [{ id, type, body }];
  },
  sign: async ({ url, secret }, { body }) => ({
    url,
    headers: {
      "content-type": "application/json",
      ...(secret === ""
        ? {}
        : { authorization: `Basic ${encodeBase64(new TextEncoder().encode(`codespar:${secret}`))}` }),
    },
    body: JSON.stringify(body),
  }),
  // how often is unverified
  retryDelaysMs: [MINUTE, 10 * MINUTE, 60 * MINUTE],
};

/** Pagar.me's own HTTP over its simulation. */
export const pagarmeEmulation: EmulationDefinition = {
  id: "pagarme",
  wire: pagarmeWire,
  tools: pagarmeTools,
  hosts: ["api.pagar.me"],
  readCredential({ authorization = "" }) {
    const [, encoded] = /^basic +(\S+)$/i.exec(authorization) ?? [];
    const bytes = encoded === undefined ? undefined : decodeBase64(encoded);
    return bytes === undefined ? undefined : asciiText(bytes).replace(/:.*$/s, "");
  },
  classifyCredential(credential) {
    if (credential.startsWith("sk_test_")) return "test";
    return credential.startsWith("sk_") ? "live" : "malformed";
  },
  makeCredential: (token) => `sk_test_${token}`,
  connection: (secret_key, webhook_password) => ({ secret_key, webhook_password }),
  describe,
  idempotency: {
    header: "idempotency-key",
    methods: ["POST", "PATCH", "DELETE"],
    scope: "account",
    onOtherBody: "replay",
    lifeMs: 86_400_000,
  },
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return { status: 401, body: { message: "Authorization has been denied for this request." } };
    case "path":
    case "not_simulated":
      return { status: 404, body: { message: "Not Found" } };
    case "method":
      return { status: 405, body: { message: "The requested resource does not support this http method." } };
    case "body":
    case "query":
      return { status: 400, body: { message: "The request is invalid." } };
    case "arguments":
      return invalid(
        Object.fromEntries(problem.issues.map(({ path }) => [path, [`The ${path} field is invalid.`]])),
      );
    case "unavailable":
      return { status: 503, body: { message: "Service Unavailable" } };
    case "refusal": {
      const { code, message } = problem.refusal;
      if (code === "not_found" || code === "payment_not_found") return { status: 404, body: { message } };
      return invalid({ order: [message] });
    }
    case "key_in_flight":
      return { status: 409, body: { message: "A request with the same idempotency key is in progress." } };
    case "key_missing":
    case "key_reused":
      throw new TypeError(
        "Pagar.me asks for no key, and returns the first response to one that comes again.",
      );
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function invalid(errors: JsonObject): EmulatedResponse {
  return { status: 422, body: { message: "The request is invalid.", errors } };
}
