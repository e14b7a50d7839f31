import type { Json, JsonObject, ToolCallAttempt, ToolError } from "@codespar/contract";
import { redact } from "@codespar/contract";
import { eventJobs } from "../../events/create-deliveries.ts";
import { type ApiErrorBody, apiError } from "../../platform/api-error.ts";
import type { ProviderRefusal } from "../../ports/provider-refusal.ts";
import type { Operation, Settlement, StoredEvent } from "../../store/operation.ts";
import { providerDocuments } from "../../store/ownership.ts";
import { isSettled, toStatus } from "../../store/states.ts";
import { LeaseLost } from "./lease-and-doubt.ts";
import type { OperationRun } from "./operation-run.ts";
import { failureResult, refusalResult, successResult, unknownResult } from "./stored-results.ts";

/** What settling needs. */
type Ending = Pick<OperationRun, "operation" | "context">;

/** An unknown operation is asked for again after as long as it has been unknown already, within these milliseconds. */
const firstCheckMs = 60_000;
const longestCheckMs = 3_600_000;

/** The provider did it. */
export function settleSucceeded(
  run: Ending,
  provider: string | null,
  data: Json,
  attempts?: readonly ToolCallAttempt[],
): Promise<Operation> {
  const completedAt = run.context.clock.now();
  return settle(run, {
    state: "succeeded",
    completedAt,
    provider,
    error: null,
    response: successResult(run.operation, { provider, now: completedAt }, data),
    documents: provider === null ? [] : providerDocuments(run.operation, provider, data),
    attempts,
  });
}

/** The provider said no for a business reason. What it does not simulate, and what never left for it, costs nothing. */
export function settleRefused(
  run: Ending,
  provider: string,
  refusal: ProviderRefusal,
  { attempts, hasLeft = true }: { attempts?: readonly ToolCallAttempt[] | undefined; hasLeft?: boolean } = {},
): Promise<Operation> {
  const { code, message, providerCode, invoiceId } = refusal;
  const shown: ToolError = {
    code,
    message: redact(message),
    ...(providerCode === undefined ? {} : { provider_code: providerCode }),
    ...(invoiceId === undefined ? {} : { invoice_id: invoiceId }),
  };
  // providers quote what they were sent, and the log and its events are kept for longer than the call's arguments
  const error = { ...shown, message: `${provider} refused ${run.operation.tool}: ${code}.` };
  const completedAt = run.context.clock.now();
  return settle(run, {
    state: "refused",
    completedAt,
    provider,
    error,
    response: refusalResult(run.operation, { provider, now: completedAt }, shown),
    documents:
      invoiceId === undefined ? [] : providerDocuments(run.operation, provider, { invoice_id: invoiceId }),
    charge: hasLeft && code !== "not_simulated",
    attempts,
  });
}

/** Nothing happened, and the key is free again. */
export function settleFailed(
  run: Ending,
  body: ApiErrorBody,
  attempts?: readonly ToolCallAttempt[],
): Promise<Operation> {
  return settle(run, {
    state: "failed",
    provider: null,
    error: { code: body.error, message: loggedMessage(run.operation, body) },
    response: failureResult(body),
    documents: [],
    attempts,
  });
}

/** Who was tried is shown for as long as the log is kept; other messages may quote arguments. */
function loggedMessage({ tool }: Operation, { error, message }: ApiErrorBody): string {
  return error === "provider_unavailable" ? redact(message) : `${tool} was not done: ${error}.`;
}

/** The outcome is not known yet, for this reason; the provider is asked again later. */
export function settleUnknown(run: Ending, provider: string, reason?: string): Promise<Operation> {
  const { operation, context } = run;
  const now = context.clock.now();
  const waitMs = Math.min(Math.max(firstCheckMs, now - operation.createdAt), longestCheckMs);
  return settle(run, {
    state: "unknown",
    provider,
    error: { code: "outcome_unknown", message: `${provider} has not said what became of the call.` },
    response: unknownResult(operation, provider),
    documents: [],
    checkAt: now + waitMs,
    reason,
  });
}

/** The reason of an attempt whose end a person has stated. */
export const resolvedReason = "resolved";

/** A person says what became of the call. */
export function settleResolved(
  run: Ending,
  { outcome, by }: { outcome: "succeeded" | "failed"; by: string },
): Promise<Operation> {
  const { operation, context } = run;
  const { provider } = operation;
  if (outcome === "succeeded") {
    return settle(run, {
      state: "succeeded",
      provider,
      error: null,
      response: successResult(operation, { provider, now: context.clock.now() }, null),
      documents: [],
      reason: resolvedReason,
    });
  }
  const message = `${by} found that ${operation.tool} was not done. Nothing was done; try again.`;
  const providers = provider === null ? [] : [{ id: provider, reason: resolvedReason }];
  const { body } = apiError("provider_unavailable", message, { providers });
  return settle(run, {
    state: "failed",
    provider: null,
    error: { code: body.error, message: redact(body.message) },
    response: failureResult(body),
    documents: [],
    reason: resolvedReason,
  });
}

async function settle(
  run: Ending,
  settlement: Omit<Settlement, "completedAt" | "events"> & { completedAt?: number },
): Promise<Operation> {
  const { operation, context } = run;
  const { completedAt = context.clock.now() } = settlement;
  const events = settlement.state === "unknown" ? [] : [endEvent(run, settlement, completedAt)];
  const jobs = await Promise.all(events.map((event) => eventJobs(context, event, settlement.provider)));
  const settled = await context.store.settleOperation(operation.id, operation.lease, {
    ...settlement,
    completedAt,
    events,
    jobs: jobs.flat(),
  });
  // another worker holds the lease and is not done yet
  if (!isSettled(settled.state)) throw new LeaseLost();
  if (jobs.flat().length > 0) context.wake();
  return settled;
}

function endEvent(
  { operation, context }: Ending,
  { state, provider, error }: Pick<Settlement, "state" | "provider" | "error">,
  now: number,
): StoredEvent {
  const data: JsonObject = {
    tool_call_id: operation.id,
    tool: operation.tool,
    provider,
    status: toStatus(state),
    amount: operation.amount,
    currency: operation.currency,
    error: error === null ? null : { code: error.code, message: error.message },
  };
  return {
    id: context.ids.next("evt"),
    organisation: operation.organisation,
    type: state === "failed" ? "tool_call.failed" : "tool_call.completed",
    createdAt: now,
    sessionId: operation.sessionId,
    toolCallId: operation.id,
    metadata: operation.metadata,
    data: JSON.stringify(data),
  };
}
