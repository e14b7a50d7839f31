import { BRAZIL_STATE_CODES, BRAZIL_STATES, type BrazilState, type BrazilStateRow } from "../brazil-state.ts";
import { pick } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";

/** A postal code of Brazil, eight bare digits inside the state's range. */
export function generateCep(random: RandomSource, state: BrazilState = "SP"): string {
  const [first, last] = BRAZIL_STATES[state].ceps[0];
  const head = String(first + random.integer(last - first + 1)).padStart(5, "0");
  return head + String(random.integer(1000)).padStart(3, "0");
}

/** A postal code of any state. */
export function generateAnyCep(random: RandomSource): string {
  return generateCep(random, pick(random, BRAZIL_STATE_CODES));
}

/** The state whose range holds a postal code (masked or bare), or undefined when none does. */
export function stateOfCep(cep: string): BrazilState | undefined {
  if (!/^\d{5}-?\d{3}$/.test(cep)) return undefined;
  const head = Number(cep.slice(0, 5));
  return BRAZIL_STATE_CODES.find((state) => {
    const { ceps }: BrazilStateRow = BRAZIL_STATES[state];
    return ceps.some(([first, last]) => first <= head && head <= last);
  });
}
