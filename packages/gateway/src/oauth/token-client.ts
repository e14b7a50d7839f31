import { type Credentials, type ProviderEnvironment, ProviderUnavailable } from "@codespar/backend/ports";
import type { JsonObject } from "@codespar/contract";
import type { OAuthDefinition } from "@codespar/providers/connect";
import type { OAuthApp } from "../config/resolve-config.ts";

/** What a token endpoint gave. */
export interface Tokens {
  credentials: Credentials;
  /** Milliseconds since the epoch; null: they do not run out. */
  expiresAt: number | null;
}

export interface TokenClientOptions {
  definition: OAuthDefinition;
  app: OAuthApp;
  /** The provider's host in an environment, without a slash at the end. */
  getHost(environment: ProviderEnvironment): string;
  now(): number;
  fetch?: typeof fetch | undefined;
}

export interface TokenClient {
  exchange(
    code: { code: string; redirectUri: string; verifier: string },
    environment: ProviderEnvironment,
    signal: AbortSignal,
  ): Promise<Tokens>;
  /**
   * Undefined when the provider refuses the token for good. Throws `ProviderUnavailable` for what a provider says before it looks
   * at the token (429); after anything else the token may have been used.
   */
  refresh(
    refreshToken: string,
    environment: ProviderEnvironment,
    signal: AbortSignal,
  ): Promise<Tokens | undefined>;
}

/** The token endpoint of a provider. Redirects are never followed, and nothing of a request or response is in what is thrown. */
export function tokenClient(options: TokenClientOptions): TokenClient {
  const { definition, app, getHost, now, fetch: send = fetch } = options;
  const { provider } = definition;

  async function post(
    parameters: Record<string, string>,
    environment: ProviderEnvironment,
    signal: AbortSignal,
  ): Promise<{ status: number; body: JsonObject }> {
    const { clientId, clientSecret = "" } = app;
    const headers: Record<string, string> = { accept: "application/json" };
    const fields: Record<string, string> = { ...parameters };
    if (definition.clientAuthentication === "basic") {
      headers.authorization = `Basic ${btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`)}`;
    } else {
      fields.client_id = clientId;
      if (clientSecret !== "") fields.client_secret = clientSecret;
    }
    const isJson = definition.body === "json";
    headers["content-type"] = isJson ? "application/json" : "application/x-www-form-urlencoded";
    const response = await send(getHost(environment) + definition.tokenPath, {
      method: "POST",
      headers,
      body: isJson ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
      redirect: "manual",
      signal,
    });
    return { status: response.status, body: await readObject(response) };
  }

  function readTokens(body: JsonObject, environment: ProviderEnvironment): Tokens {
    const credentials = definition.readCredentials(body);
    if (credentials === undefined) throw new Error(`The token response of ${provider} has no token.`);
    const named = definition.readEnvironment?.(body);
    if (named !== undefined && named !== environment) {
      throw new Error(`${provider} gave ${named} credentials, and this organisation is ${environment}.`);
    }
    const { expires_in: seconds } = body;
    const isNumber = typeof seconds === "number" && Number.isFinite(seconds) && seconds > 0;
    return { credentials, expiresAt: isNumber ? now() + seconds * 1000 : null };
  }

  return {
    async exchange({ code, redirectUri, verifier }, environment, signal) {
      const { status, body } = await post(
        { grant_type: "authorization_code", code, redirect_uri: redirectUri, code_verifier: verifier },
        environment,
        signal,
      );
      if (status >= 200 && status < 300) return readTokens(body, environment);
      throw new Error(`${provider} refused the code (HTTP ${status}${getError(body)}).`);
    },
    async refresh(refreshToken, environment, signal) {
      const { status, body } = await post(
        { grant_type: "refresh_token", refresh_token: refreshToken },
        environment,
        signal,
      );
      if (status >= 200 && status < 300) return readTokens(body, environment);
      if (status === 429) throw new ProviderUnavailable("rate_limited");
      // RFC 6749, 5.2: the token is invalid, expired or revoked, or the app may not use it
      if (status === 400 || status === 401) return undefined;
      throw new Error(`${provider} did not renew a token (HTTP ${status}).`);
    },
  };
}

/** A documented error code of RFC 6749, and no other text of the response. */
function getError({ error }: JsonObject): string {
  return typeof error === "string" && /^[a-z_]{1,40}$/.test(error) ? `, ${error}` : "";
}

async function readObject(response: Response): Promise<JsonObject> {
  try {
    const value: unknown = JSON.parse((await response.text()).slice(0, 100_000));
    // an object of JSON has nothing else
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
  } catch {
    return {};
  }
}
