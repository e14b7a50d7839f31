import type { RandomSource } from "@codespar/formats";
import { seededRandom } from "@codespar/formats";
import { describe, expect, it } from "vitest";
import { generateFiscalProviderId, generateNuvemFiscalId } from "../invoices/fiscal-provider-id.ts";
import {
  generateConektaChargeId,
  generateConektaId,
  generateEbanxHash,
  generateInterRequestCode,
  generatePagarmeId,
  generatePagbankId,
  generateWompiId,
  generateZoopId,
} from "./payment-provider-id.ts";
import { generateStripeId } from "./stripe-id.ts";

const AT = Date.UTC(2026, 10, 20);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const SHAPES: readonly (readonly [string, (random: RandomSource) => string | number, RegExp])[] = [
  ["Stripe payment intent", (random) => generateStripeId(random, "pi"), /^pi_[A-Za-z0-9]{24}$/],
  ["Stripe checkout session", (random) => generateStripeId(random, "cs_test"), /^cs_test_[A-Za-z0-9]{58}$/],
  ["Stripe customer", (random) => generateStripeId(random, "cus"), /^cus_[A-Za-z0-9]{14}$/],
  ["Conekta order", (random) => generateConektaId(random, "ord"), /^ord_[1-9A-HJ-NP-Za-km-z]{17}$/],
  ["Conekta charge", generateConektaChargeId, /^[0-9a-f]{24}$/],
  ["Pagar.me order", (random) => generatePagarmeId(random, "or"), /^or_[A-Za-z0-9]{16}$/],
  ["PagBank order", (random) => generatePagbankId(random, "ORDE"), /^ORDE_[0-9A-F-]{36}$/],
  ["Zoop", generateZoopId, /^[0-9a-f]{32}$/],
  ["EBANX", generateEbanxHash, /^[0-9a-f]{48}$/],
  ["Wompi", (random) => generateWompiId(random, AT), /^1\d{4}-1795132800-\d{5}$/],
  ["Inter", generateInterRequestCode, UUID],
  ["Nuvem Fiscal", (random) => generateNuvemFiscalId(random, "nfe"), /^nfe_[0-9a-f]{32}$/],
  ["NFE.io", (random) => generateFiscalProviderId(random, "nfe-io"), /^[0-9a-f]{24}$/],
  ["eNotas", (random) => generateFiscalProviderId(random, "enotas"), UUID],
  ["Facturama", (random) => generateFiscalProviderId(random, "facturama"), /^[A-Za-z0-9]{22}$/],
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
