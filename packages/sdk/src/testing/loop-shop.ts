import type { ToolResult } from "@codespar/contract";
import { createWireError } from "../errors/create-api-error.ts";
import type { LoopContext } from "../loop/loop-context.ts";
import type { LoopOptions } from "../loop/loop-options.ts";
import { runLoop } from "../loop/run-loop.ts";
import { result as anyResult } from "./answers.ts";
import { fakeRuntime } from "./fake-runtime.ts";

type Answer = ToolResult | Error;
interface Made {
  name: string;
  arguments: object;
  key: string | undefined;
}

/** A shop whose tools answer as told, by tool name, else with success. */
export function shop(answers: Record<string, Answer[]> = {}) {
  const made: Made[] = [];
  const { runtime, settle, waits } = fakeRuntime();
  const execute: LoopContext["execute"] = async ({ name, arguments: args }, { idempotencyKey, signal }) => {
    signal?.throwIfAborted();
    made.push({ name, arguments: args, key: idempotencyKey });
    const answer = answers[name]?.shift() ?? success(name);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const run = (options: LoopOptions) => settle(runLoop({ execute, runtime }, options));
  return { made, run, waits, names: () => made.map(({ name }) => name) };
}

/** What a tool answers that does what it is asked. */
export function success(tool: string): ToolResult {
  return { ...anyResult, tool, data: { payment_id: `${tool}_1` } };
}

/** A business refusal. */
export const declined: ToolResult = {
  ...success("codespar_pay"),
  success: false,
  data: null,
  error: { code: "card_declined", message: "Declined." },
};
/** What may pass. */
export const down = () => wire("provider_unavailable", 503, true);
/** What stays as it is. */
export const invalid = () => wire("invalid_arguments", 400, false);

/** An error as the API answers it. */
export function wire(error: string, status: number, retryable: boolean, headers = {}) {
  return createWireError({ error, message: `It is ${error}.`, retryable }, { status, headers });
}

/** A step that calls `tool_<id>`. */
export const step = (id: string, more: object = {}) => ({ id, name: `tool_${id}`, arguments: {}, ...more });
/** Calls `undo_<id>`. */
export const undo = (id: string) => () => ({ name: `undo_${id}`, arguments: { id } });
