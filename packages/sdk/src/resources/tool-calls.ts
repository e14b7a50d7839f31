import type {
  Json,
  ListToolCallsQuery,
  ResolveToolCallRequest,
  ToolCall,
  ToolCallDetail,
} from "@codespar/contract";
import type { Api, ApiPromise } from "../api/api.ts";
import { type CursorPages, cursorPages } from "../api/cursor-pages.ts";
import type { RequestOptions } from "../api/request-options.ts";
import { ToolCallStream } from "../stream/tool-call-stream.ts";
import { type WaitOptions, waitForToolCall } from "./wait-for-tool-call.ts";

export interface EventsOptions extends RequestOptions {
  /** Only events after this one. */
  lastEventId?: number | undefined;
}

/** `codespar.toolCalls`: the log of calls, and what became of each. */
export class ToolCalls {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** One call, with its result for as long as it is kept. */
  get(id: string, options?: RequestOptions): ApiPromise<ToolCallDetail> {
    return this.#api.call({ method: "GET", path: ["tool-calls", id], options });
  }

  /** The log, newest first. */
  list(query: ListToolCallsQuery = {}, options?: RequestOptions): CursorPages<ToolCall> {
    return cursorPages(this.#api, { method: "GET", path: ["tool-calls"], query, options });
  }

  /** Resolves with the call once it is neither queued nor running, however it ended; look at its `status`. */
  wait(id: string, options?: WaitOptions): Promise<ToolCallDetail> {
    return waitForToolCall(this, this.#api.runtime, id, options);
  }

  /** Asks the provider what became of a call whose outcome is not known. Takes the call's idempotency key. */
  reconcile(idempotencyKey: string, options?: RequestOptions): ApiPromise<ToolCallDetail> {
    return this.#api.call({
      method: "POST",
      path: ["tool-calls", "reconcile"],
      body: { idempotency_key: idempotencyKey },
      options,
    });
  }

  /**
   * Ends the doubt about a call whose provider never reports it, with who says so and how they know. Only for a call that is
   * `unknown`; the key needs the scope `tool_calls:resolve`.
   */
  resolve(
    id: string,
    resolution: ResolveToolCallRequest,
    options?: RequestOptions,
  ): ApiPromise<ToolCallDetail> {
    return this.#api.call({ method: "POST", path: ["tool-calls", id, "resolve"], body: resolution, options });
  }

  /** The events of a call, from the first or after `lastEventId`. Never runs the tool again. */
  events(id: string, { lastEventId, ...options }: EventsOptions = {}): ToolCallStream<Json> {
    return new ToolCallStream(this.#api, {
      method: "GET",
      path: ["tool-calls", id, "events"],
      lastEventId,
      options,
    });
  }
}
