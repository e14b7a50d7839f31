import { findConnector } from "../trial/find-connector.ts";
import { readCredentials } from "../trial/read-credentials.ts";
import { openTrial } from "../trial/trial-world.ts";
import type { CommandInput } from "./command-input.ts";

/** Centavos that are small and that providers take: Asaas takes no charge below R$ 5,00. */
const amount = 500;
/** A CPF whose check digits are right and that belongs to nobody. */
const customer = { name: "Teste CodeSpar", document: "111.444.777-35", email: "teste@example.com" };

/**
 * `smoke PROVIDER`: makes one Pix in the provider's own test environment, finds it, and cancels it. Live credentials are refused
 * before anything is sent.
 */
export async function smoke({ command, config, environment, terminal }: CommandInput): Promise<void> {
  const definition = findConnector("smoke", command.operands);
  const { id } = definition;
  const credentials = await readCredentials(definition, environment, terminal);
  const baseUrl = config.providers.testAddresses.get(id);
  const trial = await openTrial({ definition, credentials, baseUrl });
  terminal.print(`${id}, test environment at ${baseUrl ?? definition.hosts.test}`);
  const made = await trial.pay({
    method: "pix",
    amount,
    currency: "BRL",
    customer,
    description: "CodeSpar smoke",
  });
  terminal.print(`  made       ${made.payment_id}, R$ 5,00, ${made.status}`);
  try {
    const shown = await trial.pay({ action: "get", payment_id: made.payment_id });
    if (shown.amount !== amount)
      throw new Error(`${id} shows ${shown.amount} centavos instead of ${amount}.`);
    terminal.print(`  read back  ${shown.status}, ${shown.amount} centavos`);
    const found = await trial.findLastEffect();
    terminal.print(`  looked up  ${describeFound(found)}`);
    if (found === "never") throw new Error(`${id} says that the charge was never made.`);
    const cancelled = await trial.pay({ action: "cancel", payment_id: made.payment_id });
    terminal.print(`  cancelled  ${cancelled.status}`);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new Error(`${problem} The charge ${made.payment_id} may still be open there: cancel it by hand.`);
  }
}

function describeFound(found: "done" | "never" | "unknown"): string {
  switch (found) {
    case "done":
      return "found by CodeSpar's reference, as after a lost response";
    case "never":
      return "not found";
    case "unknown":
      return "not by reference: after a lost response it would stay unknown until its webhook";
  }
}
