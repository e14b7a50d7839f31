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
