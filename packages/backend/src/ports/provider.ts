import type { JsonObject, JsonObjectSchema, Risk } from "@codespar/contract";
import type { ArgumentIssue, ArgumentLimit, OwnError } from "./argument-issue.ts";

/** Credentials of one connection, decrypted only around a provider call. */
export type Credentials = Readonly<Record<string, string>>;

/** A native tool as its provider describes it. */
export interface ProviderTool {
  name: string;
  description: string;
  inputSchema: JsonObjectSchema;
  outputSchema?: JsonObjectSchema | undefined;
  /** Whether a field that the input schema does not name is refused, at every depth. @default what the schema itself says */
  refusesUnknown?: boolean | undefined;
  /** What the input schema cannot say: checked with it, before a call leaves. @default nothing */
  limits?: readonly ArgumentLimit[] | undefined;
  risk: Risk;
}

/** What a provider reports while it works. */
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

/** The provider's response: its own JSON, or its refusal for a business reason (declined, rejected). */
export type ProviderResponse =
  | { ok: true; data: JsonObject }
  | { ok: false; code: string; message: string; providerCode?: string | undefined };

/**
 * What a provider knows of an operation.
 * - `done` it happened; `response` is what `execute` would have returned
 * - `never` it did not happen, and from now on cannot happen under this id
 * - `unknown` the provider cannot tell
 */
export type FoundOperation =
  | { status: "done"; response: ProviderResponse }
  | { status: "never" }
  | { status: "unknown" };

/** Whose money a call moves: `test` is the provider's own test mode, or an emulator of it. */
export type ProviderEnvironment = "live" | "test";

/** The native call that may have happened: what left for the provider, kept encrypted while nobody knows the outcome. */
export interface DispatchedCall {
  tool: string;
  arguments: JsonObject;
  /** Milliseconds since the epoch when it was dispatched: how long a provider keeps its key is counted from here. */
  dispatchedAt: number;
  /** `Provider.environment` at that time. */
  environment?: ProviderEnvironment | undefined;
  /** `Provider.version` at that time. */
  version?: string | undefined;
}

/** In whose name `find` asks, and about what. */
export interface FindContext extends Pick<ProviderCall, "account" | "credentials" | "signal"> {
  /**
   * Without it a provider that finds by repeating, or by a field of the request, cannot tell: `unknown`.
   * Simulated providers know their operations by id and need none.
   */
  dispatched?: DispatchedCall | undefined;
}

/** Credentials as they are from now on; fields that are not here stay as they were. */
export interface RenewedCredentials {
  credentials: Credentials;
  /** Milliseconds since the epoch; null: they do not run out. */
  expiresAt: number | null;
}

/** A back-end service behind the router. Adapting a real MCP server to this shape needs nothing else. */
export interface Provider {
  /** Of the catalogue, in whose place this provider then stands, or any other: lower-case letters, digits and `-`. */
  id: string;
  /** What people call it. @default the catalogue's name, else the id */
  name?: string | undefined;
  /** @default what the backend's `livemode` says */
  environment?: ProviderEnvironment | undefined;
  /**
   * Whose money the calls of an account move, where one provider serves accounts of both. @default `environment`
   */
  environmentOf?(account: string): Promise<ProviderEnvironment>;
  /** Version of the definition that makes the requests; kept with what is dispatched. */
  version?: string | undefined;
  tools: readonly ProviderTool[];
  /**
   * Whether it is called with stored credentials alone where those are required. False for one that brings its own, the same for every
   * organisation. @default true
   */
  needsConnection?: boolean | undefined;
  /**
   * What is wrong with credentials for this account, in a sentence without any of their values; undefined when nothing
   * shows. Asked before they are stored, without a request. @default nothing is
   */
  checkCredentials?(
    credentials: Credentials,
    account: string,
  ): string | undefined | Promise<string | undefined>;
  /**
   * The provider's own id of the account that the credentials belong to, as the webhooks of an app that several accounts share name
   * it. @default no webhook finds a connection by it
   */
  getAccountId?(credentials: Credentials): string | undefined;
  /**
   * Renews credentials that run out. Undefined: the provider refuses, and a person has to connect again. Throws
   * `ProviderUnavailable` when it is certain that what is used to renew was not used; after anything else it is never used again.
   * @default credentials are not renewed
   */
  refreshCredentials?(
    credentials: Credentials,
    context: Pick<ProviderCall, "account" | "signal">,
  ): Promise<RenewedCredentials | undefined>;
  /** The error with which this provider itself refuses such an argument. @default the schema's words */
  describeArgumentIssue?(tool: string, issue: ArgumentIssue, args: JsonObject): OwnError;
  /**
   * Throws `ProviderUnavailable` when it is certain that nothing was processed; anything else that is thrown
   * after the call has left means that the outcome is not known.
   */
  execute(call: ProviderCall): Promise<ProviderResponse>;
  /**
   * Whether `find` can ever tell what became of a call of this tool. Where it cannot, a call is noted as dispatched as
   * late as possible. @default true
   */
  canFind?(tool: string): boolean;
  /** Settles an unknown outcome. */
  find(operationId: string, context: FindContext): Promise<FoundOperation>;
}

/** The provider refused before it processed anything: down, connection refused, 503, rate limit. */
export class ProviderUnavailable extends Error {
  override readonly name = "ProviderUnavailable";
  /** A few words for the caller, such as `down` or `rate_limited`. */
  readonly reason: string;
  /** Milliseconds that the provider asks to be left alone. */
  readonly retryAfterMs: number | undefined;

  constructor(reason: string, { retryAfterMs }: { retryAfterMs?: number | undefined } = {}) {
    super(`The provider refused before processing: ${reason}.`);
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What a provider's own webhook says: a document changed its state. */
export interface ProviderWebhook {
  /** Unique; a webhook that arrives twice is taken once. */
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
