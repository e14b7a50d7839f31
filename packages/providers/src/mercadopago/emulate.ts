import type { EmulationDefinition } from "../emulation/emulation-definition.ts";
import { flag, integer, nativeInput, oneOf, text } from "../tools/native-input.ts";
import { readChargeback } from "./chargeback.ts";
import { getCustomer } from "./customer.ts";
import { describeProblem } from "./describe-problem.ts";
import { accountOfToken, tokenCall } from "./oauth-emulation.ts";
import { listRefunds } from "./payment.ts";
import { searchSubscriptions } from "./subscription.ts";
import { mercadopagoTools } from "./tools.ts";
import { mercadopagoWebhookEmulation } from "./webhook-emulation.ts";
import { mercadopagoWire } from "./wire.ts";

const paymentId = { type: ["integer", "string"] };

/** Mercado Pago's own HTTP over its simulation. */
export const mercadopagoEmulation: EmulationDefinition = {
  id: "mercadopago",
  wire: mercadopagoWire,
  tools: mercadopagoTools,
  hosts: ["api.mercadopago.com"],
  alsoRequired: { mercadopago_create_payment: ["payer"] },
  calls: {
    get_tokens: tokenCall,
    list_refunds: {
      get: "/v1/payments/{payment_id}/refunds",
      listAs: "refunds",
      input: nativeInput({ payment_id: paymentId }, "payment_id"),
      handle: listRefunds,
    },
    get_chargeback: {
      get: "/v1/chargebacks/{id}",
      input: nativeInput({ id: text() }, "id"),
      handle: readChargeback,
    },
    get_customer: {
      get: "/v1/customers/{id}",
      input: nativeInput({ id: text() }, "id"),
      handle: getCustomer,
    },
    search_subscriptions: {
      get: "/preapproval/search",
      input: nativeInput({
        external_reference: text(),
        status: oneOf("pending", "authorized", "paused", "cancelled"),
        sandbox_mode: flag(),
        offset: integer(),
        limit: integer(),
      }),
      handle: searchSubscriptions,
    },
  },
  readCredential: ({ authorization = "" }) => /^bearer +(\S+)$/i.exec(authorization)?.[1],
  // APP_USR- may be a test user's or a real one's: only TEST- shows that nothing real can be meant
  classifyCredential(credential) {
    if (credential.startsWith("TEST-")) return "test";
    return credential.startsWith("APP_USR-") ? "live" : "malformed";
  },
  getAccount: accountOfToken,
  makeCredential: (token) => `TEST-${token}`,
  connection: (access_token, webhook_secret) => ({ access_token, webhook_secret }),
  describe: describeProblem,
  headers: ({ requestId }) => ({ "x-request-id": requestId }),
  idempotency: {
    header: "x-idempotency-key",
    methods: ["POST", "PUT"],
    required: ["mercadopago_create_payment", "mercadopago_create_refund"],
    scope: "path",
    onOtherBody: "replay",
    // how long a key is remembered is not documented
    lifeMs: 86_400_000,
  },
  webhooks: mercadopagoWebhookEmulation,
};
