import { findServer, type JsonObject } from "@codespar/contract";
import type { Provider } from "../../ports/provider.ts";
import { ProviderRefusal } from "../../ports/provider-refusal.ts";
import { firstNativeIssue } from "./native-arguments.ts";

/**
 * Throws ProviderRefusal, in the provider's own words where they are known, for a native call that its tool's schema does not
 * take. What is no tool of the provider's is left to the provider.
 */
export function refuseUnfitArguments(provider: Provider, tool: string, args: JsonObject): void {
  const definition = provider.tools.find(({ name }) => name === tool);
  if (definition === undefined) return;
  const issue = firstNativeIssue(definition, args);
  if (issue === undefined) return;
  const own = provider.describeArgumentIssue?.(tool, issue, args);
  const name = provider.name ?? findServer(provider.id)?.name ?? provider.id;
  const refused = `${name} was not asked, nothing was done: ${tool} does not take ${issue.path || "these arguments"}. ${issue.message}`;
  throw new ProviderRefusal({
    code: "invalid_request",
    message:
      own === undefined ? refused : `${refused} ${name} would say: ${own.message.replace(/\.?$/, ".")}`,
    providerCode: own?.code,
  });
}
