import type { PaymentStatus } from "@codespar/contract";
import { encodeBase64, randomHex, unixSeconds } from "@codespar/formats";
import { readChargeChange } from "../emulation/charge-change.ts";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { generateRsaKeys, signRsa } from "../webhooks/rsa.ts";
import { toOrder } from "./order.ts";
import { conektaTools } from "./tools.ts";
import { conektaWire } from "./wire.ts";

const MINUTE = 60_000;

const types: Readonly<Record<PaymentStatus, string>> = {
  pending: "order.pending_payment",
  // no event of its own is documented
  authorized: "order.pending_payment",
  paid: "order.paid",
  partially_refunded: "order.partially_refunded",
  refunded: "order.refunded",
  expired: "order.expired",
  cancelled: "order.canceled",
  failed: "order.declined",
};

/** The key that signs; another one in each process, as an account makes its own. */
let keys: ReturnType<typeof generateRsaKeys> | undefined;

function openKeys() {
  keys ??= generateRsaKeys();
  return keys;
}

const webhooks: WebhookEmulation = {
  getEvents(change, context) {
    const charge = readChargeChange(change);
    if (charge === undefined) return [];
    const { before, after } = charge;
    if (before?.status === after.status && before.refunds.length === after.refunds.length) return [];
    const id = randomHex(context.random, 24);
    const type = types[after.status];
    const body = {
      id,
      object: "event",
      type,
      created_at: unixSeconds(context.now),
      livemode: false,
      data: { object: toOrder(after, context), previous_attributes: {} },
      webhook_status: "pending",
      webhook_logs: [],
    };
    return [{ id, type, body }];
  },
  async sign({ url }, event) {
    const { privateKey } = await openKeys();
    const body = JSON.stringify(event.body);
    const digest = encodeBase64(await signRsa(privateKey, body));
    return { url, headers: { "content-type": "application/json", digest }, body };
  },
  // how often is unverified
  retryDelaysMs: [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 720 * MINUTE],
};

/** Conekta's own HTTP over its simulation. */
export const conektaEmulation: EmulationDefinition = {
  id: "conekta",
  wire: conektaWire,
  tools: conektaTools,
  hosts: ["api.conekta.io"],
  alsoRequired: { conekta_create_order: ["customer_info"] },
  readCredential({ authorization = "" }) {
    return /^bearer +(\S+)$/i.exec(authorization)?.[1];
  },
  // `key_` is followed by letters that do not say what it is for
  classifyCredential: (credential) => (credential.startsWith("key_") ? "test" : "malformed"),
  makeCredential: (token) => `key_${token}`,
  connection: async (private_key) => ({
    private_key,
    webhook_public_key: encodeBase64((await openKeys()).publicKey),
  }),
  describe,
  headers: () => ({ "content-type": "application/vnd.conekta-v2.3.0+json" }),
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(
        401,
        "authentication_error",
        "conekta.errors.authentication.unauthorized",
        "Acceso no autorizado.",
      );
    case "path":
    case "method":
    case "not_simulated":
      return error(
        404,
        "resource_not_found_error",
        "conekta.errors.resource_not_found.entity",
        "El recurso no existe.",
      );
    case "body":
    case "query":
      return error(
        422,
        "parameter_validation_error",
        "conekta.errors.parameter_validation.body",
        "El cuerpo no es JSON.",
      );
    case "arguments": {
      const param = problem.issues[0]?.path ?? "";
      return error(
        422,
        "parameter_validation_error",
        "conekta.errors.parameter_validation.missing",
        `${param} falta o no es válido.`,
        param,
      );
    }
    case "unavailable":
      return error(500, "api_error", "conekta.errors.internal", "Error interno.");
    case "refusal": {
      const { code, message, providerCode } = problem.refusal;
      if (providerCode === "resource_not_found_error" || code === "not_found" || code === "payment_not_found")
        return error(404, "resource_not_found_error", "conekta.errors.resource_not_found.entity", message);
      if (code === "card_declined" || providerCode === "insufficient_funds")
        return error(
          402,
          "processing_error",
          `conekta.errors.processing.bank.${providerCode ?? "declined"}`,
          message,
        );
      return error(422, "parameter_validation_error", `conekta.errors.parameter_validation.${code}`, message);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Conekta has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(
  status: number,
  type: string,
  code: string,
  message: string,
  param?: string,
): EmulatedResponse {
  const detail = { code, message, debug_message: message, ...(param === undefined ? {} : { param }) };
  return { status, body: { type, object: "error", log_id: "000000000000000000000000", details: [detail] } };
}
