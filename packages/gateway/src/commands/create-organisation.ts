import { planIds } from "@codespar/contract";
import type { CommandInput } from "./command-input.ts";
import { giveKey } from "./give-key.ts";
import { withBackend } from "./with-backend.ts";

/** `org create`: an organisation and its first key; without limits unless a plan is named. */
export async function createOrganisation(input: CommandInput): Promise<void> {
  const { command, terminal } = input;
  const plan = planIds.find((id) => id === command.text("plan")) ?? "enterprise";
  await withBackend(input, async (backend) => {
    const { organisation, apiKey } = await backend.organisations.create({
      plan,
      keyName: command.text("name") ?? "First key",
      livemode: !command.test,
    });
    terminal.complain(`made organisation ${organisation.id} (${command.test ? "test" : "live"}, ${plan}).`);
    giveKey(input, apiKey);
  });
}
