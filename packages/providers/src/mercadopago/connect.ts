import type { ConnectorDefinition, EffectDefinition, LookUp } from "../connect/connector-definition.ts";
import { objectsAt } from "../json/native-json.ts";
import { describeMercadopagoArgument } from "./argument-error.ts";
import { readMercadoPagoError } from "./errors.ts";
import { mercadopagoTools } from "./tools.ts";
import { mercadopagoWire } from "./wire.ts";

const sdk = { source: "npm mercadopago 3.6.1", confidence: "spec" as const };
const docs = (page: string) => ({ source: `mercadopago.com/developers ${page}`, confidence: "doc" as const });

/** The newest result of a search that carries our reference. */
function byReference(search: string): LookUp {
  return async ({ reference, read }) => {
    const found = await read(search, { external_reference: reference });
    return [...objectsAt(found, "results"), ...objectsAt(found, "elements")].find(
      (document) => document.external_reference === reference,
    );
  };
}

/** Cancelling twice is cancelling once, so what is cancelled is done. */
function findCancelled(get: string): LookUp {
  return async ({ arguments: args, read }) => {
    const document = await read(get, { id: args.id ?? null });
    return document?.status === "cancelled" ? document : undefined;
  };
}

/** An authorisation is captured once, so what is captured for this amount is done; for another amount it was somebody else. */
const findCapture: LookUp = async ({ arguments: args, read }) => {
  const payment = await read("mercadopago_get_payment", { id: args.id ?? null });
  if (payment?.captured !== true || payment.status === "rejected") return undefined;
  const { transaction_amount: wanted } = args;
  return wanted === undefined || wanted === payment.transaction_amount ? payment : undefined;
};

/** A preference in a search lacks most of its fields, so it is read by its id. */
const findPreference: LookUp = async (context) => {
  const found = await byReference("mercadopago_search_preferences")(context);
  return found === undefined
    ? undefined
    : context.read("mercadopago_get_preference", { id: found.id ?? null });
};

const findCustomer: LookUp = async ({ arguments: args, read }) => {
  // an account has one customer of an address, so the one that is found is the right one
  const found = await read("mercadopago_list_customers", { email: args.email ?? null });
  return objectsAt(found, "results").find((customer) => customer.email === args.email);
};

const external_reference = { path: "external_reference", shared: true } as const;

/** How long a key is kept is not documented, so nothing is found by repeating it. */
const effects: Readonly<Record<string, EffectDefinition>> = {
  mercadopago_create_payment: {
    reference: external_reference,
    find: { find: "look up", lookUp: byReference("mercadopago_search_payments"), ...sdk },
  },
  mercadopago_capture_payment: {
    find: { find: "look up", lookUp: findCapture, ...sdk },
  },
  mercadopago_cancel_payment: {
    find: { find: "look up", lookUp: findCancelled("mercadopago_get_payment"), ...sdk },
  },
  // a refund has no field of ours
  mercadopago_create_refund: { find: { find: "none", ...sdk } },
  mercadopago_create_preference: {
    reference: external_reference,
    find: { find: "look up", lookUp: findPreference, ...sdk },
  },
  mercadopago_create_customer: {
    find: { find: "look up", lookUp: findCustomer, ...docs("/reference/customers") },
  },
  mercadopago_create_subscription: {
    reference: external_reference,
    find: { find: "look up", lookUp: byReference("mercadopago_search_subscriptions"), ...sdk },
  },
  mercadopago_cancel_subscription: {
    find: { find: "look up", lookUp: findCancelled("mercadopago_get_subscription"), ...sdk },
  },
  // a second token of a card costs nothing
  mercadopago_create_card_token: { find: { find: "none", ...sdk } },
};

/** Mercado Pago: one host for both environments, which are distinguished by the credentials. */
export const mercadopagoConnector: ConnectorDefinition = {
  id: "mercadopago",
  version: "mercadopago/1",
  wire: mercadopagoWire,
  tools: mercadopagoTools,
  hosts: { live: "https://api.mercadopago.com", test: "https://api.mercadopago.com", ...sdk },
  credentials: [
    {
      name: "access_token",
      label: "Access Token",
      // APP_USR- is of either: a test user's begins like a real one's
      prefixes: { test: ["TEST-"] },
      ...sdk,
    },
    {
      name: "webhook_secret",
      label: "Assinatura secreta",
      required: false,
      ...docs("/docs/your-integrations/notifications/webhooks"),
    },
    { name: "user_id", label: "User ID", required: false, secret: false, ...docs("/docs/security/oauth") },
    { name: "refresh_token", label: "Refresh Token", required: false, ...docs("/docs/security/oauth") },
  ],
  authorize: ({ access_token = "" }) => ({ authorization: `Bearer ${access_token}` }),
  idempotency: { header: "x-idempotency-key", methods: ["POST", "PUT"], ...sdk },
  describeArgumentIssue: describeMercadopagoArgument,
  readError: readMercadoPagoError,
  outcomes: [
    {
      status: 400,
      code: "idempotency_key_already_used",
      means: "unknown",
      ...docs("/reference/orders"),
    },
    // 2063: the action is not valid for the state of the payment
    {
      status: 400,
      tool: /_capture_payment$/,
      code: "2063",
      means: "refused",
      as: "payment_not_authorized",
      ...docs("/reference/payments"),
    },
    {
      status: 400,
      tool: /_cancel_payment$/,
      code: "2063",
      means: "refused",
      as: "payment_not_pending",
      ...docs("/reference/payments"),
    },
    {
      status: 400,
      tool: /_(?:create|capture)_payment$/,
      code: "4037",
      means: "refused",
      as: "amount_out_of_range",
      ...docs("/reference/payments"),
    },
    { status: 400, code: /^(?:bad_request|\d+)$/, means: "refused", ...sdk },
    { status: 404, tool: /_(?:payment|refund)$/, means: "refused", as: "payment_not_found", ...sdk },
    { status: 404, means: "refused", as: "not_found", ...sdk },
    { status: 401, means: "unauthorized", ...sdk },
    { status: 403, means: "unauthorized", ...sdk },
    { status: 429, means: "not_processed", as: "rate_limited", ...sdk },
  ],
  effects,
  lookUps: {
    mercadopago_search_subscriptions: { get: "/preapproval/search" },
  },
};
