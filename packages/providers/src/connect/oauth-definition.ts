import type { Credentials, ProviderEnvironment } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import type { Source } from "../wire/source.ts";

/** How a person consents at a provider: OAuth 2 with an authorization code (RFC 6749, 4.1). */
export interface OAuthDefinition extends Source {
  provider: string;
  /** Where the person is sent. */
  authorizationUrl: string;
  /** Further parameters that the provider wants there. */
  parameters: Readonly<Record<string, string>>;
  /** Path of the token endpoint on the provider's host. */
  tokenPath: string;
  /** How the token request is written. */
  body: "form" | "json";
  /** Where the app's id and secret stand: in the body, or in an Authorization header. */
  clientAuthentication: "basic" | "body";
  /** The `iss` that comes back with a code (RFC 9207); undefined: the provider documents none. */
  issuer?: string | undefined;
  /** The credentials in a token response; undefined when it has none. */
  readCredentials(response: JsonObject): Credentials | undefined;
  /** The environment that a token response names; undefined when it names none. */
  readEnvironment?(response: JsonObject): ProviderEnvironment | undefined;
}
