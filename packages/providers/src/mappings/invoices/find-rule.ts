/**
 * The rule for a product code: one that names it whole, else the longest beginning that fits (`"61*"`), else `"*"`.
 * An item without a code takes `"*"`.
 */
export function findRule<Rule extends { codes: readonly string[] }>(
  rules: readonly Rule[] | undefined,
  code: string | undefined,
): Rule | undefined {
  let best: { rule: Rule; length: number } | undefined;
  for (const rule of rules ?? []) {
    for (const pattern of rule.codes) {
      const length = fit(pattern, code);
      if (length !== undefined && (best === undefined || length > best.length)) best = { rule, length };
    }
  }
  return best?.rule;
}

/** How well a pattern fits: the characters that it fixes, more than any beginning for a whole code. */
function fit(pattern: string, code: string | undefined): number | undefined {
  if (pattern === "*") return 0;
  if (code === undefined) return undefined;
  if (pattern === code) return Number.POSITIVE_INFINITY;
  return pattern.endsWith("*") && code.startsWith(pattern.slice(0, -1)) ? pattern.length : undefined;
}
