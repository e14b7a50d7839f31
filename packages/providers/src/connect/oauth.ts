import type { Credentials, ProviderEnvironment } from "@codespar/backend/ports";
import type { Json, JsonObject } from "@codespar/contract";
import type { Source } from "../wire/source.ts";
import type { Sender } from "./sender.ts";

/** The app that stands for whoever runs CodeSpar at a provider. */
export interface OAuthApp {
  clientId: string;
  clientSecret: string;
}

/** OAuth 2 with an authorization code, as one provider does it. */
export interface OAuthDefinition extends Source {
  /** Where a person consents; client, address to return to and state are added. */
  authorizationUrl: string;
  parameters: Readonly<Record<string, string>>;
  /** The `iss` that comes back with the code. @default not checked: the provider documents none */
  issuer?: string | undefined;
  /** Path of the token endpoint, at the provider's own host. */
  tokenPath: string;
  /** Body of the exchange of a code. */
  exchange(app: OAuthApp, code: AuthorizationCode, environment: ProviderEnvironment): JsonObject;
  /** Body of a refresh. */
  refresh(app: OAuthApp, credentials: Credentials): JsonObject;
  /** The connection's credentials of a token response. `expires_at` is in milliseconds since the epoch. */
  readCredentials(response: JsonObject, now: number): Credentials;
  /** What the response says of the environment; undefined when it says nothing. */
  readEnvironment(response: JsonObject): ProviderEnvironment | undefined;
}

export interface AuthorizationCode {
  code: string;
  redirectUri: string;
  /** Of PKCE. */
  verifier: string;
}

/** Exchanges codes and refreshes tokens. Neither is ever tried twice: a code and a refresh token are good for once. */
export interface OAuthClient {
  /** Rejects with `OAuthError` when the provider refuses, or when nobody can say what became of the request. */
  exchange(code: AuthorizationCode, signal: AbortSignal): Promise<Credentials>;
  refresh(credentials: Credentials, signal: AbortSignal): Promise<Credentials>;
}

/** Why there are no tokens. Its message has none of the request's or the response's values. */
export class OAuthError extends Error {
  override readonly name = "OAuthError";
  /** `refused` ask the person again · `environment` the tokens are of the other one · `unknown` the tokens may have been used */
  readonly reason: "environment" | "refused" | "unknown";

  constructor(provider: string, reason: OAuthError["reason"], detail: string) {
    super(`${provider} gave no tokens (${reason}): ${detail}.`);
    this.reason = reason;
  }
}

export interface OAuthOptions {
  provider: string;
  environment: ProviderEnvironment;
  /** Without a slash at the end. */
  base: string;
  app: OAuthApp;
  send: Sender;
  clock: { now(): number };
  /** The provider's own error of a refusal. */
  readError(status: number, body: Json | undefined): { code?: string | undefined } | undefined;
}

export function oauthClient(definition: OAuthDefinition, options: OAuthOptions): OAuthClient {
  const { provider, environment, base, app, send, clock, readError } = options;

  async function ask(body: JsonObject, signal: AbortSignal): Promise<Credentials> {
    const response = await send({
      method: "POST",
      url: `${base}${definition.tokenPath}`,
      headers: { accept: "application/json", "content-type": "application/json" },
      body: JSON.stringify(body),
      signal,
    }).catch(() => {
      throw new OAuthError(provider, "unknown", "no response arrived");
    });
    const { status, text } = response;
    const parsed = parseJson(text);
    if (status >= 400 && status < 500)
      throw new OAuthError(provider, "refused", readError(status, parsed)?.code ?? `HTTP ${status}`);
    if (status !== 200 || !isObject(parsed)) throw new OAuthError(provider, "unknown", `HTTP ${status}`);
    const given = definition.readEnvironment(parsed);
    if (given !== undefined && given !== environment)
      throw new OAuthError(provider, "environment", `the tokens are of the ${given} environment`);
    return definition.readCredentials(parsed, clock.now());
  }

  return {
    exchange: (code, signal) => ask(definition.exchange(app, code, environment), signal),
    refresh: (credentials, signal) => ask(definition.refresh(app, credentials), signal),
  };
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
