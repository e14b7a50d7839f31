import type { JsonObject } from "@codespar/contract";
import { generateUuid } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEndpoint,
} from "../emulation/emulation-definition.ts";
import { listWebhookEndpoints, putWebhookEndpoint } from "../emulation/webhook-endpoints.ts";
import { getCharge, listCharges } from "../engines/payments/change-charge.ts";
import { textAt, textsAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { flag, integer, list, nativeInput, oneOf, text } from "../tools/native-input.ts";
import { describeAsaasArgument } from "./argument-error.ts";
import { describeChargeback } from "./chargeback.ts";
import { getPixTransaction, page } from "./simulate.ts";
import { listFinancialTransactions } from "./statement.ts";
import { listSubscriptions } from "./subscription.ts";
import { asaasTools } from "./tools.ts";
import { asaasWebhookEmulation } from "./webhook-emulation.ts";
import { asaasWire } from "./wire.ts";

/** Asaas's own HTTP over its simulation. Errors and their codes as documented and recorded. */
export const asaasEmulation: EmulationDefinition = {
  id: "asaas",
  wire: asaasWire,
  tools: asaasTools,
  hosts: ["api.asaas.com", "api-sandbox.asaas.com", "sandbox.asaas.com"],
  // recorded: an empty payment lacks its customer before anything else
  alsoRequired: { asaas_create_payment: ["customer"], asaas_create_customer: ["cpfCnpj"] },
  calls: {
    list_financial_transactions: {
      get: "/v3/financialTransactions",
      input: nativeInput({
        startDate: text(),
        finishDate: text(),
        order: oneOf("asc", "desc"),
        offset: integer(),
        limit: integer(),
      }),
      handle(args, context) {
        const rows = listFinancialTransactions(args, context);
        // newest first unless it is asked otherwise; which is the default is unverified
        return page(args, args.order === "asc" ? rows : rows.toReversed(), []);
      },
    },
    list_chargebacks: {
      get: "/v3/chargebacks",
      input: nativeInput({ status: text(), offset: integer(), limit: integer() }),
      handle: (args, context) =>
        page(
          args,
          listCharges(context)
            .flatMap((charge) =>
              charge.dispute === undefined ? [] : [describeChargeback(charge, charge.dispute)],
            )
            .toReversed(),
          ["status"],
        ),
    },
    get_chargeback: {
      get: "/v3/payments/{id}/chargeback",
      input: nativeInput({ id: text() }, "id"),
      handle({ id }, context) {
        const charge = getCharge(context, String(id));
        if (charge instanceof Refusal) return charge;
        return charge.dispute === undefined
          ? new Refusal("not_found", "There is no chargeback of this payment.", "not_found")
          : describeChargeback(charge, charge.dispute);
      },
    },
    create_webhook: {
      post: "/v3/webhooks",
      input: nativeInput(
        {
          name: text(),
          url: text(),
          email: text(),
          enabled: flag(),
          interrupted: flag(),
          apiVersion: integer(),
          authToken: text("32 to 255 characters."),
          sendType: oneOf("SEQUENTIALLY", "NON_SEQUENTIALLY"),
          events: list(text()),
        },
        "url",
        "events",
      ),
      handle: createWebhook,
    },
    get_pix_transaction: {
      get: "/v3/pix/transactions/{id}",
      input: nativeInput({ id: text() }, "id"),
      handle: getPixTransaction,
    },
    list_subscriptions: {
      get: "/v3/subscriptions",
      input: nativeInput({
        externalReference: text(),
        customer: text(),
        offset: integer(),
        limit: integer(),
      }),
      handle(args, context) {
        const data = listSubscriptions(context).filter(
          ({ externalReference, customer }) =>
            (args.externalReference ?? externalReference) === externalReference &&
            (args.customer ?? customer) === customer,
        );
        return { object: "list", hasMore: false, totalCount: data.length, limit: 100, offset: 0, data };
      },
    },
    list_webhooks: {
      get: "/v3/webhooks",
      input: nativeInput({ offset: integer(), limit: integer() }),
      handle(_args, context) {
        const data = listWebhookEndpoints(context).map(describeWebhook);
        return { object: "list", hasMore: false, totalCount: data.length, limit: 10, offset: 0, data };
      },
    },
  },
  readCredential: (headers) => headers.access_token,
  classifyCredential(credential) {
    if (credential.startsWith("$aact_prod_")) return "live";
    return credential.startsWith("$aact_") ? "test" : "malformed";
  },
  makeCredential: (token) => `$aact_hmlg_${token}`,
  connection: (api_key, webhook_token) => ({ api_key, webhook_token }),
  describe,
  webhooks: asaasWebhookEmulation,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return credentialError(problem.what);
    case "path":
    case "method":
    case "not_simulated":
      return { status: 404, body: undefined };
    case "body":
      // the code is unverified
      return error(400, "invalid_object", "O corpo da requisição não é um JSON válido.");
    case "query":
      // a GET with a body (doc)
      return { status: 403, body: undefined };
    case "arguments": {
      const [first = { path: "", problem: "type" as const }] = problem.issues;
      const { code, message } = describeAsaasArgument(problem.tool, first, problem.arguments);
      return error(400, code, message);
    }
    case "unavailable":
      return { status: 503, body: undefined };
    case "refusal": {
      const { code, message, providerCode } = problem.refusal;
      if (code === "not_found" || code === "payment_not_found") return { status: 404, body: undefined };
      return error(400, providerCode ?? "invalid_action", message);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Asaas has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function credentialError(what: "live" | "malformed" | "missing"): EmulatedResponse {
  if (what === "missing")
    return error(
      401,
      "access_token_not_found",
      "O cabeçalho de autenticação 'access_token' não foi encontrado na requisição.",
    );
  if (what === "live")
    return error(401, "invalid_environment", "A chave de API informada não pertence a este ambiente.");
  return error(401, "invalid_access_token_format", "O formato da chave de API informada é inválido.");
}

function error(status: number, code: string, description: string): EmulatedResponse {
  return { status, body: { errors: [{ code, description }] } };
}

function createWebhook(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const url = textAt(args, "url") ?? "";
  if (!/^https?:\/\//.test(url))
    return new Refusal(
      "invalid_request",
      describeAsaasArgument("create_webhook", { path: "url", problem: "pattern" }).message,
      "invalid_url",
    );
  const secret = textAt(args, "authToken") ?? "";
  if (secret !== "" && (secret.length < 32 || secret.length > 255))
    return new Refusal(
      "invalid_request",
      "O authToken deve ter entre 32 e 255 caracteres.",
      "invalid_authToken",
    );
  if (listWebhookEndpoints(context).length >= 10)
    return new Refusal("invalid_request", "O limite de 10 webhooks foi atingido.", "invalid_action");
  const endpoint: WebhookEndpoint = {
    id: generateUuid(context.random),
    url,
    secret,
    events: textsAt(args, "events"),
    enabled: args.enabled !== false,
  };
  putWebhookEndpoint(context, endpoint);
  return {
    ...describeWebhook(endpoint),
    name: textAt(args, "name") ?? null,
    email: textAt(args, "email") ?? null,
  };
}

/** Without its token, which is not shown again. */
function describeWebhook({ id, url, events, enabled }: WebhookEndpoint): JsonObject {
  return { id, url, enabled, interrupted: false, apiVersion: 3, events: [...events] };
}
