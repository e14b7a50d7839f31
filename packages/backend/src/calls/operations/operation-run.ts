import type { StreamEventBody } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import type { Operation } from "../../store/operation.ts";
import type { SessionRecord } from "../../store/store.ts";
import type { ToolPlan } from "../router/tool-plan.ts";
import type { FirstAttempt } from "./first-attempt.ts";

/** One operation under one lease: from its plan to its end, or to `unknown`. */
export interface OperationRun {
  context: BackendContext;
  operation: Operation;
  session: SessionRecord;
  plan: ToolPlan;
  /** The first candidate, when it was known before the operation began. */
  first?: FirstAttempt | undefined;
  /** What a stream shows while it runs. */
  emit(event: StreamEventBody): void;
}
