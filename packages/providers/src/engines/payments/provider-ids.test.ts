import type { RandomSource } from "@codespar/formats";
import { seededRandom } from "@codespar/formats";
import { describe, expect, it } from "vitest";
import {
  generateAccountProviderId,
  generateConsentId,
  generateTransactionHash,
} from "../banking/account-provider-id.ts";
import { generateFiscalProviderId, generateNuvemFiscalId } from "../invoices/fiscal-provider-id.ts";
import { generateMessageId, generateTwilioAccountSid, generateZaapId } from "../messaging/message-id.ts";
import {
  generateAsaasCustomerId,
  generateAsaasEventId,
  generateAsaasPaymentId,
  generateAsaasSubscriptionId,
} from "./asaas-id.ts";
import {
  generateMercadoPagoCollectorId,
  generateMercadoPagoOrderId,
  generateMercadoPagoPaymentId,
  generateMercadoPagoPreferenceId,
} from "./mercado-pago-id.ts";
import {
  generateConektaChargeId,
  generateConektaId,
  generateEbanxHash,
  generateInterRequestCode,
  generatePagarmeId,
  generatePagbankId,
  generateSicrediOurNumber,
  generateWompiId,
  generateZoopId,
} from "./payment-provider-id.ts";
import { generateStripeClientSecret, generateStripeId } from "./stripe-id.ts";

const AT = Date.UTC(2026, 10, 20);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const SHAPES: readonly (readonly [string, (random: RandomSource) => string | number, RegExp])[] = [
  ["Stripe payment intent", (random) => generateStripeId(random, "pi"), /^pi_[A-Za-z0-9]{24}$/],
  ["Stripe checkout session", (random) => generateStripeId(random, "cs_test"), /^cs_test_[A-Za-z0-9]{58}$/],
  ["Stripe customer", (random) => generateStripeId(random, "cus"), /^cus_[A-Za-z0-9]{14}$/],
  ["Stripe secret", (random) => generateStripeClientSecret(random, "pi_1"), /^pi_1_secret_[A-Za-z0-9]{25}$/],
  ["Mercado Pago payment", generateMercadoPagoPaymentId, /^[1-9]\d{10}$/],
  ["Mercado Pago collector", generateMercadoPagoCollectorId, /^[1-9]\d{9}$/],
  ["Mercado Pago preference", (random) => generateMercadoPagoPreferenceId(random, 12), /^12-[0-9a-f-]{36}$/],
  [
    "Mercado Pago order",
    (random) => generateMercadoPagoOrderId(random, AT),
    /^ORD[0-7][0-9A-HJKMNP-TV-Z]{25}$/,
  ],
  ["Asaas payment", generateAsaasPaymentId, /^pay_[0-9a-z]{16}$/],
  ["Asaas customer", generateAsaasCustomerId, /^cus_\d{12}$/],
  ["Asaas subscription", generateAsaasSubscriptionId, /^sub_[0-9a-z]{12}$/],
  ["Asaas event", generateAsaasEventId, /^evt_[0-9a-f]{32}&\d+$/],
  ["Conekta order", (random) => generateConektaId(random, "ord"), /^ord_[1-9A-HJ-NP-Za-km-z]{17}$/],
  ["Conekta charge", generateConektaChargeId, /^[0-9a-f]{24}$/],
  ["Pagar.me order", (random) => generatePagarmeId(random, "or"), /^or_[A-Za-z0-9]{16}$/],
  ["PagBank order", (random) => generatePagbankId(random, "ORDE"), /^ORDE_[0-9A-F-]{36}$/],
  ["Zoop", generateZoopId, /^[0-9a-f]{32}$/],
  ["EBANX", generateEbanxHash, /^[0-9a-f]{56}$/],
  ["Wompi", (random) => generateWompiId(random, AT), /^1\d{4}-1795132800-\d{5}$/],
  ["Inter", generateInterRequestCode, UUID],
  ["Sicredi", (random) => generateSicrediOurNumber(random, "26"), /^262\d{6}$/],
  ["Nuvem Fiscal", (random) => generateNuvemFiscalId(random, "nfe"), /^nfe_[0-9a-f]{32}$/],
  ["NFE.io", (random) => generateFiscalProviderId(random, "nfe-io"), /^[0-9a-f]{24}$/],
  ["eNotas", (random) => generateFiscalProviderId(random, "enotas"), UUID],
  ["Facturama", (random) => generateFiscalProviderId(random, "facturama"), /^[A-Za-z0-9]{22}$/],
  ["Twilio", (random) => generateMessageId(random, "twilio"), /^SM[0-9a-f]{32}$/],
  ["Twilio account", generateTwilioAccountSid, /^AC[0-9a-f]{32}$/],
  ["SendGrid", (random) => generateMessageId(random, "sendgrid"), /^[A-Za-z0-9_-]{22}$/],
  ["Infobip", (random) => generateMessageId(random, "infobip"), /^\d{22}$/],
  ["Zenvia", (random) => generateMessageId(random, "zenvia"), UUID],
  ["Blip", (random) => generateMessageId(random, "take-blip"), UUID],
  ["Evolution API", (random) => generateMessageId(random, "evolution-api"), /^3EB0[0-9A-F]{18}$/],
  ["Z-API message", (random) => generateMessageId(random, "z-api"), /^[0-9A-F]{20}$/],
  ["Z-API zaapId", generateZaapId, /^[0-9A-Z]{32}$/],
  ["Stark Bank", (random) => generateAccountProviderId(random, "stark-bank"), /^[1-9]\d{15}$/],
  [
    "Mercado Bitcoin",
    (random) => generateAccountProviderId(random, "mercado-bitcoin"),
    /^01[0-9A-HJKMNP-TV-Z]{24}$/,
  ],
  ["Bitso", (random) => generateAccountProviderId(random, "bitso"), /^[0-9a-z]{16}$/],
  ["Open Finance consent", generateConsentId, /^urn:codespar:[0-9a-f-]{36}$/],
  ["EVM transaction", generateTransactionHash, /^0x[0-9a-f]{64}$/],
];

describe("provider ids", () => {
  it.each(SHAPES)("%s has its provider's shape, the same for the same seed", (_name, generate, shape) => {
    for (let seed = 0; seed < 20; seed++) {
      const id = generate(seededRandom(seed));
      expect(String(id)).toMatch(shape);
      expect(generate(seededRandom(seed))).toBe(id);
    }
  });
});
