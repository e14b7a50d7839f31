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

const NAMES: Readonly<Record<string, string>> = {
  [COMPE_CODES.asaas]: "Asaas",
  [COMPE_CODES.bancoDoBrasil]: "Banco do Brasil",
  [COMPE_CODES.bradesco]: "Bradesco",
  [COMPE_CODES.caixa]: "Caixa",
  [COMPE_CODES.inter]: "Banco Inter",
  [COMPE_CODES.itau]: "Itaú",
  [COMPE_CODES.mercadoPago]: "Mercado Pago",
  [COMPE_CODES.nubank]: "Nu Pagamentos",
  [COMPE_CODES.pagSeguro]: "PagSeguro",
  [COMPE_CODES.santander]: "Santander",
  [COMPE_CODES.sicredi]: "Sicredi",
};

/** The name under which the bank of a COMPE code is known; `Banco 999` for one that is not listed. */
export function boletoBankName(compe: string): string {
  return NAMES[compe] ?? `Banco ${compe}`;
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
