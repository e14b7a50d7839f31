import type { Credentials, NativeCalls, ProviderEnvironment } from "@codespar/backend/ports";
import type { Json, JsonObject } from "@codespar/contract";
import type { Source } from "../wire/source.ts";

/** A request to the endpoint that the provider was given. */
export interface InboundWebhook {
  /** The whole address as the provider was given it, with the query: some signatures are over it. */
  url: string;
  /** Without the question mark. */
  query: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Exactly as it arrived: signatures are over these bytes. */
  body: string;
}

/** What a webhook is about. Nothing in it is taken for true before it is read back. */
export interface WebhookSubject {
  /** The provider's own id of the webhook, which comes again under it. */
  key: string;
  /** The provider's word for what happened. */
  type: string;
  /** Such as `payment` or `checkout`; `other` means nothing to CodeSpar. */
  kind: string;
  /** The provider's id of the object. */
  id: string;
  /** Our reference, where the body has it. */
  reference?: string | undefined;
  /** What a signed body says of the object, where no read shows it. A body that carries only a token states nothing. */
  stated?: JsonObject | undefined;
  /** The provider's id of the account, for endpoints that several accounts share. */
  account?: string | undefined;
}

/** Something that is true at the provider now, whatever made us look. */
export interface ProviderFact {
  /** The same for the same fact, however often and by whichever webhook it is come upon. */
  key: string;
  /** An event type such as `payment.confirmed`. */
  type: string;
  data: JsonObject;
  /** Our reference as the provider has it; undefined when it carries none. */
  reference?: string | undefined;
  /** Further ids by which the operation may be known, such as the page's whose payment this is. */
  documents: readonly { kind: string; id: string }[];
}

/**
 * What is true of an object: read back with our own credentials, or `stated` by a signed body. An empty list: nothing of it is an
 * event.
 */
export type ReadBack = (
  id: string,
  native: ReadBackCalls,
  stated: JsonObject | undefined,
) => Promise<readonly ProviderFact[]>;

export interface ReadBackCalls {
  /** As translators know them: a response without our ids in the references. */
  native: NativeCalls;
  /** Response as the provider wrote it. */
  readRaw(tool: string, args: JsonObject): Promise<JsonObject>;
  /** What `native` makes of such a response. */
  hideReferences(raw: JsonObject): JsonObject;
}

/** A provider's webhooks, as they come in. */
export interface WebhookDefinition extends Source {
  provider: string;
  /** What the provider puts behind the address that it was given, as a path from a slash. @default nothing */
  suffix?: RegExp | undefined;
  /** The credential that verifies. Undefined: nothing that arrives shows who sent it, so that all of it is a hint. */
  secretField?: string | undefined;
  /**
   * The credential that has the provider's id of the account, which `WebhookSubject.account` names: one address for all accounts of an app
   * works by it. @default each connection needs an address of its own
   */
  accountField?: string | undefined;
  /** A read of the connector that gives the key that verifies, and where its response has it. @default none: a credential is it */
  publicKey?: { tool: string; arguments: JsonObject; path: string } | undefined;
  /** `signed` by a key · `token` only the same token each time, so anybody who saw one can forge any */
  trust: "signed" | "token";
  /** Milliseconds that a signature may be old. */
  replayWindowMs?: number | undefined;
  /** Whether the webhook was made by who knows the secret. */
  verify(webhook: InboundWebhook, secret: string, now: number): Promise<boolean>;
  /** What its body says of the environment; undefined when it says nothing. */
  readEnvironment?(body: Json): ProviderEnvironment | undefined;
  /**
   * The body of the response to a GET by which the provider proves that the address is ours; undefined refuses it.
   * @default every GET is refused
   */
  answerChallenge?(query: URLSearchParams, credentials: Credentials): string | undefined;
  /** Reads the body; undefined refuses it. @default as JSON */
  readBody?(body: string): Json | undefined;
  readSubjects(webhook: InboundWebhook, body: Json): readonly WebhookSubject[];
  /** By kind of object. */
  readBack: Readonly<Record<string, ReadBack>>;
}
