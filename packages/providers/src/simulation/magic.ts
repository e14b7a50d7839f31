import type { Json } from "@codespar/contract";

const PREFIX = "sandbox:";

/**
 * What follows `sandbox:` in a text that the caller chose, such as a reference: `sandbox:never_pays` gives
 * `never_pays`. Undefined for every other value. The words are listed in docs/guides/sandbox-magic.
 */
export function magicOf(value: Json | undefined): string | undefined {
  return typeof value === "string" && value.startsWith(PREFIX) ? value.slice(PREFIX.length) : undefined;
}
