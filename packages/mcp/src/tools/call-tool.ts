import {
  type AgentOptions,
  type AgentSession,
  answerToolCall,
  describeFailure,
  failed,
  type ModelToolCall,
  type ToolAnswer,
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
import {
  canAsk,
  declinedByPerson,
  elicitApproval,
  readApproval,
  readRound,
} from "../approvals/elicit-approval.ts";
import type { McpOptions } from "../options.ts";
import { isSessionOver } from "../sessions/is-session-over.ts";
import { convertToolCall } from "./convert-tool-call.ts";
import { convertToolResult } from "./convert-tool-result.ts";
import { reportProgress } from "./report-progress.ts";
import type { ToolListCache } from "./tool-list-cache.ts";

/** Answers `tools/call`. */
export async function callTool(
  toolList: ToolListCache,
  { params }: CallToolRequest,
  context: ServerContext,
  capabilities: ClientCapabilities | undefined,
  options: McpOptions,
): Promise<CallToolResult | InputRequiredResult> {
  const { mcpReq } = context;
  const answered = readApproval(context);
  if (answered === "declined") return convertToolResult(failed(declinedByPerson));
  const round = readRound(context);
  const approved = answered === "approved" ? round?.approvalId : undefined;
  const call = convertToolCall(params, mcpReq._meta, round?.idempotencyKey);
  const answer = await answerSafely(toolList, call, {
    signal: mcpReq.signal,
    timeoutMs: options.timeoutMs,
    maxResultChars: options.maxResultChars,
    onEvent: reportProgress(context),
    approve: approved === undefined ? undefined : approveBy(options, approved),
  });
  if (!answer.ok && answer.failure.code === "unknown_tool") {
    // The protocol has an error of its own for this.
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, answer.failure.message, answer.failure);
  }
  const isHeldBack = !answer.ok && answer.failure.status === "approval_required";
  // A yes is good for the approval that the person saw, and for no other.
  const asks = isHeldBack && answer.failure.approval_id !== approved && options.approve !== undefined;
  if (asks && canAsk(context, capabilities)) {
    return elicitApproval(answer.failure, call.name, call.arguments, call.idempotencyKey);
  }
  return convertToolResult(answer);
}

async function answerSafely(
  toolList: ToolListCache,
  call: ModelToolCall,
  options: AgentOptions,
): Promise<ToolAnswer> {
  try {
    const allowedTools = (await toolList.list()).map(({ name }) => name);
    return await answerOnAnySession(toolList, call, { ...options, allowedTools });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    // No session could be had, or the key was refused.
    return failed(describeFailure(error));
  }
}

/** Under one key on whatever session there is: what a stale session refused was not done. */
async function answerOnAnySession(toolList: ToolListCache, call: ModelToolCall, options: AgentOptions) {
  const session: AgentSession = await toolList.source.current();
  const answer = await answerToolCall(session, call, options);
  if (answer.ok || !isSessionOver(answer.failure)) return answer;
  const next = await toolList.replace(session);
  return next === undefined ? answer : answerToolCall(next, call, options);
}

function approveBy({ approve }: McpOptions, approvalId: string): AgentOptions["approve"] {
  if (approve === undefined) return undefined;
  return async (request) => {
    if (request.approval_id !== approvalId) return false;
    await approve(request);
    return true;
  };
}
