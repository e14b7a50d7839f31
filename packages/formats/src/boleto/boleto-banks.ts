/** COMPE codes of banks that issue boletos, three digits (BCB). */
export const COMPE_CODES = {
  asaas: "461",
  bancoDoBrasil: "001",
  bradesco: "237",
  caixa: "104",
  inter: "077",
  itau: "341",
  mercadoPago: "323",
  nubank: "260",
  pagSeguro: "290",
  santander: "033",
  sicredi: "748",
} as const;

// By plain keys: a computed one is code that bundlers keep in every program.
const NAMES: Readonly<Record<keyof typeof COMPE_CODES, string>> = {
  asaas: "Asaas",
  bancoDoBrasil: "Banco do Brasil",
  bradesco: "Bradesco",
  caixa: "Caixa",
  inter: "Banco Inter",
  itau: "Itaú",
  mercadoPago: "Mercado Pago",
  nubank: "Nu Pagamentos",
  pagSeguro: "PagSeguro",
  santander: "Santander",
  sicredi: "Sicredi",
};

/** The name under which the bank of a COMPE code is known; `Banco 999` for one that is not listed. */
export function boletoBankName(compe: string): string {
  for (const [bank, name] of Object.entries(NAMES)) {
    // the keys of both tables are the same
    if (COMPE_CODES[bank as keyof typeof NAMES] === compe) return name;
  }
  return `Banco ${compe}`;
}

/** A COMPE code with its check digit, as the head of a boleto prints it: `341-7`. */
export function formatCompeCode(compe: string): string {
  const sum = [...compe].reduce((total, digit, index) => total + Number(digit) * (4 - index), 0);
  const digit = 11 - (sum % 11);
  // modulo 11, where Sicredi prints an X for ten and Caixa a zero
  const check =
    digit === 11 ? "0" : digit === 10 ? (compe === COMPE_CODES.sicredi ? "X" : "0") : String(digit);
  return `${compe}-${check}`;
}
