import type { Json } from "@codespar/contract";

/** A connector puts the operation's id in front of what the caller wrote. */
const pattern = /^(?:tc_[0-9a-z]+(?:\.\d+)?-)?sandbox:(.*)$/s;

/**
 * What follows `sandbox:` in a text that the caller chose, such as a reference: `sandbox:never_pays` gives
 * `never_pays`. Undefined for every other value. The words are listed in docs/guides/sandbox-magic.
 */
export function readMagic(value: Json | undefined): string | undefined {
  return typeof value === "string" ? pattern.exec(value)?.[1] : undefined;
}
