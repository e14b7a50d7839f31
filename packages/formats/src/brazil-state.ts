import { SAO_PAULO } from "./dates/zone-names.ts";

export interface BrazilStateRow {
  name: string;
  /** Two digits: `cUF` in fiscal keys and protocols. */
  ibge: string;
  /** With its IBGE code of seven digits. */
  capital: { name: string; ibge: string };
  /** IANA name of the zone of its capital. */
  timeZone: string;
  /** First five digits of its postal codes, inclusive ranges (Correios). */
  ceps: readonly (readonly [number, number])[];
}

/** One row per federal unit, in IBGE's order. */
export const BRAZIL_STATES = {
  RO: {
    name: "Rondônia",
    ibge: "11",
    capital: { name: "Porto Velho", ibge: "1100205" },
    timeZone: "America/Porto_Velho",
    ceps: [[76800, 76999]],
  },
  AC: {
    name: "Acre",
    ibge: "12",
    capital: { name: "Rio Branco", ibge: "1200401" },
    timeZone: "America/Rio_Branco",
    ceps: [[69900, 69999]],
  },
  AM: {
    name: "Amazonas",
    ibge: "13",
    capital: { name: "Manaus", ibge: "1302603" },
    timeZone: "America/Manaus",
    ceps: [
      [69000, 69299],
      [69400, 69899],
    ],
  },
  RR: {
    name: "Roraima",
    ibge: "14",
    capital: { name: "Boa Vista", ibge: "1400100" },
    timeZone: "America/Boa_Vista",
    ceps: [[69300, 69399]],
  },
  PA: {
    name: "Pará",
    ibge: "15",
    capital: { name: "Belém", ibge: "1501402" },
    timeZone: "America/Belem",
    ceps: [[66000, 68899]],
  },
  AP: {
    name: "Amapá",
    ibge: "16",
    capital: { name: "Macapá", ibge: "1600303" },
    timeZone: "America/Belem",
    ceps: [[68900, 68999]],
  },
  TO: {
    name: "Tocantins",
    ibge: "17",
    capital: { name: "Palmas", ibge: "1721000" },
    timeZone: "America/Araguaina",
    ceps: [[77000, 77999]],
  },
  MA: {
    name: "Maranhão",
    ibge: "21",
    capital: { name: "São Luís", ibge: "2111300" },
    timeZone: "America/Fortaleza",
    ceps: [[65000, 65999]],
  },
  PI: {
    name: "Piauí",
    ibge: "22",
    capital: { name: "Teresina", ibge: "2211001" },
    timeZone: "America/Fortaleza",
    ceps: [[64000, 64999]],
  },
  CE: {
    name: "Ceará",
    ibge: "23",
    capital: { name: "Fortaleza", ibge: "2304400" },
    timeZone: "America/Fortaleza",
    ceps: [[60000, 63999]],
  },
  RN: {
    name: "Rio Grande do Norte",
    ibge: "24",
    capital: { name: "Natal", ibge: "2408102" },
    timeZone: "America/Fortaleza",
    ceps: [[59000, 59999]],
  },
  PB: {
    name: "Paraíba",
    ibge: "25",
    capital: { name: "João Pessoa", ibge: "2507507" },
    timeZone: "America/Fortaleza",
    ceps: [[58000, 58999]],
  },
  PE: {
    name: "Pernambuco",
    ibge: "26",
    capital: { name: "Recife", ibge: "2611606" },
    timeZone: "America/Recife",
    ceps: [[50000, 56999]],
  },
  AL: {
    name: "Alagoas",
    ibge: "27",
    capital: { name: "Maceió", ibge: "2704302" },
    timeZone: "America/Maceio",
    ceps: [[57000, 57999]],
  },
  SE: {
    name: "Sergipe",
    ibge: "28",
    capital: { name: "Aracaju", ibge: "2800308" },
    timeZone: "America/Maceio",
    ceps: [[49000, 49999]],
  },
  BA: {
    name: "Bahia",
    ibge: "29",
    capital: { name: "Salvador", ibge: "2927408" },
    timeZone: "America/Bahia",
    ceps: [[40000, 48999]],
  },
  MG: {
    name: "Minas Gerais",
    ibge: "31",
    capital: { name: "Belo Horizonte", ibge: "3106200" },
    timeZone: SAO_PAULO,
    ceps: [[30000, 39999]],
  },
  ES: {
    name: "Espírito Santo",
    ibge: "32",
    capital: { name: "Vitória", ibge: "3205309" },
    timeZone: SAO_PAULO,
    ceps: [[29000, 29999]],
  },
  RJ: {
    name: "Rio de Janeiro",
    ibge: "33",
    capital: { name: "Rio de Janeiro", ibge: "3304557" },
    timeZone: SAO_PAULO,
    ceps: [[20000, 28999]],
  },
  SP: {
    name: "São Paulo",
    ibge: "35",
    capital: { name: "São Paulo", ibge: "3550308" },
    timeZone: SAO_PAULO,
    ceps: [[1000, 19999]],
  },
  PR: {
    name: "Paraná",
    ibge: "41",
    capital: { name: "Curitiba", ibge: "4106902" },
    timeZone: SAO_PAULO,
    ceps: [[80000, 87999]],
  },
  SC: {
    name: "Santa Catarina",
    ibge: "42",
    capital: { name: "Florianópolis", ibge: "4205407" },
    timeZone: SAO_PAULO,
    ceps: [[88000, 89999]],
  },
  RS: {
    name: "Rio Grande do Sul",
    ibge: "43",
    capital: { name: "Porto Alegre", ibge: "4314902" },
    timeZone: SAO_PAULO,
    ceps: [[90000, 99999]],
  },
  MS: {
    name: "Mato Grosso do Sul",
    ibge: "50",
    capital: { name: "Campo Grande", ibge: "5002704" },
    timeZone: "America/Campo_Grande",
    ceps: [[79000, 79999]],
  },
  MT: {
    name: "Mato Grosso",
    ibge: "51",
    capital: { name: "Cuiabá", ibge: "5103403" },
    timeZone: "America/Cuiaba",
    ceps: [[78000, 78899]],
  },
  GO: {
    name: "Goiás",
    ibge: "52",
    capital: { name: "Goiânia", ibge: "5208707" },
    timeZone: SAO_PAULO,
    ceps: [
      [73700, 76799],
      [72800, 72999],
    ],
  },
  DF: {
    name: "Distrito Federal",
    ibge: "53",
    capital: { name: "Brasília", ibge: "5300108" },
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

/** IBGE code of a municipality by name and state, for capitals alone: the others are not in our data. */
export function cityCodeOf(city: string, state: BrazilState): string | undefined {
  const { capital } = BRAZIL_STATES[state];
  return foldName(city) === foldName(capital.name) ? capital.ibge : undefined;
}

/** A name without accents and capitals: `SAO PAULO` is `São Paulo`. */
function foldName(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}
