import type { JsonObject } from "@codespar/contract";

/** Variables by position as WhatsApp's template components take them; none, no component. */
export function bodyParameters(variables: readonly string[] = []): JsonObject[] {
  if (variables.length === 0) return [];
  return [{ type: "body", parameters: variables.map((text) => ({ type: "text", text })) }];
}

/** Variables by position as a map from `"1"`, `"2"` …, for providers that name them. */
export function numberedVariables(variables: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(variables.map((text, index) => [String(index + 1), text]));
}
