import type { CommandInput } from "./command-input.ts";
import { withBackend } from "./with-backend.ts";

/** `migrate`: brings the database to this version. Opening an SQLite file does. */
export async function migrate(input: CommandInput): Promise<void> {
  await withBackend(input, async () => {});
  input.terminal.print("The database is up to date.");
}
