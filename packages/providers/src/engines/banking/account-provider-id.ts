import type { RandomSource } from "@codespar/formats";
import {
  CROCKFORD,
  generateUuid,
  randomHex,
  randomLowerAlphanumerics,
  randomNumberText,
  randomText,
} from "@codespar/formats";

const uuid = generateUuid;
const number = (length: number) => (random: RandomSource) => randomNumberText(random, length);

const SHAPES = {
  itau: uuid,
  bradesco: uuid,
  nubank: uuid,
  "stark-bank": number(16),
  "banco-do-brasil": number(17),
  "open-finance": uuid,
  omie: number(10),
  bling: number(11),
  tiny: number(9),
  "conta-azul": uuid,
  totvs: number(6),
  "bind-erp": uuid,
  alegra: number(5),
  "mercado-bitcoin": (random: RandomSource) => `01${randomText(random, CROCKFORD, 24)}`,
  bitso: (random: RandomSource) => randomLowerAlphanumerics(random, 16),
  circle: uuid,
  unblockpay: uuid,
} as const;

/** Banks, ERPs and crypto providers. Their ids follow no published rule; these are alike in kind and length. */
export type AccountProvider = keyof typeof SHAPES;

/** An id in the shape that the provider's documents and orders have. Numbers come as text without leading zero. */
export function generateAccountProviderId(random: RandomSource, provider: AccountProvider): string {
  return SHAPES[provider](random);
}

/** An Open Finance Brasil consent: a URN with the sandbox as its name space. */
export function generateConsentId(random: RandomSource): string {
  return `urn:codespar:${generateUuid(random)}`;
}

/** A transaction on an EVM chain: `0x` and sixty-four hexadecimal digits. */
export function generateTransactionHash(random: RandomSource): string {
  return `0x${randomHex(random, 64)}`;
}
