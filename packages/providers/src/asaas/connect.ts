import type { Json } from "@codespar/contract";
import type { ConnectorDefinition, EffectDefinition, LookUp } from "../connect/connector-definition.ts";
import { isOwnReference } from "../connect/own-reference.ts";
import { objectsAt, valueAt } from "../json/native-json.ts";
import { describeAsaasArgument } from "./argument-error.ts";
import { readAsaasError } from "./errors.ts";
import { asaasTools } from "./tools.ts";
import { asaasWire } from "./wire.ts";

const docs = (page: string) => ({ source: `docs.asaas.com ${page}`, confidence: "doc" as const });

/** The newest document of a list that carries our reference. */
function byReference(list: string): LookUp {
  return async ({ reference, read }) => {
    const found = await read(list, { externalReference: reference });
    return objectsAt(found, "data").find((document) => document.externalReference === reference);
  };
}

/** A transfer's list has no filter for our reference, so its days are read and compared. */
const findTransfer: LookUp = async ({ reference, dispatchedAt, read }) => {
  const since = new Date(dispatchedAt - 86_400_000).toISOString().slice(0, 10);
  for (let offset = 0; offset < 1000; offset += 100) {
    const page = await read("asaas_list_transfers", { "dateCreated[ge]": since, limit: 100, offset });
    const found = objectsAt(page, "data").find((transfer) => transfer.externalReference === reference);
    if (found !== undefined || page?.hasMore !== true) return found;
  }
  return undefined;
};

const findRefund: LookUp = async ({ arguments: args, operationId, read }) => {
  const payment = await read("asaas_get_payment", { id: args.id ?? null });
  const isThere = objectsAt(payment, "refunds").some(({ description }) =>
    isOwnReference(description, operationId),
  );
  return isThere ? payment : undefined;
};

/** An authorisation is captured once and as a whole, so what is captured is done. */
const findCapture: LookUp = async ({ arguments: args, read }) => {
  const payment = await read("asaas_get_payment", { id: args.id ?? null });
  const { status } = payment ?? {};
  return status === "CONFIRMED" || status === "RECEIVED" ? payment : undefined;
};

/** Deleting twice is deleting once, so what is gone is done. */
function findDeleted(get: string): LookUp {
  return async ({ arguments: args, read }) => {
    const document = await read(get, { id: args.id ?? null });
    return document?.deleted === true ? { deleted: true, id: args.id ?? null } : undefined;
  };
}

/** The same change twice is one change, so a payment that has all of it is changed. */
const findUpdate: LookUp = async ({ arguments: args, read }) => {
  const payment = await read("asaas_get_payment", { id: args.id ?? null });
  if (payment === undefined) return undefined;
  const isSame = (name: string, value: Json) =>
    JSON.stringify(valueAt(payment, name)) === JSON.stringify(value);
  return Object.entries(args).every(([name, value]) => isSame(name, value)) ? payment : undefined;
};

const externalReference = { path: "externalReference", shared: true } as const;

const effects: Readonly<Record<string, EffectDefinition>> = {
  asaas_create_payment: {
    reference: externalReference,
    find: {
      find: "look up",
      lookUp: byReference("asaas_list_payments"),
      ...docs("/reference/list-payments"),
    },
  },
  asaas_update_payment: {
    find: { find: "look up", lookUp: findUpdate, ...docs("/reference/update-payment") },
  },
  asaas_capture_payment: {
    find: {
      find: "look up",
      lookUp: findCapture,
      ...docs("/reference/capture-payment-with-pre-authorization"),
    },
  },
  asaas_delete_payment: {
    find: { find: "look up", lookUp: findDeleted("asaas_get_payment"), ...docs("/reference/delete-payment") },
  },
  asaas_refund_payment: {
    // the one field of ours that a refund shows again
    reference: { path: "description", shared: true },
    find: { find: "look up", lookUp: findRefund, ...docs("/docs/refunds") },
  },
  asaas_create_customer: {
    reference: externalReference,
    find: {
      find: "look up",
      lookUp: byReference("asaas_list_customers"),
      ...docs("/reference/list-customers"),
    },
  },
  asaas_create_subscription: {
    reference: externalReference,
    find: {
      find: "look up",
      lookUp: byReference("asaas_list_subscriptions"),
      ...docs("/reference/list-subscriptions"),
    },
  },
  asaas_cancel_subscription: {
    find: {
      find: "look up",
      lookUp: findDeleted("asaas_get_subscription"),
      ...docs("/reference/remove-subscription"),
    },
  },
  // a checkout is read by its own id alone
  asaas_create_checkout: {
    reference: externalReference,
    find: { find: "none", ...docs("/reference/create-new-checkout") },
  },
  asaas_create_transfer: {
    reference: externalReference,
    find: {
      find: "look up",
      lookUp: findTransfer,
      source: "field externalReference of a listed transfer",
      confidence: "unverified",
    },
  },
};

/** Seconds until the window of calls begins again. There is no Retry-After. */
function rateLimitReset(headers: Readonly<Record<string, string>>): number | undefined {
  const seconds = Number(headers["ratelimit-reset"] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

/** Asaas, live and in its sandbox. There is no idempotency key: what is lost is looked up. */
export const asaasConnector: ConnectorDefinition = {
  id: "asaas",
  version: "asaas/1",
  wire: asaasWire,
  tools: asaasTools,
  hosts: {
    live: "https://api.asaas.com",
    test: "https://api-sandbox.asaas.com",
    ...docs("/docs/authentication-2"),
  },
  credentials: [
    {
      name: "api_key",
      label: "Chave de API",
      prefixes: { live: ["$aact_prod_"], test: ["$aact_hmlg_"] },
      ...docs("/docs/authentication-2"),
    },
    {
      name: "webhook_token",
      label: "Token de autenticação do webhook",
      required: false,
      ...docs("/docs/about-webhooks"),
    },
  ],
  // a User-Agent is obligatory for accounts made since 2024-06-13
  authorize: ({ api_key = "" }) => ({ access_token: api_key, "user-agent": "CodeSpar" }),
  describeArgumentIssue: describeAsaasArgument,
  readError: readAsaasError,
  outcomes: [
    { status: 400, code: "invalid_environment", means: "unauthorized", ...docs("/docs/authentication-2") },
    {
      status: 400,
      code: "invalid_dueDate",
      means: "refused",
      as: "invalid_due_date",
      ...docs("/docs/error-codes"),
    },
    {
      status: 400,
      code: "invalid_creditCard",
      means: "refused",
      as: "card_declined",
      ...docs("/docs/error-codes"),
    },
    {
      status: 400,
      tool: /_create_payment$/,
      code: "invalid_action",
      means: "refused",
      as: "card_declined",
      source: "theoxys/asaas-mock-server tests/golden",
      confidence: "recording",
    },
    {
      status: 400,
      tool: /_capture_payment$/,
      code: "invalid_action",
      means: "refused",
      as: "payment_not_authorized",
      source: "theoxys/asaas-mock-server, tests of the pre-authorisation",
      confidence: "community",
    },
    // invalid_customer and invalid_object are recorded; the others are documented
    { status: 400, code: /^invalid_/, means: "refused", ...docs("/docs/error-codes") },
    {
      status: 404,
      tool: /_(?:payment|pix_qrcode|boleto)$/,
      means: "refused",
      as: "payment_not_found",
      ...docs("/docs/error-codes"),
    },
    { status: 404, means: "refused", as: "not_found", ...docs("/docs/error-codes") },
    { status: 401, means: "unauthorized", ...docs("/docs/authentication-2") },
    { status: 403, means: "unauthorized", ...docs("/docs/ip-whitelist") },
    { status: 429, means: "not_processed", as: "rate_limited", ...docs("/docs/api-limits-1") },
  ],
  retryAfterMs: rateLimitReset,
  effects,
  lookUps: {
    asaas_list_subscriptions: { get: "/v3/subscriptions" },
    asaas_get_pix_transaction: { get: "/v3/pix/transactions/{id}" },
  },
};
