import type { RandomSource } from "@codespar/formats";
import { generateUuid, randomAlphanumerics, randomHex } from "@codespar/formats";

const SHAPES = {
  "nfe-io": (random: RandomSource) => randomHex(random, 24),
  enotas: generateUuid,
  plugnotas: (random: RandomSource) => randomHex(random, 24),
  "focus-nfe": generateUuid,
  facturapi: (random: RandomSource) => randomHex(random, 24),
  facturama: (random: RandomSource) => `${randomAlphanumerics(random, 21)}2`,
} as const;

export type FiscalProvider = keyof typeof SHAPES;

/** The id that a fiscal provider gives a document of its own accord. Shapes by likeness, not by a published rule. */
export function generateFiscalProviderId(random: RandomSource, provider: FiscalProvider): string {
  return SHAPES[provider](random);
}

/** A Nuvem Fiscal document: prefix of its model and thirty-two hexadecimal digits. */
export function generateNuvemFiscalId(
  random: RandomSource,
  prefix: "nfe" | "nfce" | "nfse" | "cte" | "mdfe",
): string {
  return `${prefix}_${randomHex(random, 32)}`;
}
