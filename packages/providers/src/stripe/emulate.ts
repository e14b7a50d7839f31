import type { JsonObject } from "@codespar/contract";
import { randomAlphanumerics, unixSeconds } from "@codespar/formats";
import type { EmulatedCall, EmulationDefinition } from "../emulation/emulation-definition.ts";
import { listWebhookEndpoints, putWebhookEndpoint } from "../emulation/webhook-endpoints.ts";
import { listCharges } from "../engines/payments/change-charge.ts";
import { CHARGE_KIND, type Charge } from "../engines/payments/charge.ts";
import { textAt, textsAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { flag, integer, list, nativeInput, object, text } from "../tools/native-input.ts";
import { listBalanceTransactions, readBalanceTransaction } from "./balance.ts";
import { describeCharge, describeRefund } from "./describe-charge.ts";
import { describeProblem } from "./describe-problem.ts";
import { acceptDispute, readDispute, updateDispute } from "./dispute.ts";
import { getList, getStored, noSuch, readMetadata, stripeApiVersion } from "./object-fields.ts";
import { allIntents, expandFields } from "./payment-intent.ts";
import { createPayout, listPayouts, readPayout } from "./payout.ts";
import { stripeTools } from "./tools.ts";
import { stripeWebhookEmulation } from "./webhook-emulation.ts";
import { stripeWire } from "./wire.ts";

const expand = list(text());
const created = object({ gt: integer(), gte: integer(), lt: integer(), lte: integer() });
const paging = { limit: integer(), starting_after: text(), ending_before: text(), expand };

/** Stripe's own HTTP over its simulation. */
export const stripeEmulation: EmulationDefinition = {
  id: "stripe",
  wire: stripeWire,
  tools: stripeTools,
  hosts: ["api.stripe.com"],
  refusesUnknown: true,
  calls: {
    search_payment_intents: {
      get: "/v1/payment_intents/search",
      input: nativeInput({ query: text(), limit: integer(), page: text(), expand }, "query"),
      handle: searchIntents,
    },
    list_refunds: {
      get: "/v1/refunds",
      input: nativeInput({ payment_intent: text(), charge: text(), ...paging }),
      handle(args, context) {
        const intent = textAt(args, "payment_intent") ?? textAt(args, "charge")?.replace(/^ch_/, "pi_");
        const refunds = allRefunds(context).filter(
          (refund) => intent === undefined || refund.payment_intent === intent,
        );
        return getList(args, refunds, "/v1/refunds");
      },
    },
    get_refund: {
      get: "/v1/refunds/{id}",
      input: nativeInput({ id: text(), expand }, "id"),
      handle: ({ id }, context) =>
        allRefunds(context).find((refund) => refund.id === id) ?? noSuch("refund", String(id)),
    },
    get_charge: {
      get: "/v1/charges/{id}",
      input: nativeInput({ id: text(), expand }, "id"),
      handle({ id }, context) {
        const charge = context.get<Charge>(CHARGE_KIND, String(id).replace(/^ch_/, "pi_"));
        return charge === undefined ? noSuch("charge", String(id)) : describeCharge(charge, context);
      },
    },
    list_balance_transactions: {
      get: "/v1/balance_transactions",
      input: nativeInput({
        created,
        currency: text(),
        payout: text(),
        source: text(),
        type: text(),
        ...paging,
      }),
      handle: listBalanceTransactions,
    },
    get_balance_transaction: {
      get: "/v1/balance_transactions/{id}",
      input: nativeInput({ id: text(), expand }, "id"),
      handle: readBalanceTransaction,
    },
    get_dispute: {
      get: "/v1/disputes/{id}",
      input: nativeInput({ id: text(), expand }, "id"),
      handle: readDispute,
    },
    update_dispute: {
      post: "/v1/disputes/{id}",
      input: nativeInput(
        { id: text(), evidence: { type: "object" }, submit: flag(), metadata: { type: "object" }, expand },
        "id",
      ),
      handle: updateDispute,
    },
    close_dispute: {
      post: "/v1/disputes/{id}/close",
      input: nativeInput({ id: text(), expand }, "id"),
      handle: acceptDispute,
    },
    create_payout: {
      post: "/v1/payouts",
      input: nativeInput(
        {
          amount: integer(),
          currency: text(),
          description: text(),
          method: text(),
          statement_descriptor: text(),
          metadata: { type: "object" },
          expand,
        },
        "amount",
        "currency",
      ),
      handle: createPayout,
    },
    list_payouts: {
      get: "/v1/payouts",
      input: nativeInput({ status: text(), created, ...paging }),
      handle: listPayouts,
    },
    get_payout: {
      get: "/v1/payouts/{id}",
      input: nativeInput({ id: text(), expand }, "id"),
      handle: readPayout,
    },
    get_customer: getCall("customers", "customer"),
    get_subscription: getCall("subscriptions", "subscription"),
    get_product: getCall("products", "product"),
    get_price: getCall("prices", "price"),
    get_invoice: getCall("invoices", "invoice"),
    get_payment_link: getCall("payment_links", "payment_link"),
    create_webhook_endpoint: {
      post: "/v1/webhook_endpoints",
      input: nativeInput(
        {
          url: text(),
          enabled_events: list(text()),
          description: text(),
          api_version: text(),
          metadata: { type: "object", additionalProperties: { type: "string" } },
        },
        "url",
        "enabled_events",
      ),
      handle: createWebhookEndpoint,
    },
    list_webhook_endpoints: {
      get: "/v1/webhook_endpoints",
      input: nativeInput(paging),
      handle: (args, context) =>
        getList(
          args,
          listWebhookEndpoints(context).map(({ id, url, events }) =>
            describeEndpoint(id, url, events, {}, context),
          ),
          "/v1/webhook_endpoints",
        ),
    },
  },
  readCredential({ authorization = "" }) {
    const [, scheme = "", value = ""] = /^(\w+) +(\S+)$/.exec(authorization) ?? [];
    if (scheme.toLowerCase() === "bearer") return value;
    return scheme.toLowerCase() === "basic" ? readBasic(value) : undefined;
  },
  classifyCredential(credential) {
    if (/^[sr]k_live_/.test(credential)) return "live";
    return /^[sr]k_test_\w+$/.test(credential) ? "test" : "malformed";
  },
  makeCredential: (token) => `sk_test_${token}`,
  connection: (secret_key, webhook_secret) => ({ secret_key, webhook_secret }),
  describe: describeProblem,
  headers: ({ requestId, request }) => ({
    "request-id": requestId,
    "stripe-version": request.headers["stripe-version"] ?? stripeApiVersion,
    ...(request.headers["idempotency-key"] === undefined
      ? {}
      : { "idempotency-key": request.headers["idempotency-key"] }),
  }),
  idempotency: {
    header: "idempotency-key",
    methods: ["POST"],
    scope: "account",
    onOtherBody: "refuse",
    lifeMs: 86_400_000,
    replayHeaders: { "idempotent-replayed": "true" },
  },
  webhooks: stripeWebhookEmulation,
};

/** A call that shows a stored object. */
function getCall(path: string, kind: string): EmulatedCall {
  return {
    get: `/v1/${path}/{id}`,
    input: nativeInput({ id: text(), expand }, "id"),
    handle: (args, context) => getStored(context, kind, textAt(args, "id") ?? ""),
  };
}

/** Stripe's search language as far as metadata goes: `metadata['key']:'value'`, joined by AND. */
function searchIntents(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const query = textAt(args, "query") ?? "";
  const clauses = query
    .split(/\s+AND\s+/i)
    .map((clause) => /^\s*metadata\[(['"])([^'"]+)\1\]\s*:\s*(['"])(.*)\3\s*$/.exec(clause));
  if (clauses.some((clause) => clause === null)) {
    return new Refusal("invalid_request", "We were unable to parse your search query.");
  }
  const wanted = clauses.map((clause) => [clause?.[2] ?? "", clause?.[4] ?? ""] as const);
  const found = allIntents(context, expandFields(args)).filter((intent) =>
    wanted.every(([key, value]) => textAt(intent, `metadata.${key}`) === value),
  );
  const { data = [] } = getList(args, found, "/v1/payment_intents/search");
  return {
    object: "search_result",
    data,
    has_more: false,
    next_page: null,
    url: "/v1/payment_intents/search",
  };
}

function allRefunds(context: SimulationContext): JsonObject[] {
  return listCharges(context)
    .flatMap((charge) => charge.refunds.map((refund) => describeRefund(refund, charge)))
    .sort((a, b) => Number(a.created) - Number(b.created));
}

function createWebhookEndpoint(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const url = textAt(args, "url") ?? "";
  if (!/^https?:\/\//.test(url))
    return new Refusal(
      "invalid_request",
      "Invalid URL: An explicit scheme (such as https) must be provided.",
      "url_invalid",
    );
  const id = `we_${randomAlphanumerics(context.random, 24)}`;
  const secret = `whsec_${randomAlphanumerics(context.random, 32)}`;
  const events = textsAt(args, "enabled_events");
  putWebhookEndpoint(context, { id, url, secret, events, enabled: true });
  // the secret is shown this once
  return { ...describeEndpoint(id, url, events, args, context), secret };
}

function describeEndpoint(
  id: string,
  url: string,
  events: readonly string[],
  args: JsonObject,
  context: SimulationContext,
): JsonObject {
  return {
    id,
    object: "webhook_endpoint",
    api_version: textAt(args, "api_version") ?? null,
    application: null,
    created: unixSeconds(context.now),
    description: textAt(args, "description") ?? null,
    enabled_events: [...events],
    livemode: false,
    metadata: readMetadata(args),
    status: "enabled",
    url,
  };
}

function readBasic(value: string): string | undefined {
  try {
    return atob(value).split(":")[0];
  } catch {
    return undefined;
  }
}
