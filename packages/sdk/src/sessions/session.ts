import type {
  Id,
  ListToolsQuery,
  Metadata,
  Policy,
  QueuedToolCall,
  SessionConnectionList,
  SessionServer,
  SessionStatus,
  Tool,
  Session as WireSession,
} from "@codespar/contract";
import type { Api, ApiPromise, Call } from "../api/api.ts";
import type { RequestOptions } from "../api/request-options.ts";
import type { LoopContext } from "../loop/loop-context.ts";
import type { LoopOptions } from "../loop/loop-options.ts";
import type { LoopResult } from "../loop/loop-result.ts";
import { runLoop } from "../loop/run-loop.ts";
import { ToolCalls } from "../resources/tool-calls.ts";
import { ToolCallStream } from "../stream/tool-call-stream.ts";
import type { LiteralValue, ToolCallInput, ToolData, ToolName, ToolResultOf } from "../tool-types.ts";
import { CallOrder } from "./call-order.ts";

/** A scoped connection to one or more servers. Its fields are as the API last returned them. */
export class Session implements WireSession {
  declare readonly id: Id<"ses">;
  declare readonly status: SessionStatus;
  declare readonly servers: SessionServer[];
  declare readonly metadata: Metadata;
  declare readonly user_id: string | null;
  declare readonly policy?: Policy | undefined;
  declare readonly tool_calls: number;
  declare readonly created_at: string;
  declare readonly expires_at: string;
  readonly #api: Api;
  readonly #order = new CallOrder();

  constructor(api: Api, session: WireSession) {
    this.#api = api;
    Object.assign(this, session);
  }

  /** Runs a tool and waits for its result. */
  execute<
    Name extends ToolName,
    Action extends LiteralValue = LiteralValue,
    Method extends LiteralValue = LiteralValue,
    Type extends LiteralValue = LiteralValue,
  >(
    call: ToolCallInput<Name, Action, Method, Type>,
    options?: RequestOptions,
  ): ApiPromise<ToolResultOf<Name, Action, Method, Type>> {
    return this.#api.call({ ...this.#toolCall("execute", call, options), ...this.#order.take(call) });
  }

  /** Queues a tool call and returns at once; `codespar.toolCalls.wait(tool_call_id)` gets its result. */
  send<Name extends ToolName>(
    call: ToolCallInput<Name>,
    options?: RequestOptions,
  ): ApiPromise<QueuedToolCall> {
    return this.#api.call(this.#toolCall("send", call, options));
  }

  /** Runs a tool and gives its events as they happen. The call begins at once, the reading when you iterate. */
  sendStream<
    Name extends ToolName,
    Action extends LiteralValue = LiteralValue,
    Method extends LiteralValue = LiteralValue,
    Type extends LiteralValue = LiteralValue,
  >(
    call: ToolCallInput<Name, Action, Method, Type>,
    options?: RequestOptions,
  ): ToolCallStream<ToolData<Name, Action, Method, Type>> {
    return new ToolCallStream(this.#api, {
      ...this.#toolCall("send", call, options),
      ...this.#order.take(call),
    });
  }

  /** Runs steps in order, one billed call each; each can use the results of those before it. */
  loop<const Names extends ToolName>(options: LoopOptions<Names>): Promise<LoopResult> {
    const execute: LoopContext["execute"] = (call, options) =>
      this.#api.call(this.#toolCall("execute", call, options));
    const { runtime } = this.#api;
    const reconcile: LoopContext["reconcile"] = (key, requestOptions) =>
      new ToolCalls(this.#api).reconcile(key, requestOptions);
    // Inside, a step's tool no longer matters.
    return runLoop({ execute, reconcile, runtime }, options as LoopOptions);
  }

  /** The six meta-tools, then the native tools of the attached servers. */
  tools(query: ListToolsQuery = {}, options?: RequestOptions): ApiPromise<Tool[]> {
    return this.#api.map(
      { method: "GET", path: ["sessions", this.id, "tools"], query, options },
      (body: { data: Tool[] }) => body.data,
    );
  }

  /** The attached servers and whether each is connected. */
  connections(options?: RequestOptions): ApiPromise<SessionConnectionList> {
    return this.#api.call({ method: "GET", path: ["sessions", this.id, "connections"], options });
  }

  /** Closes the session. Closing twice is fine. */
  close(options?: RequestOptions): ApiPromise<void> {
    return this.#api.map({ method: "DELETE", path: ["sessions", this.id], options }, () => {
      Object.assign(this, { status: "closed" });
    });
  }

  /** `await using session = …` closes it at the end of the block. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #toolCall(verb: "execute" | "send", call: unknown, options: RequestOptions | undefined): Call {
    const path = ["sessions", this.id, verb];
    // `execute(name, params)` as in 0.11, for those who write JavaScript
    if (typeof call === "string") return { method: "POST", path, toolCall: { call, params: options } };
    return { method: "POST", path, toolCall: { call }, options };
  }
}
