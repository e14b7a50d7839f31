import type { ToolResult } from "@codespar/contract";
import { APIError } from "../errors/api-error.ts";
import type { CodeSparError } from "../errors/codespar-error.ts";
import { createWireError } from "../errors/create-api-error.ts";

/** How a step's call ended for good, as JSON, so that a durable engine can record it. */
export type StepOutcome = { result: ToolResult; attempts: number } | { error: WireFields; attempts: number };

interface WireFields {
  error: string;
  message: string;
  [field: string]: unknown;
}

/** A failure that would be the same next time, as JSON; undefined for one that may pass. */
export function toFinalFailure(error: unknown): WireFields | undefined {
  if (!(error instanceof APIError) || error.retryable) return undefined;
  return { ...error, error: error.code, message: error.message };
}

/** The error that `toFinalFailure` made JSON of. */
export function toError(fields: WireFields): CodeSparError {
  return createWireError(fields);
}
