export interface CfdiVerification {
  /** Folio fiscal. */
  uuid: string;
  issuerRfc: string;
  receiverRfc: string;
  /** As the Total attribute prints it, such as `159.90`. */
  total: string;
  /** SelloCFD of the stamp. */
  seal: string;
  /** @default SAT's own page */
  page?: string | undefined;
}

const PAGE = "https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx";

/** What the QR code of a CFDI opens (SAT, Anexo 20). */
export function cfdiVerificationUrl({
  uuid,
  issuerRfc,
  receiverRfc,
  total,
  seal,
  page = PAGE,
}: CfdiVerification): string {
  const issuer = encodeURIComponent(issuerRfc);
  const receiver = encodeURIComponent(receiverRfc);
  // SAT prints the seal's end as it is; only a plus would be read back as something else.
  const tail = seal.slice(-8).replaceAll("+", "%2B");
  return `${page}?id=${uuid}&re=${issuer}&rr=${receiver}&tt=${total}&fe=${tail}`;
}
