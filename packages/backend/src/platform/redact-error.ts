import { isError, redact } from "@codespar/contract";

/** An error as it may be logged: its message and stack, without what must not be printed. */
export function redactError(error: unknown, depth = 5): Error {
  if (!isError(error)) return new Error(redact(String(error)));
  const clean = new Error(redact(error.message));
  clean.name = error.name;
  if (error.stack !== undefined) clean.stack = redact(error.stack);
  if (error.cause !== undefined && depth > 0) clean.cause = redactError(error.cause, depth - 1);
  return clean;
}
