import type { Json, ToolError, ToolResult } from "@codespar/contract";
import { type ApiErrorBody, apiError, describeError } from "../../platform/api-error.ts";
import { timestamp } from "../../platform/time.ts";
import type { NewOperation, Operation, StoredResponse } from "../../store/operation.ts";

type Ended = { provider: string | null; now: number };

function resultBase(operation: NewOperation, { provider, now }: Ended) {
  return {
    tool_call_id: operation.id,
    tool: operation.tool,
    server: operation.server,
    provider,
    duration_ms: now - operation.createdAt,
    called_at: timestamp(operation.createdAt),
    replayed: false,
  };
}

/** The response of a call that did what was asked. */
export function successResult(operation: NewOperation, ended: Ended, data: Json): StoredResponse {
  const { tool_call_id, tool, server, provider, ...rest } = resultBase(operation, ended);
  const result: ToolResult = {
    tool_call_id,
    tool,
    server,
    provider,
    success: true,
    data,
    error: null,
    ...rest,
  };
  return { status: 200, body: JSON.stringify(result) };
}

/** The response of a call that was refused for a business reason. */
export function refusalResult(operation: NewOperation, ended: Ended, error: ToolError): StoredResponse {
  const { tool_call_id, tool, server, provider, ...rest } = resultBase(operation, ended);
  const result: ToolResult = {
    tool_call_id,
    tool,
    server,
    provider,
    success: false,
    data: null,
    error,
    ...rest,
  };
  return { status: 200, body: JSON.stringify(result) };
}

/** The response of a call that may or may not have happened. */
export function unknownResult(operation: NewOperation, provider: string): StoredResponse {
  return failureResult(
    apiError(
      "outcome_unknown",
      `${provider} may or may not have done ${operation.tool}. Repeat the call with the same idempotency key, or call toolCalls.reconcile with it.`,
      { tool_call_id: operation.id, idempotency_key: operation.key },
    ).body,
  );
}

/** The response of a call that did not happen. */
export function failureResult(body: ApiErrorBody): StoredResponse {
  return { status: body.status, body: JSON.stringify(body) };
}

/** The stored response as the wire has it now. */
export function readResult(
  operation: Operation,
  requestId: string,
  replayed: boolean,
): { status: number; body: string } | undefined {
  const { response } = operation;
  if (response === null) return undefined;
  if (response.status === 200) {
    return {
      status: 200,
      body: replayed ? JSON.stringify({ ...JSON.parse(response.body), replayed: true }) : response.body,
    };
  }
  const body: ApiErrorBody = JSON.parse(response.body);
  return { status: response.status, body: JSON.stringify(describeError(body, requestId)) };
}
