import type { ArgumentIssue, OwnError } from "@codespar/backend/ports";

/** The cause's number (doc: developers/es/support/37026 for `transaction_amount`; for other arguments unverified). */
const CAUSE = "4037";

/** Mercado Pago's error for an argument: `bad_request` with one cause. */
export function describeMercadopagoArgument(
  _tool: string,
  { path, problem }: Pick<ArgumentIssue, "path" | "problem">,
): OwnError & { code: string } {
  const message = problem === "missing" ? `${path} attribute can't be null` : `Invalid ${path}`;
  return { code: CAUSE, message };
}
