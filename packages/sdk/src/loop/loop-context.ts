import type { ToolCallDetail, ToolResult } from "@codespar/contract";
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
  /** Whether a durable engine runs the steps: it may run one again that it has not recorded, however much later. */
  hasEngine: boolean;
  signal: AbortSignal | undefined;
  /** What became of the call that was made under a key; rejects with `not_found` when there was none. */
  reconcile(idempotencyKey: string, options: RequestOptions): Promise<ToolCallDetail>;
  execute(call: { name: string; arguments: object }, options: RequestOptions): Promise<ToolResult>;
}
