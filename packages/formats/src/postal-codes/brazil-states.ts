/** IBGE code of each federal unit: `cUF` in DF-e keys and protocols. */
export const IBGE_STATE_CODES = {
  RO: "11",
  AC: "12",
  AM: "13",
  RR: "14",
  PA: "15",
  AP: "16",
  TO: "17",
  MA: "21",
  PI: "22",
  CE: "23",
  RN: "24",
  PB: "25",
  PE: "26",
  AL: "27",
  SE: "28",
  BA: "29",
  MG: "31",
  ES: "32",
  RJ: "33",
  SP: "35",
  PR: "41",
  SC: "42",
  RS: "43",
  MS: "50",
  MT: "51",
  GO: "52",
  DF: "53",
} as const;

export type BrazilState = keyof typeof IBGE_STATE_CODES;

// Object.keys forgets the literal type; the object above has no other keys.
export const BRAZIL_STATES = Object.keys(IBGE_STATE_CODES) as readonly BrazilState[];

/** The state with an IBGE code, or undefined. */
export function stateOfIbgeCode(code: string): BrazilState | undefined {
  return BRAZIL_STATES.find((state) => IBGE_STATE_CODES[state] === code);
}

/** Tells whether the text is the two-letter code of a Brazilian state. */
export function isBrazilState(text: string): text is BrazilState {
  return Object.hasOwn(IBGE_STATE_CODES, text);
}
