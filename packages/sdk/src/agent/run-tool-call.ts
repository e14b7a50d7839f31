import type { Json, ToolResult } from "@codespar/contract";
import { ApprovalRequiredError, AuthenticationError } from "../errors/api-errors.ts";
import type { ToolCallEvent } from "../stream/tool-call-event.ts";
import type { AgentOptions, AgentSession, ModelToolCall } from "./agent-options.ts";
import { describeFailure, describeRefusal } from "./describe-failure.ts";
import { type PreparedCall, prepareCall } from "./prepare-call.ts";
import { failed, succeeded, type ToolCallOutcome } from "./tool-call-outcome.ts";
import { truncateResult } from "./truncate-result.ts";

/**
 * Carries out a model's tool call. It throws only what no model can fix:
 * the reason of the caller's own abort, and `AuthenticationError` for a refused API key.
 */
export async function runToolCall(
  session: AgentSession,
  call: ModelToolCall,
  options: AgentOptions = {},
): Promise<ToolCallOutcome> {
  if (options.onEvent !== undefined) return runToEnd(streamToolCall(session, call, options));
  const prepared = prepareCall(session, call, options);
  if ("failure" in prepared) return failed(prepared.failure);
  for (let asked = false; ; asked = true) {
    try {
      return toOutcome(await session.execute(prepared.input, prepared.options), options);
    } catch (error) {
      const response = await handleError(error, prepared, options, asked);
      if (response !== "approved") return response;
    }
  }
}

/** The same, giving the call's events as they happen, after `onEvent` has them; the generator returns the response. */
export async function* streamToolCall(
  session: AgentSession,
  call: ModelToolCall,
  options: AgentOptions = {},
): AsyncGenerator<ToolCallEvent<unknown>, ToolCallOutcome, void> {
  const prepared = prepareCall(session, call, options);
  if ("failure" in prepared) return failed(prepared.failure);
  for (let asked = false; ; asked = true) {
    try {
      const stream = session.sendStream(prepared.input, prepared.options);
      for await (const event of stream) {
        notify(options, event, call);
        yield event;
      }
      return toOutcome(await stream.result(), options);
    } catch (error) {
      const response = await handleError(error, prepared, options, asked);
      if (response !== "approved") return response;
    }
  }
}

async function runToEnd(events: AsyncGenerator<unknown, ToolCallOutcome, void>): Promise<ToolCallOutcome> {
  for (;;) {
    const step = await events.next();
    if (step.done) return step.value;
  }
}

function notify({ onEvent }: AgentOptions, event: ToolCallEvent<unknown>, call: ModelToolCall): void {
  try {
    onEvent?.(event, call);
  } catch {
    // A listener that fails must not cost the model its response.
  }
}

function toOutcome(result: ToolResult<unknown>, { maxResultChars }: AgentOptions): ToolCallOutcome {
  if (!result.success) return failed(describeRefusal(result));
  // Whatever came over the wire is JSON.
  const data = result.data as Json;
  return succeeded({ ...result, data }, truncateResult(data, maxResultChars));
}

async function handleError(
  error: unknown,
  prepared: PreparedCall,
  { signal, approve }: AgentOptions,
  asked: boolean,
): Promise<ToolCallOutcome | "approved"> {
  if (signal?.aborted) throw signal.reason;
  if (AuthenticationError.isInstance(error)) throw error;
  if (ApprovalRequiredError.isInstance(error) && approve !== undefined && !asked) {
    const { approval_id, expires_at } = error;
    const request = {
      approval_id,
      expires_at,
      tool: prepared.input.name,
      arguments: prepared.input.arguments,
    };
    try {
      if (await approve(request)) return "approved";
    } catch {
      // Nobody approved.
    }
    signal?.throwIfAborted();
  }
  return failed(describeFailure(error));
}
