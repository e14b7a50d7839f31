import type { Credentials } from "@codespar/backend/ports";
import type { ConnectorDefinition } from "@codespar/providers/connect";
import type { Terminal } from "../cli/terminal.ts";
import { UsageError } from "../cli/usage-error.ts";
import type { Environment } from "../config/environment.ts";

/** The variable that a credential can be in, such as `ASAAS_API_KEY`. */
export function credentialVariable(provider: string, field: string): string {
  return `${provider}_${field}`.toUpperCase().replaceAll("-", "_");
}

/** Test credentials from the environment, or from the person at the terminal, whose typing is not shown. */
export async function readCredentials(
  { id, credentials: fields }: Pick<ConnectorDefinition, "credentials" | "id">,
  environment: Environment,
  { askHidden }: Pick<Terminal, "askHidden">,
): Promise<Credentials> {
  const credentials: Record<string, string> = {};
  for (const { name, label, required = true } of fields) {
    const variable = credentialVariable(id, name);
    const given = environment[variable];
    if (given !== undefined && given !== "") credentials[name] = given;
    else if (required) {
      if (askHidden === undefined) {
        throw new UsageError(`${variable} is missing: the ${label} of ${id}'s test environment.`);
      }
      credentials[name] = (await askHidden(`${label} of ${id}'s test environment (not shown): `)).trim();
    }
  }
  return credentials;
}
