import { isBrazilMobile } from "../phones/brazil-phone.ts";
import type { RandomSource } from "../random/random-source.ts";
import { generateUuid, isUuidV4 } from "../random/uuid.ts";
import { isValidCnpj } from "../tax-ids/cnpj.ts";
import { isValidCpf } from "../tax-ids/cpf.ts";

export type PixKeyType = "cpf" | "cnpj" | "phone" | "email" | "evp";

const EMAIL = /^[a-z0-9.!#$&'*+/=?^_`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const EMAIL_MAX = 77;

/** A random key ("chave aleatória", EVP): a lower-case UUID version 4. */
export function generateEvpKey(random: RandomSource): string {
  return generateUuid(random);
}

/**
 * The type of a Pix key as DICT writes it, or undefined when it is none.
 * No masks; eleven bare digits are always a CPF, so a phone must keep its `+55`.
 */
export function detectPixKey(key: string): PixKeyType | undefined {
  if (/^\d{11}$/.test(key)) return isValidCpf(key) ? "cpf" : undefined;
  if (/^[0-9A-Z]{14}$/.test(key)) return isValidCnpj(key) ? "cnpj" : undefined;
  if (key.startsWith("+")) return isBrazilMobile(key) ? "phone" : undefined;
  if (isUuidV4(key)) return "evp";
  return key.length <= EMAIL_MAX && EMAIL.test(key) ? "email" : undefined;
}
