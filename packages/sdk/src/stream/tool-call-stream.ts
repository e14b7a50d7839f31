import type { ErrorBody, ToolResult } from "@codespar/contract";
import { isError } from "@codespar/contract";
import type { Api, Call, WithResponse } from "../api/api.ts";
import type { ApiRequest, ApiResponse } from "../api/api-request.ts";
import { followSignal } from "../api/send-request.ts";
import { untilAbort } from "../api/until-abort.ts";
import type { APIError } from "../errors/api-error.ts";
import { OutcomeUnknownError } from "../errors/api-errors.ts";
import { CodeSparError } from "../errors/codespar-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { createWireError } from "../errors/create-api-error.ts";
import { isVerdict } from "../errors/is-verdict.ts";
import { outcomeUnknown } from "../middleware/retry-or-unknown.ts";
import { decodeEvents } from "./decode-events.ts";
import { deferred } from "./deferred.ts";
import { endWhenSilent } from "./end-when-silent.ts";
import { parseEvent, type ToolCallEvent } from "./tool-call-event.ts";

/**
 * The events of one tool call; iterate it, or await `result()`.
 * Leaving it early stops the reading, never the call: `codespar.toolCalls.wait(id)` finds out how it went.
 */
export class ToolCallStream<Data> implements AsyncIterable<ToolCallEvent<Data>> {
  readonly #api: Api;
  readonly #reading = new AbortController();
  readonly #reply: Promise<{ request: ApiRequest; response: ApiResponse }>;
  readonly #result = deferred<ToolResult<Data>>();
  readonly #callerSignal: AbortSignal | undefined;
  #toolCallId: string | undefined;
  #taken = false;

  constructor(api: Api, call: Call) {
    this.#api = api;
    this.#callerSignal = call.options?.signal;
    this.#reply = this.#open(call).finally(call.onEnd);
    // The reader of the stream gets the error; until then it is not an unhandled one.
    this.#reply.catch(() => {});
    this.#result.promise.catch(() => {});
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ToolCallEvent<Data>, void, void> {
    if (this.#taken) {
      throw new CodeSparError({ code: "stream_taken", message: "A stream can be read only once." });
    }
    this.#taken = true;
    try {
      const { request, response } = await this.#reply;
      try {
        // Event by event in this one generator: delegating to another would cost as much as parsing.
        for await (const messages of this.#messages(request, response)) {
          for (const message of messages) {
            const event = parseEvent<Data>(message);
            this.#note(event, request);
            yield event;
            if (isLast(event)) return;
          }
        }
        throw new Error("the stream ended before the call did");
      } catch (error) {
        throw this.#lost(request, error);
      }
    } catch (error) {
      this.#result.reject(error);
      throw error;
    } finally {
      const left = this.#leftEarly();
      this.#result.reject(left);
      this.#reading.abort(left);
    }
  }

  /** The result, as `execute` would have given it. Reads the stream unless somebody else does. */
  result(): Promise<ToolResult<Data>> {
    if (!this.#taken) void this.#drain();
    return this.#result.promise;
  }

  /** Status, headers and request id, once the stream begins. */
  async withResponse(): Promise<WithResponse<this>> {
    const { status, headers } = (await this.#reply).response;
    return { data: this, status, headers, request_id: headers["x-request-id"] };
  }

  async #open(call: Call) {
    const request = this.#api.prepare(call, true);
    const { signal } = this.#reading;
    signal.addEventListener("abort", followSignal(this.#reading, this.#callerSignal));
    request.signal = signal;
    if (call.after !== undefined) await untilAbort(call.after, signal);
    const response = await this.#api.send(request);
    return { request, response };
  }

  #messages({ timeoutMs }: ApiRequest, { stream }: ApiResponse) {
    return decodeEvents(endWhenSilent(stream ?? [], timeoutMs, this.#api.runtime, this.#reading));
  }

  #note(event: ToolCallEvent<Data>, request: ApiRequest): void {
    if (event.type === "tool_call.started") this.#toolCallId = event.data.tool_call_id;
    if (event.type === "tool_call.completed") this.#result.resolve(event.data.result);
    if (event.type === "tool_call.failed") this.#result.reject(this.#failure(event.data.error, request));
  }

  #failure(body: ErrorBody, { nonRepeatable }: ApiRequest): APIError {
    const error = createWireError({ ...body });
    if (nonRepeatable === undefined || isVerdict(error) || error instanceof OutcomeUnknownError) return error;
    return outcomeUnknown(nonRepeatable, error, this.#toolCallId);
  }

  #lost(request: ApiRequest, cause: unknown): unknown {
    if (this.#callerSignal?.aborted) return this.#callerSignal.reason;
    const { signal } = this.#reading;
    const why = signal.aborted ? signal.reason : cause;
    if (request.nonRepeatable !== undefined)
      return outcomeUnknown(request.nonRepeatable, why, this.#toolCallId);
    if (CodeSparError.isInstance(why)) return why;
    const message = `The stream was lost: ${isError(why) ? why.message : String(why)}.`;
    return new ConnectionError({ message, cause: why, maybeSent: true });
  }

  #leftEarly(): CodeSparError {
    const id = this.#toolCallId ?? "its id";
    return new CodeSparError({
      code: "stream_left",
      message: `The stream was left before the call ended. The call goes on: codespar.toolCalls.wait("${id}").`,
    });
  }

  async #drain(): Promise<void> {
    try {
      for await (const _ of this);
    } catch {
      // `#result` has it.
    }
  }
}

function isLast({ type }: { type: string }): boolean {
  return type === "tool_call.completed" || type === "tool_call.failed";
}
