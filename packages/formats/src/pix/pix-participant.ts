/** ISPB of institutions in Pix, eight digits (BCB, list of participants). */
export const PIX_ISPB = {
  asaas: "19540550",
  bancoDoBrasil: "00000000",
  bradesco: "60746948",
  caixa: "00360305",
  efi: "09089356",
  inter: "00416968",
  itau: "60701190",
  mercadoPago: "10573521",
  nubank: "18236120",
  pagSeguro: "08561701",
  santander: "90400888",
  sicredi: "01181521",
  stone: "16501555",
} as const;
