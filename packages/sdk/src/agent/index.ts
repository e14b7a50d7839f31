export type {
  Json,
  JsonObject,
  JsonObjectSchema,
  JsonSchema,
  Risk,
  Tool,
  ToolResult,
  ToolSuccess,
} from "@codespar/contract";
export { isLoopbackHostname, riskOf, suggest } from "@codespar/contract";
export { checkKnownOptions, type OptionNames } from "../api/request-options.ts";
export {
  type AgentOptions,
  type AgentSession,
  type ApprovalRequest,
  agentOptionNames,
  type ModelToolCall,
} from "./agent-options.ts";
export { anySignal } from "./any-signal.ts";
export { canonicalJson } from "./canonical-json.ts";
export { countOccurrences, occurrenceCounter } from "./count-occurrences.ts";
export { type CallIdentity, deriveIdempotencyKey } from "./derive-idempotency-key.ts";
export { type AgentFailure, describeFailure, describeRefusal } from "./describe-failure.ts";
export { needsApproval } from "./needs-approval.ts";
export { dropNulls, type ParsedArguments, parseArguments } from "./parse-arguments.ts";
export { toPortableTool } from "./portable-tool.ts";
export { decodeName, encodeName } from "./property-names.ts";
export { runToolCall, streamToolCall } from "./run-tool-call.ts";
export { selectTools, type ToolSelection } from "./select-tools.ts";
export { failed, isError, succeeded, type ToolCallOutcome } from "./tool-call-outcome.ts";
export { defaultMaxResultChars, truncateResult } from "./truncate-result.ts";
