import type { CommandInput } from "./command-input.ts";
import { withBackend } from "./with-backend.ts";

/** `migrate`: brings the database to this version, as a start does; for deployments where another role changes tables. */
export async function migrate(input: CommandInput): Promise<void> {
  await withBackend(input, async () => {});
  input.terminal.print("The database is up to date.");
}
