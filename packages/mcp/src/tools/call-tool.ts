import {
  type AgentOptions,
  type AgentSession,
  canonicalJson,
  describeFailure,
  failed,
  type ModelToolCall,
  runToolCall,
  type ToolCallOutcome,
} from "@codespar/sdk/agent";
import {
  type CallToolRequest,
  type CallToolResult,
  type ClientCapabilities,
  type InputRequiredResult,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from "@modelcontextprotocol/server";
import type { ApprovalQuestions } from "../approvals/approval-questions.ts";
import { canElicit, declinedByPerson, elicitApproval, readApproval } from "../approvals/elicit-approval.ts";
import type { McpOptions } from "../options.ts";
import { isSessionOver } from "../sessions/is-session-over.ts";
import { convertToolCall } from "./convert-tool-call.ts";
import { convertToolResult } from "./convert-tool-result.ts";
import { reportProgress } from "./report-progress.ts";
import type { ToolListCache } from "./tool-list-cache.ts";

/** What a server serves calls with, shared by its connections. */
export interface CallContext {
  toolList: ToolListCache;
  questions: ApprovalQuestions;
  options: McpOptions;
}

/** Handles `tools/call`. */
export async function callTool(
  { toolList, questions, options }: CallContext,
  { params }: CallToolRequest,
  context: ServerContext,
  capabilities: ClientCapabilities | undefined,
): Promise<CallToolResult | InputRequiredResult> {
  const { mcpReq } = context;
  const shown = { tool: params.name, arguments: canonicalJson(params.arguments ?? {}) };
  const question = questions.take(shown, context);
  const answer = readApproval(context);
  const canAsk = canElicit(context, capabilities);
  if (answer !== undefined && (question === undefined || !canAsk)) {
    // only the client that was asked can respond
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      "inputResponses answer no question of this server",
    );
  }
  if (answer === "declined") return convertToolResult(failed(declinedByPerson));
  const approved = answer === "approved" ? question?.approvalId : undefined;
  const call = convertToolCall(params, mcpReq._meta, question?.idempotencyKey);
  const result = await callSafely(toolList, call, {
    signal: mcpReq.signal,
    timeoutMs: options.timeoutMs,
    maxResultChars: options.maxResultChars,
    onEvent: reportProgress(context),
    approve: approved === undefined ? undefined : approveBy(options, approved),
  });
  if (!result.ok && result.failure.code === "unknown_tool") {
    // The protocol has an error of its own for this.
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, result.failure.message, result.failure);
  }
  const approvalId = heldBackBy(result);
  // A yes is good for the approval that the person saw, and for no other.
  const asks = approvalId !== undefined && approvalId !== approved && options.approve !== undefined;
  if (result.ok || !asks || !canAsk) return convertToolResult(result);
  const state = await questions.put({ ...shown, approvalId, idempotencyKey: call.idempotencyKey }, context);
  return elicitApproval(result.failure, call.name, call.arguments, state);
}

function heldBackBy(result: ToolCallOutcome): string | undefined {
  return !result.ok && result.failure.status === "approval_required" ? result.failure.approval_id : undefined;
}

async function callSafely(
  toolList: ToolListCache,
  call: ModelToolCall,
  options: AgentOptions,
): Promise<ToolCallOutcome> {
  try {
    const allowedTools = (await toolList.list()).map(({ name }) => name);
    return await callOnAnySession(toolList, call, { ...options, allowedTools });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    // No session could be had, or the key was refused.
    return failed(describeFailure(error));
  }
}

/** Under one key on whatever session there is: what a stale session refused was not done. */
async function callOnAnySession(toolList: ToolListCache, call: ModelToolCall, options: AgentOptions) {
  const session: AgentSession = await toolList.source.current();
  const answer = await runToolCall(session, call, options);
  if (answer.ok || !isSessionOver(answer.failure)) return answer;
  const next = await toolList.replace(session);
  return next === undefined ? answer : runToolCall(next, call, options);
}

function approveBy({ approve }: McpOptions, approvalId: string): AgentOptions["approve"] {
  if (approve === undefined) return undefined;
  return async (request) => {
    if (request.approval_id !== approvalId) return false;
    await approve(request);
    return true;
  };
}
