import { type Risk, riskOf } from "@codespar/sdk/agent";

const risky: ReadonlySet<Risk> = new Set<Risk>(["moves_money", "fiscal"]);

/** Whether a person should be asked before this call: it moves money or issues a document. Reading a payment does not. */
export function asksFirst(name: string, risk: Risk, input: unknown): boolean {
  return risky.has(riskOf(name, input) ?? risk);
}
