import { type JsonObject, suggest } from "@codespar/contract";
import { isRepeatableCall } from "../api/read-tool-call.ts";
import type { RequestOptions } from "../api/request-options.ts";
import { systemRuntime } from "../runtime.ts";
import type { AgentOptions, AgentSession, ModelToolCall } from "./agent-options.ts";
import { deriveIdempotencyKey } from "./derive-idempotency-key.ts";
import type { AgentFailure } from "./describe-failure.ts";
import { errorGuidance } from "./error-guidance.ts";
import { parseArguments } from "./parse-arguments.ts";
import { decodeNames } from "./property-names.ts";

export interface PreparedCall {
  input: { name: string; arguments: JsonObject };
  options: RequestOptions;
}

/** What to send for a model's call, or why nothing is sent. */
export function prepareCall(
  session: Pick<AgentSession, "id">,
  call: ModelToolCall,
  { allowedTools, idempotencyScope, signal, timeoutMs }: AgentOptions,
): PreparedCall | { failure: AgentFailure } {
  signal?.throwIfAborted();
  if (allowedTools !== undefined && !allowedTools.includes(call.name)) {
    return { failure: unknownTool(call.name, allowedTools) };
  }
  if (call.incomplete === true) {
    return {
      failure: refuse("invalid_arguments", `${call.name} was not called: its arguments are not whole.`),
    };
  }
  const parsed = parseArguments(call.arguments);
  if (!parsed.ok)
    return { failure: refuse("invalid_arguments", `${call.name} was not called. ${parsed.message}`) };
  // the six are ours, and their names fit
  const args = call.name.startsWith("codespar_") ? parsed.arguments : decodeNames(parsed.arguments);
  return {
    input: { name: call.name, arguments: args },
    options: {
      signal,
      timeoutMs,
      idempotencyKey: getKey(call, args, idempotencyScope ?? session.id),
    },
  };
}

function getKey(
  { id, name, occurrence, idempotencyKey }: ModelToolCall,
  args: JsonObject,
  scope: string,
): string {
  if (idempotencyKey !== undefined) return idempotencyKey;
  // What only reads is read again: under the key of an earlier call it would be what was there then.
  if (id === undefined || isRepeatableCall(name, args)) return systemRuntime.uuid();
  return deriveIdempotencyKey(scope, { id, name, arguments: args, occurrence });
}

function unknownTool(name: string, allowedTools: readonly string[]): AgentFailure {
  const suggestions = suggest(name, allowedTools);
  const hint = suggestions.length > 0 ? ` Perhaps ${suggestions.join(" or ")}.` : "";
  return {
    ...refuse("unknown_tool", `You have no tool "${name.slice(0, 64)}".${hint}`),
    suggestions: suggestions.length > 0 ? suggestions : [...allowedTools],
  };
}

function refuse(code: "invalid_arguments" | "unknown_tool", message: string): AgentFailure {
  return {
    status: "failed",
    code,
    message,
    retryable: errorGuidance[code]?.retryable ?? false,
    next: errorGuidance[code]?.next ?? "",
  };
}
