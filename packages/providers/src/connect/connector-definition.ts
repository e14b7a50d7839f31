import type { ArgumentIssue, Credentials, OwnError, ProviderEnvironment } from "@codespar/backend/ports";
import type { Json, JsonObject } from "@codespar/contract";
import type { NativeTool } from "../tools/define-tools.ts";
import type { Source } from "../wire/source.ts";
import type { HttpMethod, WireEntry, WireTable } from "../wire/wire-entry.ts";
import type { PemKind } from "./pem.ts";

/** One field of a connection's credentials, as a connect page asks for it. */
export interface CredentialField extends Source {
  name: string;
  /** What the provider calls it. */
  label: string;
  /** @default true */
  required?: boolean | undefined;
  /** Never shown again. @default true */
  secret?: boolean | undefined;
  /** What every value looks like. */
  form?: RegExp | undefined;
  /** A certificate or an unencrypted private key in PEM, which has line breaks and stands in no header. */
  pem?: PemKind | undefined;
  /** A name or an address, which has blanks and accents and stands in no header. @default false */
  freeText?: boolean | undefined;
  /** How values of each environment begin; what begins like neither says nothing. `others`: all that begin otherwise. */
  prefixes?: Readonly<Partial<Record<ProviderEnvironment, readonly string[] | "others">>> | undefined;
}

/** The error that a provider's response carries, in its own words. */
export interface NativeError {
  /** A family of codes, where the provider has such. */
  type?: string | undefined;
  code?: string | undefined;
  message: string;
}

/** What a status, with the provider's own type and code, says of an effect. The first rule that fits is taken; none fits: unknown. */
export interface OutcomeRule extends Source {
  status: number;
  /** Native tools by their names. @default all */
  tool?: RegExp | undefined;
  type?: string | undefined;
  /** Whole, or by pattern. @default any */
  code?: string | RegExp | undefined;
  /**
   * `refused` for a business reason, so nothing was done · `unauthorized` about the credentials, nothing was done ·
   * `not_processed` nothing was done, and another provider may · `unknown` it may have been done
   */
  means: "refused" | "unauthorized" | "not_processed" | "unknown";
  /** The common code of a refusal. @default "invalid_request" */
  as?: string | undefined;
}

/** What a search for a lost effect may use. */
export interface LookUpContext {
  /** The arguments as they were sent, our reference among them. */
  arguments: JsonObject;
  /** What the effect carries for us, as the provider has it. */
  reference: string;
  operationId: string;
  /** Milliseconds since the epoch. */
  dispatchedAt: number;
  /** A read in the same account; undefined when the provider refuses it, as with what is not there. */
  read(tool: string, args: JsonObject): Promise<JsonObject | undefined>;
}

/** Finds what the effect made and gives what `execute` would have returned; undefined when it is not there. */
export type LookUp = (context: LookUpContext) => Promise<JsonObject | undefined>;

/** How a lost effect of one tool is found. */
export type FindStrategy = Source &
  (
    | {
        find: "repeat" /** Milliseconds for which the provider documents that it keeps a key. */;
        keyLifeMs: number;
        lookUp?: LookUp | undefined;
      }
    | {
        find: "look up";
        lookUp: LookUp;
        /** Why what is not found can never happen any more. @default none: not found stays unknown */
        fence?: string | undefined;
      }
    | { find: "none" }
  );

/** Where an effect carries the operation's id. */
export interface ReferenceField {
  /** Argument, or a path to one; `*` stands for every entry of a list. */
  path: string;
  /** The argument is a list of texts, and ours is one more of them. @default false */
  listed?: boolean | undefined;
  /** Callers write their own reference there as well; ours stands in front of it. @default false */
  shared?: boolean | undefined;
  /**
   * The provider's own id of the object, which its caller chooses: the last so many letters and digits of ours, where the caller
   * chose none. @default our id as it is, always
   */
  chosen?: number | undefined;
}

/** What the connector knows of one effect. */
export interface EffectDefinition {
  /** Several where the provider has one to search by and another that makes a second call the same; `find` uses the first. */
  reference?: ReferenceField | readonly ReferenceField[] | undefined;
  find: FindStrategy;
}

/** A response that says that the call was done. */
export interface SuccessResponse {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Undefined: none, or no JSON. */
  body: Json | undefined;
  /** As they were sent. */
  arguments: JsonObject;
}

/** Access tokens that are had for the credentials (OAuth 2.0 client credentials, RFC 6749 section 4.4, and the like). */
export interface TokenDefinition extends Source {
  /** Where tokens are issued, where that is another host than the API's. Without a slash at the end. */
  hosts?: Readonly<Record<ProviderEnvironment, string>> | undefined;
  /** Of the issuing host; one for each environment where they differ. */
  path: string | Readonly<Record<ProviderEnvironment, string>>;
  request(credentials: Credentials): { headers: Record<string, string>; body: string };
  /** @default "access_token" */
  tokenField?: string | undefined;
  /** Milliseconds that a token lives when the response has no `expires_in`. */
  lifeMs: number;
}

/** What a signature may be over. */
export interface SignedRequest {
  method: HttpMethod;
  /** Begins with a slash, without a query and without what the host's own path puts in front. */
  path: string;
  /** Without the question mark; empty when there is none. */
  query: string;
  /** Exactly as it is sent; empty when there is none. */
  body: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** One call, as a message is written of it. */
export interface MessageCall {
  tool: string;
  arguments: JsonObject;
  credentials: Credentials;
  environment: ProviderEnvironment;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Requests and responses that are no JSON and no form. */
export interface MessageForm {
  /** `url`: where the service is; undefined when this account has none. Throws `CredentialsUnusable` for a key that cannot sign. */
  write(call: MessageCall): Promise<{ url: string | undefined; contentType: string; body: string }>;
  /** The body of a response as JSON; undefined when it cannot be read. */
  read(text: string): Json | undefined;
}

/** A provider as a live service. */
export interface ConnectorDefinition {
  id: string;
  /** Changes whenever the bytes of a request do: what another version dispatched is never repeated. */
  version: string;
  wire: WireTable;
  tools: Readonly<Record<string, NativeTool>>;
  /**
   * Without a slash at the end; the test environment may be the same host with test credentials. `{name}` is a credential field
   * that names the account's own host; its `form` has to keep it to one label.
   */
  hosts: Readonly<Record<ProviderEnvironment, string>> & Source;
  /**
   * The host is a credential field as a whole, for what users run themselves: it is connected to at public addresses alone. On Node.js:
   * elsewhere every request of such a connection is refused. @default false
   */
  userHost?: boolean | undefined;
  /** Further hosts, by the name that entries of the wire table say. */
  otherHosts?: Readonly<Record<string, Readonly<Record<ProviderEnvironment, string>>>> | undefined;
  credentials: readonly CredentialField[];
  /** Optional credential fields without which a tool cannot be called, where a provider has several ways in. @default none */
  needs?(tool: string): readonly string[];
  /**
   * Headers of every request, from the credentials; `token` is empty without a `token` definition, `host` is the entry's own, and
   * `tool` decides where a provider has several keys.
   */
  authorize(
    credentials: Credentials,
    token: string,
    host: string | undefined,
    tool: string,
  ): Record<string, string>;
  /** Further headers of one request, over what it says: a signature. Throws `CredentialsUnusable` for a key that cannot sign. */
  sign?(request: SignedRequest, credentials: Credentials): Promise<Record<string, string>>;
  token?: TokenDefinition | undefined;
  /** Tokens of further hosts, by the name that entries of the wire table say. @default `token` */
  otherTokens?: Readonly<Record<string, TokenDefinition>> | undefined;
  /**
   * Credential fields whose certificate every connection shows to a server that asks for one (mutual TLS); without them nothing is
   * shown. Node.js only: elsewhere every request of such a connection is refused.
   */
  clientCertificate?: (Source & { certificate: string; key: string }) | undefined;
  /** The arguments with what the connection says where the caller left it out, such as the sender of a message or a signature. */
  complete?(
    tool: string,
    args: JsonObject,
    credentials: Credentials,
    environment: ProviderEnvironment,
  ): JsonObject | Promise<JsonObject>;
  /** Why a call must not leave: its arguments ask for the other environment, which the credentials would reach. @default nothing does */
  findContradiction?(args: JsonObject, environment: ProviderEnvironment): string | undefined;
  /** What the wire table cannot say, such as SOAP: a pair of functions beside it. @default the table's own JSON or form */
  messages?: MessageForm | undefined;
  /** The result of a success whose body is not the result; undefined when it cannot be read. @default the body */
  readResult?(tool: string, response: SuccessResponse): JsonObject | undefined;
  /** The header that carries the operation's id, on these methods. */
  idempotency?: (Source & { header: string; methods: readonly string[] }) | undefined;
  /** The provider's own error for an argument that it does not take. @default the schema's words */
  describeArgumentIssue?: ((tool: string, issue: ArgumentIssue, args: JsonObject) => OwnError) | undefined;
  /**
   * Whether a response with the HTTP status of a success says that the call failed: it is then read as an error, by the rules for that
   * status. @default it never does
   */
  isFailure?(body: Json | undefined): boolean;
  /** Reads the error of a response that is no success; undefined when it is not the provider's. */
  readError(status: number, body: Json | undefined): NativeError | undefined;
  outcomes: readonly OutcomeRule[];
  /** Milliseconds that a response asks to be left alone. @default what `Retry-After` says */
  retryAfterMs?(headers: Readonly<Record<string, string>>): number | undefined;
  /** By native tool; a tool that is not here has no effect that could be lost. */
  effects: Readonly<Record<string, EffectDefinition>>;
  /** Reads that are no tools, for `LookUp`. */
  lookUps?: Readonly<Record<string, WireEntry>> | undefined;
}
