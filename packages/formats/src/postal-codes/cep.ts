import type { RandomSource } from "../random/random-source.ts";
import { pick } from "../random/random-text.ts";
import type { BrazilState } from "./brazil-states.ts";
import { BRAZIL_STATES } from "./brazil-states.ts";

/** First five digits, inclusive ranges (Correios). Postal codes have no check digit. */
const RANGES: Record<BrazilState, readonly (readonly [number, number])[]> = {
  AC: [[69900, 69999]],
  AL: [[57000, 57999]],
  AM: [
    [69000, 69299],
    [69400, 69899],
  ],
  AP: [[68900, 68999]],
  BA: [[40000, 48999]],
  CE: [[60000, 63999]],
  DF: [
    [70000, 72799],
    [73000, 73699],
  ],
  ES: [[29000, 29999]],
  GO: [
    [73700, 76799],
    [72800, 72999],
  ],
  MA: [[65000, 65999]],
  MG: [[30000, 39999]],
  MS: [[79000, 79999]],
  MT: [[78000, 78899]],
  PA: [[66000, 68899]],
  PB: [[58000, 58999]],
  PE: [[50000, 56999]],
  PI: [[64000, 64999]],
  PR: [[80000, 87999]],
  RJ: [[20000, 28999]],
  RN: [[59000, 59999]],
  RO: [[76800, 76999]],
  RR: [[69300, 69399]],
  RS: [[90000, 99999]],
  SC: [[88000, 89999]],
  SE: [[49000, 49999]],
  SP: [[1000, 19999]],
  TO: [[77000, 77999]],
};

/** A postal code of eight digits inside the state's range. */
export function generateCep(random: RandomSource, state: BrazilState = "SP"): string {
  const [first, last] = RANGES[state][0] ?? [1000, 19999];
  const head = String(first + random.integer(last - first + 1)).padStart(5, "0");
  return head + String(random.integer(1000)).padStart(3, "0");
}

/** A postal code of any state. */
export function generateAnyCep(random: RandomSource): string {
  return generateCep(random, pick(random, BRAZIL_STATES));
}

/** The state whose range holds a postal code (masked or bare), or undefined when none does. */
export function stateOfCep(cep: string): BrazilState | undefined {
  if (!/^\d{5}-?\d{3}$/.test(cep)) return undefined;
  const head = Number(cep.slice(0, 5));
  return BRAZIL_STATES.find((state) => RANGES[state].some(([first, last]) => first <= head && head <= last));
}

/** Writes a bare postal code as 00000-000. */
export function formatCep(cep: string): string {
  return `${cep.slice(0, 5)}-${cep.slice(5)}`;
}
