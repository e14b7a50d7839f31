import { isRepeatable, type Risk } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { ApiError, apiError } from "../../platform/api-error.ts";
import { StoreFailure } from "../../ports/store-failure.ts";
import { LeaseLost } from "./lease.ts";

export interface DoubtfulCall {
  tool: string;
  /** The idempotency key. */
  key: string;
  /** Absent when it is not known whether the operation began. */
  operationId?: string | undefined;
  risk: Risk;
}

/**
 * Does work after which the call may have happened. When the work breaks, for instance because the store does not take the
 * end, that is no failure: the caller hears `outcome_unknown`, and the repetition under the same key finds out.
 */
export async function inDoubt<Result>(
  context: Pick<BackendContext, "reportError">,
  { tool, key, operationId, risk }: DoubtfulCall,
  work: Promise<Result>,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const hasNotBegun = operationId === undefined && error instanceof StoreFailure && error.hadNoEffect;
    if (hasNotBegun || error instanceof ApiError || error instanceof LeaseLost || isRepeatable(risk))
      throw error;
    context.reportError(error);
    throw apiError(
      "outcome_unknown",
      `Something went wrong here, and ${tool} may or may not have been done. Repeat the call with the same idempotency key, or call toolCalls.reconcile with it.`,
      { ...(operationId === undefined ? {} : { tool_call_id: operationId }), idempotency_key: key },
    );
  }
}
