import { SAO_PAULO } from "./dates/zone-names.ts";

export interface BrazilStateRow {
  name: string;
  /** Two digits: `cUF` in fiscal keys and protocols. */
  ibge: string;
  /** IANA name of the zone of its capital. */
  timeZone: string;
  /** First five digits of its postal codes, inclusive ranges (Correios). */
  ceps: readonly (readonly [number, number])[];
}

/** One row per federal unit, in IBGE's order. */
export const BRAZIL_STATES = {
  RO: { name: "Rondônia", ibge: "11", timeZone: "America/Porto_Velho", ceps: [[76800, 76999]] },
  AC: { name: "Acre", ibge: "12", timeZone: "America/Rio_Branco", ceps: [[69900, 69999]] },
  AM: {
    name: "Amazonas",
    ibge: "13",
    timeZone: "America/Manaus",
    ceps: [
      [69000, 69299],
      [69400, 69899],
    ],
  },
  RR: { name: "Roraima", ibge: "14", timeZone: "America/Boa_Vista", ceps: [[69300, 69399]] },
  PA: { name: "Pará", ibge: "15", timeZone: "America/Belem", ceps: [[66000, 68899]] },
  AP: { name: "Amapá", ibge: "16", timeZone: "America/Belem", ceps: [[68900, 68999]] },
  TO: { name: "Tocantins", ibge: "17", timeZone: "America/Araguaina", ceps: [[77000, 77999]] },
  MA: { name: "Maranhão", ibge: "21", timeZone: "America/Fortaleza", ceps: [[65000, 65999]] },
  PI: { name: "Piauí", ibge: "22", timeZone: "America/Fortaleza", ceps: [[64000, 64999]] },
  CE: { name: "Ceará", ibge: "23", timeZone: "America/Fortaleza", ceps: [[60000, 63999]] },
  RN: { name: "Rio Grande do Norte", ibge: "24", timeZone: "America/Fortaleza", ceps: [[59000, 59999]] },
  PB: { name: "Paraíba", ibge: "25", timeZone: "America/Fortaleza", ceps: [[58000, 58999]] },
  PE: { name: "Pernambuco", ibge: "26", timeZone: "America/Recife", ceps: [[50000, 56999]] },
  AL: { name: "Alagoas", ibge: "27", timeZone: "America/Maceio", ceps: [[57000, 57999]] },
  SE: { name: "Sergipe", ibge: "28", timeZone: "America/Maceio", ceps: [[49000, 49999]] },
  BA: { name: "Bahia", ibge: "29", timeZone: "America/Bahia", ceps: [[40000, 48999]] },
  MG: { name: "Minas Gerais", ibge: "31", timeZone: SAO_PAULO, ceps: [[30000, 39999]] },
  ES: { name: "Espírito Santo", ibge: "32", timeZone: SAO_PAULO, ceps: [[29000, 29999]] },
  RJ: { name: "Rio de Janeiro", ibge: "33", timeZone: SAO_PAULO, ceps: [[20000, 28999]] },
  SP: { name: "São Paulo", ibge: "35", timeZone: SAO_PAULO, ceps: [[1000, 19999]] },
  PR: { name: "Paraná", ibge: "41", timeZone: SAO_PAULO, ceps: [[80000, 87999]] },
  SC: { name: "Santa Catarina", ibge: "42", timeZone: SAO_PAULO, ceps: [[88000, 89999]] },
  RS: { name: "Rio Grande do Sul", ibge: "43", timeZone: SAO_PAULO, ceps: [[90000, 99999]] },
  MS: { name: "Mato Grosso do Sul", ibge: "50", timeZone: "America/Campo_Grande", ceps: [[79000, 79999]] },
  MT: { name: "Mato Grosso", ibge: "51", timeZone: "America/Cuiaba", ceps: [[78000, 78899]] },
  GO: {
    name: "Goiás",
    ibge: "52",
    timeZone: SAO_PAULO,
    ceps: [
      [73700, 76799],
      [72800, 72999],
    ],
  },
  DF: {
    name: "Distrito Federal",
    ibge: "53",
    timeZone: SAO_PAULO,
    ceps: [
      [70000, 72799],
      [73000, 73699],
    ],
  },
} as const satisfies Readonly<Record<string, BrazilStateRow>>;

export type BrazilState = keyof typeof BRAZIL_STATES;

// Object.keys forgets the literal type; the object above has no other keys.
export const BRAZIL_STATE_CODES = /* @__PURE__ */ Object.keys(BRAZIL_STATES) as readonly BrazilState[];

/** Whether the text is the two-letter code of a Brazilian state. */
export function isBrazilState(text: string): text is BrazilState {
  return Object.hasOwn(BRAZIL_STATES, text);
}

/** The state with an IBGE code of two digits, or undefined. */
export function stateOfIbgeCode(code: string): BrazilState | undefined {
  return BRAZIL_STATE_CODES.find((state) => BRAZIL_STATES[state].ibge === code);
}
