import {
  digitsOnly,
  hasLuhnDigit,
  isValidClabe,
  isValidCnpj,
  isValidCpf,
  isValidCurp,
  isValidRfc,
} from "@codespar/formats";

interface Rule {
  pattern: RegExp;
  /** What stands in the place of a match; undefined leaves it, since it only looks like a secret. */
  replace(match: string, ...groups: string[]): string | undefined;
}

/** A word's edges, also where letters have accents. */
const before = "(?<![\\p{L}\\p{N}])";
const after = "(?![\\p{L}\\p{N}])";

/**
 * What must not be printed. Numbers with check digits are taken for what they say they are only when those are right,
 * so that ids and amounts stay readable.
 */
const rules: readonly Rule[] = [
  {
    // API keys of ours and of the providers: the prefix shows whose it is
    pattern: /\b((?:csk_(?:live|test)|cssk_internal|whsec|[rs]k_(?:live|test)|APP_USR)[_-])[\w+/=-]{4,}/g,
    replace: (match) =>
      `${/^(?:[a-zA-Z]+_(?:live|test|internal)_|[a-zA-Z]+_(?:USR-)?)/.exec(match)?.[0] ?? ""}[redacted]`,
  },
  { pattern: /\$aact_[\w=+/:-]+/g, replace: () => "$aact_[redacted]" },
  // SendGrid, Wompi, and test keys of Mercado Pago
  { pattern: /\bSG\.[\w-]{6,}(?:\.[\w-]+)?/g, replace: () => "SG.[redacted]" },
  { pattern: /\bprv_(?:[a-z]+_)?[A-Za-z0-9]{6,}/g, replace: () => "prv_[redacted]" },
  { pattern: /\bTEST-(?=[\w-]{0,60}\d)[\w-]{12,}/g, replace: () => "TEST-[redacted]" },
  // Conekta's keys have capital letters, which the ids of our own keys have not
  { pattern: /\bkey_(?=[a-z0-9]{0,60}[A-Z])[A-Za-z0-9]{10,}/g, replace: () => "key_[redacted]" },
  { pattern: /\beyJ[\w-]{6,}\.[\w-]{6,}(?:\.[\w-]*)?/g, replace: () => "[jwt]" },
  {
    // the password in a URL; before e-mail addresses, which the rest would be taken for
    pattern: /\b([a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@"']{0,200}:)[^\s/@"']{1,200}(?=@)/gi,
    replace: (_match, start = "") => `${start}[redacted]`,
  },
  {
    pattern: /\b(Bearer|Basic) +[\w.~+/=-]{6,}/gi,
    replace: (match) => `${match.split(" ", 1)[0]} [redacted]`,
  },
  {
    // a Pix payload ("copia e cola") carries the key, the name and the city of the payee
    pattern: /000201\S{0,80}br\.gov\.bcb\.pix.{0,400}?6304[0-9A-F]{4}/gi,
    replace: () => "[pix code]",
  },
  {
    pattern:
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu,
    replace: () => "[email]",
  },
  {
    // A random Pix key (EVP) is a UUID, but most UUIDs name a shipment, a session or an idempotency key, and have to be
    // read to be of use: one is a Pix key only where something close to it on the line says so.
    pattern:
      /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b(?:(?<=(?:(?<!\[)pix|chave|evp|addresskey)[^\n]{0,60}[0-9a-f-]{36})|(?=[^\n]{0,30}(?:(?<!\[)pix|chave|evp)))/gi,
    replace: () => "[pix key]",
  },
  {
    pattern: new RegExp(`${before}\\d(?:[ -]?\\d){17}${after}`, "gu"),
    replace: (match) => (isValidClabe(digitsOnly(match)) ? "[clabe]" : undefined),
  },
  // a card's number is written with blanks, hard ones too, dots or hyphens
  { pattern: new RegExp(`${before}\\d(?:[ .\\u00a0\\u202f-]?\\d){12,18}${after}`, "gu"), replace: getCard },
  {
    pattern: new RegExp(
      `${before}[0-9A-Z]{2}\\.?[0-9A-Z]{3}\\.?[0-9A-Z]{3}/?[0-9A-Z]{4}-?\\d{2}${after}`,
      "giu",
    ),
    replace: (match) => (isValidCnpj(match) ? "[cnpj]" : undefined),
  },
  {
    pattern: new RegExp(`${before}\\d{3}[. ]?\\d{3}[. ]?\\d{3}[- ]?\\d{2}${after}`, "gu"),
    replace: (match) => (isValidCpf(match) ? "[cpf]" : undefined),
  },
  {
    pattern: new RegExp(`${before}[A-Z][AEIOUX][A-Z]{2}\\d{6}[HMX][A-Z]{5}[0-9A-Z]\\d${after}`, "giu"),
    replace: (match) => (isValidCurp(match.toUpperCase()) ? "[curp]" : undefined),
  },
  {
    pattern: new RegExp(`${before}[A-Z&Ñ]{3,4}-?\\d{6}-?[0-9A-Z]{3}${after}`, "giu"),
    replace: (match) => (isValidRfc(match) ? "[rfc]" : undefined),
  },
  {
    pattern: /(?<![\p{L}\p{N}])\+[1-9]\d{0,2}[ ()-]{0,3}(?:\d[ ()-]{0,2}){6,11}\d(?!\p{N})/gu,
    replace: () => "[phone]",
  },
  {
    pattern: /\b(authorization)(["']?\s*[:=]\s*["']?)(?!(?:Bearer|Basic) |\[)[^\s"',;}]{6,}/gi,
    replace: withoutValue,
  },
  { pattern: /\b(cvv2?|cvc2?|security[_ ]code)(["']?\s*[:=]\s*["']?)\d{3,4}\b/gi, replace: withoutValue },
  {
    pattern:
      /\b(password|senha|secret|api[_-]?key|access[_-]?token|client[_-]?secret)(["']?\s*[:=]\s*["']?)[^\s"',;}]{4,}/gi,
    replace: withoutValue,
  },
];

/**
 * Text without what must not be printed: CPF, CNPJ, RFC, CURP, CLABE, card numbers and security codes, keys and tokens, and what a
 * Pix key can be (an e-mail address, a phone number, a document, a random key). For messages, logs and errors.
 */
export function redact(text: string): string {
  let clean = text;
  for (const { pattern, replace } of rules) {
    clean = clean.replace(pattern, (match: string, ...rest: unknown[]) => {
      const groups = rest.filter((part) => typeof part === "string");
      return replace(match, ...groups) ?? match;
    });
  }
  return clean;
}

/** A card's number by its last four, as everywhere; undefined for digits that fail Luhn's test. */
function getCard(match: string): string | undefined {
  const digits = digitsOnly(match);
  return hasLuhnDigit(digits) ? `[card ending in ${digits.slice(-4)}]` : undefined;
}

/** `cvv: 123` without its value. */
function withoutValue(_match: string, name = "", separator = ""): string {
  return `${name}${separator}[redacted]`;
}
