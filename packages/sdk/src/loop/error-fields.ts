import { CodeSparError } from "../errors/codespar-error.ts";
import { createWireError } from "../errors/create-api-error.ts";

/** An error as JSON, in the form of the API's error bodies. */
export interface ErrorFields {
  error: string;
  message: string;
  [field: string]: unknown;
}

export function toErrorFields(error: unknown): ErrorFields {
  if (CodeSparError.isInstance(error)) return { ...error, error: error.code, message: error.message };
  if (typeof error !== "object" || error === null) return { error: "step_failed", message: String(error) };
  const code = "code" in error && typeof error.code === "string" ? error.code : "step_failed";
  const message = "message" in error ? String(error.message) : "It failed without saying why.";
  return { error: code, message };
}

export function fromErrorFields(fields: ErrorFields): CodeSparError {
  return createWireError(fields);
}
