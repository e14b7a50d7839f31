import type { ToolCallDetail, ToolResult } from "@codespar/contract";
import { NotFoundError } from "../errors/api-errors.ts";
import { outcomeUnknown } from "../middleware/retry-or-unknown.ts";
import type { LoopContext } from "./loop-context.ts";

/** A call that was carried out; `result` is null once it is no longer kept. */
export interface EarlierCall {
  id: string;
  provider: string | null;
  result: ToolResult | null;
}

/**
 * The call that an earlier run has made under this key; undefined when nothing happened under it, or a repetition only joins
 * it. A key stands for its call for a day, and a loop may be picked up later, so the log is asked however old the key is.
 */
export async function findEarlierCall(
  { reconcile, signal }: Pick<LoopContext, "reconcile" | "signal">,
  tool: string,
  idempotencyKey: string,
): Promise<EarlierCall | undefined> {
  let call: ToolCallDetail;
  try {
    call = await reconcile(idempotencyKey, { signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    if (NotFoundError.isInstance(error) && error.code === "not_found") return undefined;
    throw outcomeUnknown({ tool, idempotencyKey }, error);
  }
  // the key of somebody else's call, which the backend refuses
  if (call.tool !== tool) return undefined;
  const { id, status, provider, result } = call;
  switch (status) {
    case "queued":
    case "running":
    case "failed":
      return undefined;
    case "refused":
      // nothing was done, so without its result it may be asked for again
      return result === null ? undefined : { id, provider, result };
    case "succeeded":
      return { id, provider, result };
    default:
      throw outcomeUnknown({ tool, idempotencyKey }, undefined, id);
  }
}
