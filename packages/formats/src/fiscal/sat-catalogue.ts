type Person = "company" | "person";

/** c_RegimenFiscal of SAT (CFDI 4.0): who can be under it. */
export const SAT_REGIMES: Readonly<Record<string, readonly Person[]>> = {
  "601": ["company"],
  "603": ["company"],
  "605": ["person"],
  "606": ["person"],
  "607": ["person"],
  "608": ["person"],
  "610": ["person", "company"],
  "611": ["person"],
  "612": ["person"],
  "614": ["person"],
  "615": ["person"],
  "616": ["person"],
  "620": ["company"],
  "621": ["person"],
  "622": ["company"],
  "623": ["company"],
  "624": ["company"],
  "625": ["person"],
  "626": ["person", "company"],
};

const BUSINESS = ["601", "603", "606", "612", "620", "621", "622", "623", "624", "625", "626"];
const PERSONAL = ["605", "606", "607", "608", "611", "612", "614", "615", "625"];

/** Whether somebody with this RFC can be under a regime (rule CFDI40158). An RFC of twelve characters is a company's. */
export function regimeFitsRfc(regime: string, rfc: string): boolean {
  const person: Person = rfc.length === 12 ? "company" : "person";
  return Object.hasOwn(SAT_REGIMES, regime) && SAT_REGIMES[regime]?.includes(person) === true;
}

/** Whether a key of c_UsoCFDI goes with a regime of the receiver (rule CFDI40161). */
export function cfdiUseFitsRegime(use: string, regime: string): boolean {
  if (use === "S01" || use === "CP01") return Object.hasOwn(SAT_REGIMES, regime);
  if (use === "CN01") return regime === "605";
  if (use === "G02" && regime === "616") return true;
  if (/^(?:G0[1-3]|I0[1-8])$/.test(use)) return BUSINESS.includes(regime);
  return /^D(?:0[1-9]|10)$/.test(use) && PERSONAL.includes(regime);
}
