import type { JsonObject, OptionNames } from "@codespar/contract";
import type { Session } from "../sessions/session.ts";
import type { ToolCallEvent } from "../stream/tool-call-event.ts";

/** What an adapter needs of a session. */
export type AgentSession = Pick<Session, "id" | "policy" | "tools" | "execute" | "sendStream">;

/** A call as a model made it. */
export interface ModelToolCall {
  /**
   * The framework's id of the call, taken for unique within one message at most: the idempotency key is made from it, the name
   * and the arguments. Empty is an id as well; with undefined, every call is a new one.
   */
  id?: string | undefined;
  name: string;
  /** An object, or the text of one; nothing at all means no arguments. */
  arguments: unknown;
  /** Set when the model's output ended within the call: it is then not carried out. */
  incomplete?: boolean | undefined;
  /**
   * How many calls with the same id, name and arguments its conversation had before: with ids that start again each turn, the
   * second of two equal purchases.
   * @default 0
   */
  occurrence?: number | undefined;
  /** Takes the place of the key that is made from `id`. */
  idempotencyKey?: string | undefined;
}

/** A call that waits for a person. */
export interface ApprovalRequest {
  approval_id: string;
  expires_at: string;
  tool: string;
  arguments: JsonObject;
}

/** How tool calls of a model are carried out. */
export interface AgentOptions {
  /**
   * The conversation that a model's calls belong to: replaying a message with the same scope pays nobody twice, also in
   * another session. Conversations that share a session need one each.
   * @default the session's id
   */
  idempotencyScope?: string | undefined;
  /** Ends the calls; they then reject with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Bounds one attempt. @default the client's */
  timeoutMs?: number | undefined;
  /** Characters of a result. Ids, amounts, codes to pay and status are never cut. @default 16_000 */
  maxResultChars?: number | undefined;
  /** Names of the tools that the model was given; calls of others are refused. @default every tool of the session */
  allowedTools?: readonly string[] | undefined;
  /** Called with everything that happens to a call: routing, progress, partial results, the result. */
  onEvent?: ((event: ToolCallEvent<unknown>, call: ModelToolCall) => void) | undefined;
  /**
   * Asks your person about a call that the session's policy holds back. Answer true once it is approved
   * (`codespar.approvals.approve(approval_id, …)`): the call is then repeated with its own key.
   * @default the model is told to ask
   */
  approve?: ((request: ApprovalRequest) => boolean | Promise<boolean>) | undefined;
}

export const agentOptionNames: OptionNames<AgentOptions> = {
  idempotencyScope: true,
  signal: true,
  timeoutMs: true,
  maxResultChars: true,
  allowedTools: true,
  onEvent: true,
  approve: true,
};
