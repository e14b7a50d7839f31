import type { ArgumentIssue, ArgumentLimit } from "@codespar/backend/ports";
import type { Json, JsonObject, JsonObjectSchema } from "@codespar/contract";
import type { DocumentChange } from "../simulation/document-change.ts";
import type { CallContext, Refusal, SimulationContext } from "../simulation/provider-definition.ts";
import type { WireEntry, WireTable } from "../wire/wire-entry.ts";

/** A response in the provider's own shape. */
export interface EmulatedResponse {
  status: number;
  headers?: Readonly<Record<string, string>> | undefined;
  /** Undefined: no body at all. A text with a content-type of its own is sent as it is. */
  body: Json | undefined;
}

/** A request to an emulated provider. */
export interface EmulatedRequest {
  method: string;
  path: string;
  query: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** What a request cannot be done for, before or instead of a result. */
export type EmulationProblem =
  /** `missing` there is no credential · `malformed` it is none of this provider's · `live` it is of the live environment */
  | { kind: "credential"; what: "live" | "malformed" | "missing" }
  | { kind: "path" | "method"; method: string; path: string }
  | { kind: "body" | "query" }
  | { kind: "arguments"; tool: string; arguments: JsonObject; issues: readonly ArgumentIssue[] }
  | { kind: "not_simulated"; tool: string }
  | { kind: "unavailable" }
  | { kind: "key_missing"; tool: string }
  | { kind: "key_reused" | "key_in_flight"; key: string; path: string }
  | {
      kind: "refusal";
      tool: string;
      arguments: JsonObject;
      refusal: Pick<Refusal, "code" | "message" | "providerCode">;
    };

/** One of the provider's own events, as it becomes the body of a webhook. */
export interface EmulatedEvent {
  id: string;
  type: string;
  body: JsonObject;
  /** The address that the document itself names, as Mercado Pago's `notification_url`. */
  url?: string | undefined;
}

/** Who gets the account's webhooks. */
export interface WebhookEndpoint {
  id: string;
  url: string;
  /** What its receiver verifies with: a token, or the key of a signature. */
  secret: string;
  /** Event types, `*` for all. */
  events: readonly string[];
  enabled: boolean;
}

export interface WebhookRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** The provider's own webhooks. */
export interface WebhookEmulation {
  /** The events that a change means; none for most. */
  getEvents(change: DocumentChange, context: SimulationContext): readonly EmulatedEvent[];
  /** Signed as the provider signs, at the time of sending. */
  sign(
    endpoint: Pick<WebhookEndpoint, "secret" | "url">,
    event: EmulatedEvent,
    at: { now: number; attempt: number },
  ): Promise<WebhookRequest>;
  /** Milliseconds before each further attempt; afterwards the provider gives up. */
  retryDelaysMs: readonly number[];
}

/** A call of the provider's API that is no tool of CodeSpar's, such as the making of a webhook endpoint. */
export type EmulatedCall = WireEntry & {
  input: JsonObjectSchema;
  /** No credential is needed: what it is about stands in an account of the provider's own. @default false */
  open?: boolean | undefined;
  /** `credential` is the request's own; empty for a call that needs none. */
  handle(args: JsonObject, context: CallContext, credential: string): JsonObject | Refusal;
};

/** How a provider's idempotency key works. */
export interface IdempotencyEmulation {
  /** In lower case. */
  header: string;
  methods: readonly string[];
  /** Tools that are refused without a key. @default none */
  required?: readonly string[] | undefined;
  /** What a key is unique in. */
  scope: "account" | "path";
  /** The same key with another body: refused, or the first response once more. */
  onOtherBody: "refuse" | "replay";
  /** Milliseconds for which a key is remembered. */
  lifeMs: number;
  /** Headers of a replayed response. */
  replayHeaders?: Readonly<Record<string, string>> | undefined;
}

/** A provider's own HTTP over its simulation. */
export interface EmulationDefinition {
  id: string;
  wire: WireTable;
  /** Input schemas of the tools, which distinguish numbers from text in forms and queries. */
  tools: Readonly<Record<string, { input: JsonObjectSchema; limits?: readonly ArgumentLimit[] | undefined }>>;
  /** The hosts that its clients call, for handlers that stand in for them. */
  hosts: readonly string[];
  /** What those hosts put in front of the table's paths, where it differs by environment. @default nothing */
  basePath?: RegExp | undefined;
  /** Whether a field that the schema does not have is refused. @default false: it is ignored, as the provider does */
  refusesUnknown?: boolean | undefined;
  /** By tool, what the provider requires beyond the tool's schema; looked at first. */
  alsoRequired?: Readonly<Record<string, readonly string[]>> | undefined;
  calls?: Readonly<Record<string, EmulatedCall>> | undefined;
  /**
   * The call of a request that the wire table cannot read, such as SOAP, or the response to one that goes no further; undefined
   * when it is none. @default by the table
   */
  readRequest?(
    request: EmulatedRequest,
  ): Promise<
    { tool: string; arguments: JsonObject } | { tool: string; response: EmulatedResponse } | undefined
  >;
  /** The credential of a request; undefined when it has none. */
  readCredential(headers: Readonly<Record<string, string>>, request: EmulatedRequest): string | undefined;
  /** Whether a request that is signed is signed by its credential. @default there is no signature */
  isSigned?(request: EmulatedRequest, credential: string): Promise<boolean>;
  /** What a credential shows by its form. */
  classifyCredential(credential: string): "live" | "malformed" | "test";
  /** What of a credential names its account, where one account has several. @default all of it */
  getAccount?(credential: string): string;
  /** A test credential of this form, of the given letters and digits. */
  makeCredential(token: string): string;
  /** The fields of a connection to the account of a credential, its webhooks verified with `webhookSecret`. */
  connection(
    credential: string,
    webhookSecret: string,
  ): Record<string, string> | Promise<Record<string, string>>;
  describe(problem: EmulationProblem): EmulatedResponse;
  /** The response to a call that was done, where it is not the tool's result as JSON; undefined when it is. */
  describeResult?(tool: string, result: JsonObject): EmulatedResponse | undefined;
  /** Headers of every response. */
  headers?(context: {
    requestId: string;
    request: { method: string; headers: Readonly<Record<string, string>> };
  }): Record<string, string>;
  idempotency?: IdempotencyEmulation | undefined;
  /** @default none is known of the provider */
  webhooks?: WebhookEmulation | undefined;
}
