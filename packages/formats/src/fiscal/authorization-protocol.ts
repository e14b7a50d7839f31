import { BRAZIL_STATES, type BrazilState } from "../brazil-state.ts";
import { formatYearMonth } from "../dates/timestamp.ts";
import { SAO_PAULO } from "../dates/zone-names.ts";
import { randomBytes, randomDigits } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { encodeBase64 } from "../text/base64.ts";
import { fixedDigits } from "../text/text-rules.ts";

export interface AuthorizationProtocolInput {
  state: BrazilState;
  /** Epoch milliseconds of the authorization. */
  at: number;
  /** Up to ten digits. Drawn when left out. */
  sequence?: number | undefined;
}

/** nProt, 15 digits: authorizer 1 (the state's SEFAZ), cUF, year, sequence of ten (MOC NF-e). */
export function generateAuthorizationProtocol(
  random: RandomSource,
  input: AuthorizationProtocolInput,
): string {
  const { state, at, sequence } = input;
  const year = formatYearMonth(at, SAO_PAULO).slice(0, 2);
  const tail = sequence === undefined ? randomDigits(random, 10) : fixedDigits(sequence, 10, "Sequence");
  return `1${BRAZIL_STATES[state].ibge}${year}${tail}`;
}

/** Whether the text has the shape of an nProt: 15 digits, or 17 since NT 2025.002. */
export function isValidAuthorizationProtocol(text: string): boolean {
  return /^\d{15}(?:\d{2})?$/.test(text);
}

/** digVal: base64 of a SHA-1 digest, 28 characters that end in `=`. */
export function generateDigestValue(random: RandomSource): string {
  return encodeBase64(randomBytes(random, 20));
}
