import { COMPE_CODES } from "@codespar/formats";

const names: Readonly<Record<string, string>> = {
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

/** A bank by its COMPE code, as the head of a boleto prints it: `341-7`. */
export function bankHead(compe: string): { name: string; printed: string } {
  const sum = [...compe].reduce((total, digit, index) => total + Number(digit) * (4 - index), 0);
  const digit = 11 - (sum % 11);
  // modulo 11, where Sicredi prints an X for ten and Caixa a zero
  const check =
    digit === 11 ? "0" : digit === 10 ? (compe === COMPE_CODES.sicredi ? "X" : "0") : String(digit);
  return { name: names[compe] ?? `Banco ${compe}`, printed: `${compe}-${check}` };
}
