import { parsePhone } from "../phones/phone.ts";
import { generateUuid, isUuidV4 } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { parseCnpj } from "../tax-ids/cnpj.ts";
import { parseCpf } from "../tax-ids/cpf.ts";
import { requireValue } from "../text/text-rules.ts";

export type PixKeyType = "cpf" | "cnpj" | "phone" | "email" | "evp";

export interface PixKey {
  type: PixKeyType;
  /** As DICT writes it. */
  key: string;
}

const EMAIL = /^[a-z0-9.!#$&'*+/=?^_`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const EMAIL_MAX = 77;

/**
 * Reads a Pix key as DICT writes it (BCB); undefined when it is none. No masks, an e-mail address and a random key in
 * lower case, a phone with its `+55`: eleven bare digits are always a CPF.
 */
export function parsePixKey(key: string): PixKey | undefined {
  const type = getType(key);
  return type === undefined ? undefined : { type, key };
}

/** Whether the text is a Pix key as DICT writes it. */
export function isValidPixKey(key: string): boolean {
  return getType(key) !== undefined;
}

/** Writes what a person typed as DICT does: documents without mask, e-mail and random keys in lower case. Throws RangeError. */
export function formatPixKey(written: string): string {
  const text = written.trim();
  const found = parsePixKey(text) ?? parsePixKey(text.toLowerCase()) ?? parsePixKey(getBareKey(text));
  return requireValue(found, written, "Pix key", "a CPF, CNPJ, phone with +55, e-mail or random key").key;
}

/** A random key ("chave aleatória", EVP): a lower-case UUID version 4. */
export function generateEvpKey(random: RandomSource): string {
  return generateUuid(random);
}

function getType(key: string): PixKeyType | undefined {
  if (/^\d{11}$/.test(key)) return parseCpf(key) === key ? "cpf" : undefined;
  if (/^[0-9A-Z]{14}$/.test(key)) return parseCnpj(key) === key ? "cnpj" : undefined;
  if (key.startsWith("+")) return isMobile(key) ? "phone" : undefined;
  if (isUuidV4(key)) return "evp";
  return key.length <= EMAIL_MAX && EMAIL.test(key) ? "email" : undefined;
}

function isMobile(key: string): boolean {
  const phone = parsePhone(key, "BR");
  return phone?.type === "mobile" && phone.e164 === key;
}

function getBareKey(text: string): string {
  return parseCpf(text) ?? parseCnpj(text) ?? text.replace(/[\s().-]/g, "");
}
