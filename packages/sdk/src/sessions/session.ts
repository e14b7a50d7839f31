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
import type { Api } from "../api/api.ts";
import type { ApiPromise } from "../api/api-promise.ts";
import type { RequestOptions } from "../api/request-options.ts";
import type { ActionValue, ToolCallInput, ToolName, ToolResultOf } from "../tool-types.ts";

/** A scoped connection to one or more servers. Its fields are as the API last answered them. */
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

  constructor(api: Api, session: WireSession) {
    this.#api = api;
    Object.assign(this, session);
  }

  /** Runs a tool and waits for its result. */
  execute<Name extends ToolName, Action extends ActionValue = undefined>(
    call: ToolCallInput<Name, Action>,
    options?: RequestOptions,
  ): ApiPromise<ToolResultOf<Name, Action>> {
    return this.#api.call(this.#toolCall("execute", call, options));
  }

  /** Queues a tool call and returns at once; `codespar.toolCalls.wait(tool_call_id)` gets its result. */
  send<Name extends ToolName>(
    call: ToolCallInput<Name>,
    options?: RequestOptions,
  ): ApiPromise<QueuedToolCall> {
    return this.#api.call(this.#toolCall("send", call, options));
  }

  /** The six meta-tools, then the native tools of the attached servers. */
  tools(query: ListToolsQuery = {}, options?: RequestOptions): ApiPromise<Tool[]> {
    return this.#api.map(
      { method: "GET", path: `${this.#path}/tools`, query: { ...query }, options },
      (body: { data: Tool[] }) => body.data,
    );
  }

  /** The attached servers and whether each is connected. */
  connections(options?: RequestOptions): ApiPromise<SessionConnectionList> {
    return this.#api.call({ method: "GET", path: `${this.#path}/connections`, options });
  }

  /** Closes the session. Closing twice is fine. */
  close(options?: RequestOptions): ApiPromise<void> {
    return this.#api.map({ method: "DELETE", path: this.#path, options }, () => {
      Object.assign(this, { status: "closed" });
    });
  }

  /** `await using session = …` closes it at the end of the block. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  get #path(): string {
    return `/v1/sessions/${encodeURIComponent(this.id)}`;
  }

  #toolCall(
    verb: "execute" | "send",
    call: { name: string; arguments: object },
    options: RequestOptions | undefined,
  ) {
    const { name, arguments: args } = call;
    const body = { name, arguments: args };
    return { method: "POST" as const, path: `${this.#path}/${verb}`, body, toolCall: body, options };
  }
}
