import type { MetaToolData, MetaToolName, ToolResult } from "@codespar/contract";

/**
 * Results of the steps so far, by step id and by index. A step that was skipped has none but keeps its place,
 * so that indices do not shift.
 */
export interface PreviousResults {
  readonly [idOrIndex: string | number]: ToolResult | undefined;
}

/**
 * The data of an earlier step, typed by its tool: one payment, page or document, not a list of them.
 * @example arguments: (previous) => ({ payment_id: dataOf(previous, "pay", "codespar_pay").payment_id })
 */
export function dataOf<Name extends MetaToolName>(
  previous: PreviousResults,
  step: string | number,
  tool: Name,
): MetaToolData<Name> {
  const result = previous[step];
  if (result?.success !== true)
    throw new Error(`Step ${step} has no data: it was skipped or did not succeed.`);
  if (result.tool !== tool) throw new Error(`Step ${step} ran ${result.tool}, not ${tool}.`);
  // The tool's name, checked above, says what its data is.
  return result.data as unknown as MetaToolData<Name>;
}

/** Collects results; the object has no prototype, so a step may have any id. */
export function collectResults() {
  const results: Record<string | number, ToolResult | undefined> = Object.create(null);
  return {
    previous: results as PreviousResults,
    add(id: string, index: number, result: ToolResult | undefined) {
      results[index] = result;
      results[id] = result;
    },
  };
}
