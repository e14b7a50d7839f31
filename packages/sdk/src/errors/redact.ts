// a bare prefix, as in "it begins with csk_live_.", tells nothing
const secrets = /\b(csk_live|csk_test|cssk_internal|whsec)_(?=[\w+/=-])[^\s"'`,;)}\]]+/g;

/** Masks API keys and webhook secrets in a text. */
export function redact(text: string): string {
  return text.replace(secrets, "$1_***");
}

/** The cause itself, or a masked copy when its text holds a secret: a cause is printed with its error. */
export function redactCause(cause: unknown): unknown {
  if (typeof cause === "string") return redact(cause);
  if (!(cause instanceof Error)) return cause;
  const text = `${cause.message}${cause.stack ?? ""}`;
  if (redact(text) === text) return cause;
  const masked = new Error(redact(cause.message));
  masked.name = cause.name;
  masked.stack = redact(cause.stack ?? "");
  return masked;
}
