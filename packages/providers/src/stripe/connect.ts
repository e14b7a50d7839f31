import type { ConnectorDefinition, EffectDefinition, LookUp } from "../connect/connector-definition.ts";
import { objectsAt, textAt } from "../json/native-json.ts";
import { describeStripeArgument } from "./argument-error.ts";
import { readStripeError } from "./errors.ts";
import { stripeTools } from "./tools.ts";
import { stripeWire } from "./wire.ts";

const spec = { source: "stripe/openapi spec3.json; npm stripe 23.1.0", confidence: "spec" as const };
const docs = (page: string) => ({ source: `docs.stripe.com ${page}`, confidence: "doc" as const });

/** Keys are kept at least 24 hours, with status and body of the first response. */
const keyLife = { keyLifeMs: 86_400_000, ...docs("/api/idempotent_requests") };

/** Its own metadata key, so that the caller's stay as they are. */
const operation = { path: "metadata.codespar_operation" } as const;

/** Searched once the key has run out; by then the index, which lags by a minute, has it. */
const searchIntent: LookUp = async ({ operationId, read }) => {
  const found = await read("stripe_search_payment_intents", {
    query: `metadata['codespar_operation']:'${operationId}'`,
    expand: ["data.latest_charge.refunds"],
  });
  return objectsAt(found, "data").find(
    (intent) => textAt(intent, "metadata.codespar_operation") === operationId,
  );
};

const listRefunds: LookUp = async ({ arguments: args, operationId, read }) => {
  const { payment_intent, charge } = args;
  const of = payment_intent === undefined ? { charge: charge ?? null } : { payment_intent };
  const found = await read("stripe_list_refunds", { ...of, limit: 100 });
  return objectsAt(found, "data").find(
    (refund) => textAt(refund, "metadata.codespar_operation") === operationId,
  );
};

/** What this operation captured says so in its metadata, with the key that the dispatch left there. */
const findCapture: LookUp = async ({ arguments: args, operationId, read }) => {
  const intent = await read("stripe_get_payment_intent", {
    id: args.id ?? null,
    expand: ["latest_charge.refunds"],
  });
  return textAt(intent, "metadata.codespar_capture") === operationId ? intent : undefined;
};

/** A cancelled subscription cannot be cancelled again, so what is cancelled is done. */
const findCancelled: LookUp = async ({ arguments: args, read }) => {
  const subscription = await read("stripe_get_subscription", { id: args.id ?? null });
  return subscription?.status === "canceled" ? subscription : undefined;
};

const repeat: EffectDefinition = { find: { find: "repeat", ...keyLife } };
const repeatWithReference: EffectDefinition = { ...repeat, reference: operation };

const effects: Readonly<Record<string, EffectDefinition>> = {
  stripe_create_payment_intent: {
    reference: operation,
    find: { find: "repeat", ...keyLife, lookUp: searchIntent },
  },
  stripe_confirm_payment_intent: repeat,
  stripe_cancel_payment_intent: repeat,
  // its own metadata: the key of the authorisation stays the operation that it is of
  stripe_capture_payment_intent: {
    reference: { path: "metadata.codespar_capture" },
    find: { find: "repeat", ...keyLife, lookUp: findCapture },
  },
  stripe_create_refund: { reference: operation, find: { find: "repeat", ...keyLife, lookUp: listRefunds } },
  stripe_create_customer: repeatWithReference,
  stripe_create_checkout_session: repeatWithReference,
  stripe_create_payment_link: repeatWithReference,
  stripe_create_subscription: repeatWithReference,
  // a DELETE takes no key
  stripe_cancel_subscription: { find: { find: "look up", lookUp: findCancelled, ...spec } },
  stripe_create_product: repeatWithReference,
  stripe_create_price: repeatWithReference,
  stripe_create_invoice: repeatWithReference,
  stripe_finalize_invoice: repeat,
};

/** Stripe: one host for both environments, which the key's prefix distinguishes. */
export const stripeConnector: ConnectorDefinition = {
  id: "stripe",
  version: "stripe/1",
  wire: stripeWire,
  tools: stripeTools,
  hosts: { live: "https://api.stripe.com", test: "https://api.stripe.com", ...spec },
  credentials: [
    {
      name: "secret_key",
      label: "Secret key",
      prefixes: { live: ["sk_live_", "rk_live_"], test: ["sk_test_", "rk_test_"] },
      ...docs("/keys"),
    },
    { name: "webhook_secret", label: "Webhook signing secret", required: false, ...docs("/webhooks") },
    {
      name: "account",
      label: "Connected account",
      required: false,
      secret: false,
      ...docs("/connect/authentication"),
    },
  ],
  authorize: ({ secret_key = "", account = "" }) => ({
    authorization: `Bearer ${secret_key}`,
    "stripe-version": "2026-10-28.endive",
    ...(account === "" ? {} : { "stripe-account": account }),
  }),
  idempotency: { header: "idempotency-key", methods: ["POST"], ...docs("/api/idempotent_requests") },
  describeArgumentIssue: describeStripeArgument,
  readError: readStripeError,
  outcomes: [
    { status: 400, type: "idempotency_error", means: "unknown", ...docs("/api/idempotent_requests") },
    { status: 402, type: "card_error", means: "refused", as: "card_declined", ...docs("/error-codes") },
    {
      status: 400,
      code: "charge_already_refunded",
      means: "refused",
      as: "already_refunded",
      ...docs("/error-codes"),
    },
    {
      status: 400,
      tool: /_capture_payment_intent$/,
      code: "payment_intent_unexpected_state",
      means: "refused",
      as: "payment_not_authorized",
      ...docs("/error-codes"),
    },
    {
      status: 400,
      code: "payment_intent_unexpected_state",
      means: "refused",
      as: "payment_not_pending",
      ...docs("/error-codes"),
    },
    {
      status: 400,
      code: "amount_too_small",
      means: "refused",
      as: "amount_out_of_range",
      ...docs("/error-codes"),
    },
    {
      status: 400,
      code: "amount_too_large",
      means: "refused",
      as: "amount_out_of_range",
      ...docs("/error-codes"),
    },
    { status: 400, type: "invalid_request_error", means: "refused", ...docs("/api/errors") },
    {
      status: 404,
      tool: /_(?:payment_intent|refund)$/,
      type: "invalid_request_error",
      means: "refused",
      as: "payment_not_found",
      ...docs("/api/errors"),
    },
    { status: 404, type: "invalid_request_error", means: "refused", as: "not_found", ...docs("/api/errors") },
    { status: 401, means: "unauthorized", ...docs("/api/errors") },
    { status: 403, means: "unauthorized", ...docs("/api/errors") },
    { status: 429, code: "rate_limit", means: "not_processed", as: "rate_limited", ...docs("/rate-limits") },
  ],
  effects,
  lookUps: {
    stripe_search_payment_intents: { get: "/v1/payment_intents/search" },
    stripe_list_refunds: { get: "/v1/refunds" },
    stripe_get_subscription: { get: "/v1/subscriptions/{id}" },
  },
};
