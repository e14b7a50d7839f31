import type { ToolResult } from "@codespar/contract";
import type { RequestOptions } from "../api/request-options.ts";
import type { Runtime } from "../runtime.ts";
import type { JournalEntry } from "./loop-journal.ts";
import type { RunStep } from "./loop-options.ts";

/** What every part of a running loop needs. */
export interface LoopContext {
  id: string;
  runtime: Runtime;
  /** Writes to the loop's journal. */
  append(entry: JournalEntry): Promise<void>;
  runStep: RunStep;
  signal: AbortSignal | undefined;
  execute(call: { name: string; arguments: object }, options: RequestOptions): Promise<ToolResult>;
}
