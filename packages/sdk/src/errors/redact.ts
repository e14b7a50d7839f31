const rules: readonly (readonly [RegExp, string])[] = [
  // a bare prefix, as in "it begins with csk_live_.", reveals nothing
  [/\b(csk_live|csk_test|cssk_internal|whsec|[rs]k_live|[rs]k_test)_(?=[\w+/=-])[^\s"'`,;)}\]]+/g, "$1_***"],
  [/\b(Bearer|Basic) +[\w.~+/=-]{6,}/gi, "$1 ***"],
];

/** Masks API keys, webhook secrets and credentials of HTTP in a text. */
export function redact(text: string): string {
  return rules.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text);
}
