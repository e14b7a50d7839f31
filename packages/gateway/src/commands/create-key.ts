import { scopes } from "@codespar/contract";
import { UsageError } from "../cli/usage-error.ts";
import { findFirstOrganisation } from "../organisations/first-organisation.ts";
import type { CommandInput } from "./command-input.ts";
import { giveKey } from "./give-key.ts";
import { withBackend } from "./with-backend.ts";

/** `key create`: a further key for an organisation, shown once. */
export async function createKey(input: CommandInput): Promise<void> {
  const { command } = input;
  const named = command.text("scopes")?.split(",");
  await withBackend(input, async (backend, { store }) => {
    const organisation = command.text("organisation") ?? (await findFirstOrganisation(store));
    if (organisation === undefined) {
      throw new UsageError("There is no organisation yet. Start the gateway, or make one with org create.");
    }
    const made = await backend.organisations.createKey(organisation, {
      name: command.text("name"),
      scopes: named === undefined ? undefined : scopes.filter((scope) => named.includes(scope)),
    });
    if (made === undefined) throw new UsageError(`There is no organisation ${organisation.slice(0, 60)}.`);
    giveKey(input, made.key);
  });
}
