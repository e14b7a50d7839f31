import { UsageError } from "../cli/usage-error.ts";
import type { CommandInput } from "./command-input.ts";

/** A command whose turn is to come: says so instead of doing half of it. */
export async function notYet({ command }: CommandInput): Promise<void> {
  throw new UsageError(`${command.name} is not in this version of the gateway.`);
}
