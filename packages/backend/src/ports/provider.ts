import type { JsonObject, JsonObjectSchema, Risk } from "@codespar/contract";

/** Credentials of one connection, decrypted only around a provider call. */
export type Credentials = Readonly<Record<string, string>>;

/** A native tool as its provider describes it. */
export interface ProviderTool {
  name: string;
  description: string;
  inputSchema: JsonObjectSchema;
  outputSchema?: JsonObjectSchema | undefined;
  risk: Risk;
}

/** What a provider tells while it works. */
export type ProviderUpdate =
  | { type: "progress"; stage: string; message: string; progress?: number | undefined }
  | { type: "partial"; data: JsonObject };

export interface ProviderCall {
  /** The tool call's id. A provider does one thing for one id, however often it is asked. */
  operationId: string;
  tool: string;
  arguments: JsonObject;
  /** Absent when the server needs none, as in the sandbox. */
  credentials?: Credentials | undefined;
  /** Whose account: an organisation, or one of its tenants. Simulated providers keep their state by it. */
  account: string;
  signal: AbortSignal;
  emit(update: ProviderUpdate): void;
}

/** The provider's answer: its own JSON, or its refusal for a business reason (declined, rejected). */
export type ProviderAnswer =
  | { ok: true; data: JsonObject }
  | { ok: false; code: string; message: string; providerCode?: string | undefined };

/**
 * What a provider knows of an operation.
 * - `done` it happened; `answer` is what `execute` would have answered
 * - `never` it did not happen, and from now on cannot happen under this id
 * - `unknown` the provider cannot tell
 */
export type FoundOperation =
  | { status: "done"; answer: ProviderAnswer }
  | { status: "never" }
  | { status: "unknown" };

/** A back-end service behind the router. Adapting a real MCP server to this shape needs nothing else. */
export interface Provider {
  id: string;
  tools: readonly ProviderTool[];
  /**
   * Throws `ProviderUnavailable` when it is certain that nothing was processed; anything else that is thrown
   * after the call has left means that the outcome is not known.
   */
  execute(call: ProviderCall): Promise<ProviderAnswer>;
  /** Settles an unknown outcome. */
  find(
    operationId: string,
    context: Pick<ProviderCall, "account" | "credentials" | "signal">,
  ): Promise<FoundOperation>;
}

/** The provider refused before it processed anything: down, connection refused, 503, rate limit. */
export class ProviderUnavailable extends Error {
  override readonly name = "ProviderUnavailable";
  /** A few words for the caller, such as `down` or `rate_limited`. */
  readonly reason: string;

  constructor(reason: string) {
    super(`The provider refused before processing: ${reason}.`);
    this.reason = reason;
  }
}

/** What a provider's own webhook says: a document changed its state. */
export interface ProviderWebhook {
  /** Unique; a notice that arrives twice is taken once. */
  id: string;
  provider: string;
  /** The operation that made the document. */
  operationId: string;
  /** An event type such as `payment.confirmed`. */
  type: string;
  data: JsonObject;
  /** Milliseconds since the epoch. */
  at: number;
}
