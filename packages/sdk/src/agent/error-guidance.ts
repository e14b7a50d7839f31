import type { ErrorCode } from "@codespar/contract";

/**
 * What became of a call that gave no result.
 * - `refused` a provider said no for a business reason, such as a declined card
 * - `failed` it did not happen
 * - `unknown` it may or may not have happened
 * - `approval_required` a person has to approve it first; no failure
 */
export type FailureStatus = "refused" | "failed" | "unknown" | "approval_required";

export interface Guidance {
  next: string;
  /** @default "failed" */
  status?: FailureStatus;
  /** For a model, when it differs from what holds for a program that repeats a call with its key. */
  retryable?: boolean;
}

const repair: Guidance = {
  next: "Nothing was done or billed. Correct what is named and make the call again.",
  retryable: true,
};

/** After a call that may have happened. */
export const checkFirst =
  "It may have happened. Do not make this call again, nor the like of it: it could happen twice. Check first whether it did, by a call that only reads, such as action get, or tell your person, who can ask codespar.toolCalls.reconcile with the idempotency_key.";

const waitForHost: Guidance = {
  next: "Nothing was done, and no call of this session can succeed. Tell your person that a new session is needed.",
};

/** What a model should do after each code. */
const steps: Partial<Record<ErrorCode, Guidance>> = {
  invalid_arguments: repair,
  invalid_request: repair,
  payload_too_large: { ...repair, next: "Nothing was done. Make the call again with shorter arguments." },
  unknown_tool: {
    next: "Nothing was done. Call one of your own tools instead; codespar_discover finds the right one.",
    retryable: false,
  },
  not_found: { next: "There is no such thing. Check the id or name and look it up again." },
  insufficient_scope: { next: "Nothing was done. Tell your person that this is not allowed here." },
  server_not_in_session: { next: "Nothing was done. Use a tool of one of this session's servers." },
  policy_denied: {
    next: "Nothing was done. Do not work around the limit. Tell your person which rule forbids it.",
  },
  plan_limit: { next: "Nothing was done. Tell your person that the plan has to be upgraded." },
  approval_required: {
    status: "approval_required",
    next: "Nothing was done yet. Ask your person to approve this call, and wait: do not repeat it before they say so.",
    retryable: false,
  },
  idempotency_conflict: {
    next: "Nothing was done: this call's id belongs to an earlier call with other arguments. Tell your person.",
  },
  session_closed: waitForHost,
  session_expired: waitForHost,
  quota_exceeded: {
    next: "Nothing was done, and no call succeeds before resets_at. Tell your person that the month's calls are used up.",
  },
  rate_limited: { next: "Nothing was done. Make the call again in a minute." },
  provider_unavailable: {
    next: "Nothing was done: every provider that could do it is down. Try again in a few minutes, or offer another way.",
  },
  // only of calls that read: of all others this is an unknown outcome
  internal_error: {
    next: "Nothing was changed. Make the call again once; if it fails again, tell your person.",
  },
  service_unavailable: {
    next: "Nothing was changed. Make the call again in a minute; if it fails again, tell your person.",
  },
  outcome_unknown: { status: "unknown", next: checkFirst, retryable: false },
};

/** By code, which may also be one that is not known yet. */
export const errorGuidance: Readonly<Record<string, Guidance | undefined>> = steps;
