import type { ArgumentIssue, OwnError } from "@codespar/backend/ports";

/** Stripe's error for an argument (docs.stripe.com/error-codes). That of a text's length has no code. */
export function describeStripeArgument(
  _tool: string,
  { path, problem, limit }: Pick<ArgumentIssue, "limit" | "path" | "problem">,
): OwnError & { param: string } {
  const param = bracketPath(path);
  switch (problem) {
    case "missing":
      return { code: "parameter_missing", param, message: `Missing required param: ${param}.` };
    case "unknown":
      return { code: "parameter_unknown", param, message: `Received unknown parameter: ${param}` };
    case "length":
      // unverified: the sentence is as its users quote it
      return { param, message: `Invalid string: ${param}; must be at most ${limit ?? "fewer"} characters` };
    case "range":
      return rangeError(path, param, limit);
    default:
      return { param, message: `Invalid ${param}` };
  }
}

function rangeError(path: string, param: string, limit = 0): OwnError & { param: string } {
  if (!/(?:^|\.)(?:unit_)?amount$/.test(path)) return { param, message: `Invalid ${param}` };
  return limit >= 99_999_999
    ? { code: "amount_too_large", param, message: `Amount must be no more than ${limit} minor units.` }
    : { code: "amount_too_small", param, message: `Amount must be at least ${limit} minor units.` };
}

function bracketPath(path: string): string {
  const [head = "", ...rest] = path.split(".");
  return `${head}${rest.map((key) => `[${key}]`).join("")}`;
}
