import { CodeSparError } from "../errors/codespar-error.ts";

/** Of a step that happened in an earlier run, and whose result is no longer kept. */
export const resultErasedCode = "step_result_erased";

/** The other is of an OutcomeUnknownError, and of what is thrown in the place of a step that a durable engine gave up on. */
const codes: ReadonlySet<string> = new Set(["outcome_unknown", resultErasedCode]);

/** Whether a step that failed so may have happened: undoing those before it would leave it behind, alone. */
export function undoesNothing(error: unknown): boolean {
  return CodeSparError.isInstance(error) && codes.has(error.code);
}
