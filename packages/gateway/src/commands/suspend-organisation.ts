import { UsageError } from "../cli/usage-error.ts";
import type { CommandInput } from "./command-input.ts";
import { withBackend } from "./with-backend.ts";

/** `org suspend`: none of its keys works from the next request on, at whichever gateway. */
export function suspendOrganisation(input: CommandInput): Promise<void> {
  return setSuspended(input, true);
}

/** `org resume`: its keys work again. */
export function resumeOrganisation(input: CommandInput): Promise<void> {
  return setSuspended(input, false);
}

async function setSuspended(input: CommandInput, isSuspended: boolean): Promise<void> {
  const { command, terminal } = input;
  const organisation = command.text("organisation");
  if (organisation === undefined) throw new UsageError(`${command.name} needs --organisation org_….`);
  await withBackend(input, async (backend) => {
    if (!(await backend.organisations.setSuspended(organisation, isSuspended)))
      throw new UsageError(`There is no organisation ${organisation.slice(0, 60)}.`);
  });
  terminal.print(
    isSuspended
      ? `${organisation} is suspended. What it has begun is ended; its keys work again after org resume.`
      : `${organisation} works again.`,
  );
}
