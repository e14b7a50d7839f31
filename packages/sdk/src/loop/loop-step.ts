import type { ToolResult } from "@codespar/contract";
import type { ToolArguments, ToolName } from "../tool-types.ts";
import type { PreviousResults } from "./previous-results.ts";

/** When to try a step again. */
export interface RetryPolicy {
  /** Attempts after the first one, on top of what the client does by itself. @default 0 */
  maxRetries?: number | undefined;
  /** How the wait grows, up to 8 s. @default "exponential" */
  backoff?: "exponential" | "linear" | undefined;
  /** The first wait. One that is longer than 8 s does not grow. @default 500 */
  baseDelayMs?: number | undefined;
}

/** A tool call that undoes a step. */
export interface Compensation {
  name: ToolName;
  arguments: object;
}

interface StepOf<Name extends string> {
  /** Names the step in results, journal and idempotency key. @default `step-<index>` */
  id?: string | undefined;
  name: Name;
  /** Arguments, or a function that makes them from the results so far. */
  arguments:
    | ToolArguments<Name>
    | ((previous: PreviousResults) => ToolArguments<Name> | Promise<ToolArguments<Name>>);
  /** Whether to run the step at all; a skipped step keeps its place. */
  when?: ((previous: PreviousResults) => boolean | Promise<boolean>) | undefined;
  /** How to undo the step when a later one fails; null when there is nothing to undo. */
  compensate?: ((result: ToolResult, previous: PreviousResults) => Compensation | null) | undefined;
  /** Instead of the loop's `retryPolicy`. */
  retry?: RetryPolicy | undefined;
}

/** One step of a loop: one tool call. */
export type LoopStep<Names extends string = string> = Names extends string ? StepOf<Names> : never;

/** A step with its defaults, whatever its tool. */
export interface ResolvedStep {
  id: string;
  index: number;
  name: string;
  arguments: object | ((previous: PreviousResults) => object | Promise<object>);
  when?: StepOf<string>["when"];
  compensate?: StepOf<string>["compensate"];
  retry: Required<{ [Key in keyof RetryPolicy]: NonNullable<RetryPolicy[Key]> }>;
}
