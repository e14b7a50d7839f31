/** Messages of real refusals of a CFDI 4.0 (SAT, Anexo 20, matrix of errors). */
export const satRejections: Readonly<Record<string, string>> = {
  CFDI40119:
    "El campo Total no corresponde con la suma del subtotal, menos los descuentos aplicables, más las contribuciones recibidas menos los impuestos retenidos.",
  CFDI40130:
    "El nodo InformacionGlobal debe existir cuando el Rfc del receptor es XAXX010101000 y su Nombre es PUBLICO EN GENERAL.",
  CFDI40139:
    "El campo Nombre del emisor, debe pertenecer al nombre asociado al RFC registrado en el campo Rfc del Emisor.",
  CFDI40143: "Este RFC del receptor no existe en la lista de RFC inscritos no cancelados del SAT.",
  CFDI40145:
    "El campo Nombre del receptor, debe pertenecer al nombre asociado al RFC registrado en el campo Rfc del Receptor.",
  CFDI40147:
    "El campo DomicilioFiscalReceptor del receptor, debe encontrarse en la lista de RFC inscritos no cancelados en el SAT.",
  CFDI40148:
    "El campo DomicilioFiscalReceptor del receptor, debe pertenecer al nombre asociado al RFC registrado en el campo Rfc del Receptor.",
  CFDI40157: "El campo RegimenFiscalR, no contiene un valor del catálogo c_RegimenFiscal.",
  CFDI40158: "La clave del campo RegimenFiscalR debe corresponder con el tipo de persona (física o moral).",
  CFDI40161:
    "La clave del campo UsoCFDI debe corresponder con el tipo de persona (física o moral) y el régimen correspondiente.",
};

/** The message of a SAT code; one that is not in the table gets a plain sentence of its own. */
export function satRejection(code: string): string {
  const known = Object.hasOwn(satRejections, code) ? satRejections[code] : undefined;
  return known ?? `Código ${code} simulado.`;
}
