const staleCodes: ReadonlySet<unknown> = new Set(["session_expired", "session_closed"]);

/** Whether an error, or a failure, says that the session is over. Then nothing was done, and another session will do. */
export function isSessionOver(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && staleCodes.has(error.code);
}
