import type { StreamEventBody } from "@codespar/contract";
import type { ToolPlan } from "../router/tool-plan.ts";
import type { Services } from "../services.ts";
import type { Operation } from "../store/operation.ts";
import type { SessionRecord } from "../store/store.ts";

/** One operation under one lease: from its plan to its end, or to `unknown`. */
export interface OperationRun {
  services: Services;
  operation: Operation;
  session: SessionRecord;
  plan: ToolPlan;
  /** What a stream shows while it runs. */
  emit(event: StreamEventBody): void;
}
