import type { ToolCallDetail, ToolResult } from "@codespar/contract";
import { createWireError } from "../errors/create-api-error.ts";
import type { LoopContext } from "../loop/loop-context.ts";
import type { LoopOptions } from "../loop/loop-options.ts";
import { runLoop } from "../loop/run-loop.ts";
import { fakeRuntime } from "./fake-runtime.ts";
import { result as anyResult } from "./responses.ts";

type Reply = ToolResult | Error;
interface Made {
  name: string;
  arguments: object;
  key: string | undefined;
}

/** A shop whose tools respond as told, by tool name, else with success; `log` has the calls that it knows by their key. */
export function shop(
  responses: Record<string, Reply[]> = {},
  log: Record<string, ToolCallDetail | Error> = {},
) {
  const made: Made[] = [];
  const { runtime, settle, waits } = fakeRuntime();
  const execute: LoopContext["execute"] = async ({ name, arguments: args }, { idempotencyKey, signal }) => {
    signal?.throwIfAborted();
    made.push({ name, arguments: args, key: idempotencyKey });
    const response = responses[name]?.shift() ?? success(name);
    if (response instanceof Error) throw response;
    return response;
  };
  const asked: string[] = [];
  const reconcile: LoopContext["reconcile"] = async (key) => {
    asked.push(key);
    const found = log[key] ?? wire("not_found", 404, false);
    if (found instanceof Error) throw found;
    return found;
  };
  const run = (options: LoopOptions) => settle(runLoop({ execute, reconcile, runtime }, options));
  return { asked, made, run, waits, names: () => made.map(({ name }) => name) };
}

/** What a tool returns that does what it is asked. */
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
/** A call as the log has it. */
export function logged(status: ToolCallDetail["status"], tool: string, result: ToolResult | null) {
  const times = { called_at: "2026-04-01T00:00:00Z", completed_at: null, duration_ms: null };
  const detail: ToolCallDetail = {
    id: "tc_9",
    tool,
    server: "codespar",
    provider: "asaas",
    session_id: "ses_1",
    metadata: {},
    user_id: null,
    status,
    idempotency_key: "o/a",
    amount: null,
    currency: null,
    attempts: [],
    error: null,
    billed: true,
    ...times,
    arguments: null,
    result,
  };
  return detail;
}

/** What may pass. */
export const down = () => wire("provider_unavailable", 503, true);
/** What stays as it is. */
export const invalid = () => wire("invalid_arguments", 400, false);

/** An error as the API returns it. */
export function wire(error: string, status: number, retryable: boolean, headers = {}) {
  return createWireError(
    { error, message: `It is ${error}.`, retryable },
    { status, headers, request_id: "req_1" },
  );
}

/** A step that calls `tool_<id>`. */
export const step = (id: string, more: object = {}) => ({ id, name: `tool_${id}`, arguments: {}, ...more });
/** Calls `undo_<id>`. */
export const undo = (id: string) => () => ({ name: `undo_${id}`, arguments: { id } });
