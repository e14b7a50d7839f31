import type { ToolResult } from "@codespar/contract";
import type { RequestOptions } from "../api/request-options.ts";
import type { Runtime } from "../runtime.ts";
import type { LoopJournal } from "./loop-journal.ts";
import type { RunStep } from "./loop-options.ts";

/** What every part of a running loop needs. */
export interface LoopContext {
  id: string;
  runtime: Runtime;
  journal: LoopJournal;
  runStep: RunStep;
  signal: AbortSignal | undefined;
  execute(call: { name: string; arguments: object }, options: RequestOptions): Promise<ToolResult>;
}
