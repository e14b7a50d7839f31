import { CodeSparError } from "../errors/codespar-error.ts";
import { redact } from "../errors/redact.ts";

/** An error as JSON, in the form of the API's error bodies. */
export interface ErrorFields {
  error: string;
  message: string;
  [field: string]: unknown;
}

export function toErrorFields(error: unknown): ErrorFields {
  const { code, message }: { code?: unknown; message?: unknown } = Object(error);
  return {
    ...(CodeSparError.isInstance(error) ? error : {}),
    error: typeof code === "string" ? code : "step_failed",
    message: redact(String(message ?? error)),
  };
}
