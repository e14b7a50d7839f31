/** What SAT calls its codes (catálogos del CFDI 4.0, Anexo 20): those that the sandbox issues documents with. */
export const satNames = {
  /** c_MetodoPago */
  method: { PUE: "Pago en una sola exhibición", PPD: "Pago en parcialidades o diferido" },
  /** c_FormaPago */
  form: {
    "01": "Efectivo",
    "02": "Cheque nominativo",
    "03": "Transferencia electrónica de fondos",
    "04": "Tarjeta de crédito",
    "28": "Tarjeta de débito",
    "31": "Intermediario pagos",
    "99": "Por definir",
  },
  /** c_UsoCFDI */
  use: {
    G01: "Adquisición de mercancías",
    G02: "Devoluciones, descuentos o bonificaciones",
    G03: "Gastos en general",
    S01: "Sin efectos fiscales",
    CP01: "Pagos",
  },
  /** c_RegimenFiscal */
  regime: {
    "601": "General de Ley Personas Morales",
    "603": "Personas Morales con Fines no Lucrativos",
    "605": "Sueldos y Salarios e Ingresos Asimilados a Salarios",
    "606": "Arrendamiento",
    "612": "Personas Físicas con Actividades Empresariales y Profesionales",
    "616": "Sin obligaciones fiscales",
    "621": "Incorporación Fiscal",
    "626": "Régimen Simplificado de Confianza",
  },
} as const;

/** A code with its name, as `G03 - Gastos en general`; the code alone where it has none here. */
export function nameSatCode(catalogue: keyof typeof satNames, code = ""): string {
  const names: Readonly<Record<string, string>> = satNames[catalogue];
  return Object.hasOwn(names, code) ? `${code} - ${names[code]}` : code;
}
