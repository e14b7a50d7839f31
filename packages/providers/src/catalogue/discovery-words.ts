import type { DiscoveryWords } from "@codespar/backend/ports";
import type { ProviderDefinition } from "./define-provider.ts";

/** What people call these providers and their tools, for `createBackend`. */
export function discoveryWords(definitions: readonly ProviderDefinition[]): DiscoveryWords {
  return {
    nicknames: Object.fromEntries(definitions.map(({ id, nicknames = [] }) => [id, nicknames])),
    toolKeywords: Object.assign({}, ...definitions.map(({ keywords }) => keywords)),
  };
}
