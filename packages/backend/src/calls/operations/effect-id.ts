import type { Operation } from "../../store/operation.ts";

/** The reason of an attempt that its provider says did not happen, and cannot happen any more under its id. */
export const notDone = "not_done";

/** How often providers have said of the operation that it did not happen. */
export function timesNotDone({ attempts }: Pick<Operation, "attempts">): number {
  return attempts.filter(({ reason }) => reason === notDone).length;
}

/**
 * The id under which a provider knows the operation: its own at first. Once a provider has promised that nothing can
 * happen under it, the next attempt has another, such as `tc_1.2`.
 */
export function getEffectId(operation: Pick<Operation, "attempts" | "id">): string {
  const times = timesNotDone(operation);
  return times === 0 ? operation.id : `${operation.id}.${times + 1}`;
}

/** The operation that a provider knows by this id. */
export function getOperationId(effectId: string): string {
  return effectId.replace(/\.\d+$/, "");
}
