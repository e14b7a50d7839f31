import type { Issue, ToolFailure } from "@codespar/contract";
import { isError } from "@codespar/contract";
import { CodeSparError } from "../errors/codespar-error.ts";
import { redact } from "../errors/redact.ts";
import { checkFirst, errorGuidance, type FailureStatus, type Guidance } from "./error-guidance.ts";

/** What a model is told when a call gave no result. */
export interface AgentFailure {
  status: FailureStatus;
  code: string;
  message: string;
  /** Whether the model may make the same call again. */
  retryable: boolean;
  /** What to do next, in words for a model. */
  next: string;
  issues?: Issue[] | undefined;
  suggestions?: string[] | undefined;
  provider?: string | undefined;
  provider_code?: string | undefined;
  /** The rejected document, which `codespar_invoice` gets. */
  invoice_id?: string | undefined;
  tool_call_id?: string | undefined;
  /** With `unknown`: what `codespar.toolCalls.reconcile` takes. */
  idempotency_key?: string | undefined;
  approval_id?: string | undefined;
  expires_at?: string | undefined;
  resets_at?: string | undefined;
  upgrade_url?: string | undefined;
  rule?: string | undefined;
  limit?: number | undefined;
}

// Fields of an error that help a model or its person; the others are for the log.
const details = [
  "issues",
  "suggestions",
  "tool_call_id",
  "idempotency_key",
  "approval_id",
  "expires_at",
  "resets_at",
  "upgrade_url",
  "rule",
  "limit",
] as const;

/** The failure that a thrown error is for a model. */
export function describeFailure(error: unknown): AgentFailure {
  if (!CodeSparError.isInstance(error)) return describeSurprise(error);
  const { code, message } = error;
  const step: Partial<Guidance> = errorGuidance[code] ?? {};
  const failure: AgentFailure = {
    status: step.status ?? "failed",
    code,
    message,
    // A repetition by a model is a new call with a new key, so what may have happened must not be repeated.
    retryable: step.retryable ?? error.retryable,
    next:
      step.next ?? (error.retryable ? "Try again in a moment." : "Do not repeat the call. Tell your person."),
  };
  const fields: Record<string, unknown> = { ...error };
  for (const detail of details) {
    const value = fields[detail];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    Object.assign(failure, { [detail]: value });
  }
  return failure;
}

/** The failure that a business refusal is for a model. */
export function describeRefusal({ error, provider, tool_call_id }: ToolFailure): AgentFailure {
  return {
    status: "refused",
    code: error.code,
    message: error.message,
    retryable: false,
    next: "This is the provider's response: the same call would be refused again. Tell your person why, or offer another way.",
    ...(provider === null ? {} : { provider }),
    ...(error.provider_code === undefined ? {} : { provider_code: error.provider_code }),
    ...(error.invoice_id === undefined ? {} : { invoice_id: error.invoice_id }),
    tool_call_id,
  };
}

function describeSurprise(error: unknown): AgentFailure {
  const message = redact(isError(error) ? error.message : String(error));
  return {
    status: "unknown",
    code: "unexpected_error",
    message: `The call could not be carried out: ${message}`,
    retryable: false,
    next: checkFirst,
  };
}
