import { type Credentials, ProviderUnavailable } from "@codespar/backend/ports";
import type { Json, JsonObject } from "@codespar/contract";
import { numberAt, textAt } from "../json/native-json.ts";
import type { TokenDefinition } from "./connector-definition.ts";
import {
  type ClientCertificate,
  CredentialsUnusable,
  type IncomingResponse,
  NothingSent,
  type OutgoingRequest,
  type Sender,
} from "./sender.ts";

/** The provider refused the credentials themselves. */
export class CredentialsRefused extends Error {
  override readonly name = "CredentialsRefused";

  constructor(provider: string, status: number) {
    super(`${provider} refused the credentials of this connection (HTTP ${status}). Connect it again.`);
  }
}

export interface AccessTokensOptions {
  provider: string;
  definition: TokenDefinition;
  path: string;
  /** Where tokens are issued, without a slash at the end. */
  baseUrl: string;
  send(): Sender;
  clock: { now(): number };
  /** What is shown to an issuer that asks for a client certificate. @default none */
  getCertificate?(credentials: Credentials): ClientCertificate | undefined;
}

interface KeptToken {
  token: Promise<string>;
  /** Milliseconds since the epoch; not known before the token is there. */
  expiresAt: number;
}

/** Accounts whose tokens are kept at a time. */
const mostAccounts = 10_000;
/** A token is not used in the last minute of its life: clocks differ, and a request takes its time. */
const marginMs = 60_000;

/** Access tokens for the credentials of many accounts: each is fetched once and kept until shortly before it expires. */
export class AccessTokens {
  readonly #options: AccessTokensOptions;
  readonly #kept = new Map<string, KeptToken>();

  constructor(options: AccessTokensOptions) {
    this.#options = options;
  }

  /** Rejects with `ProviderUnavailable` when none can be had now, and with `CredentialsRefused`. Nothing of a call has left by then. */
  async get(credentials: Credentials, signal: AbortSignal): Promise<string> {
    const name = nameOf(credentials);
    const kept = this.#kept.get(name);
    if (kept !== undefined && this.#options.clock.now() < kept.expiresAt) return kept.token;
    this.#kept.delete(name);
    const fresh: KeptToken = { token: this.#fetch(credentials, signal, name), expiresAt: Infinity };
    if (this.#kept.size >= mostAccounts) this.#kept.delete(this.#kept.keys().next().value ?? "");
    this.#kept.set(name, fresh);
    try {
      return await fresh.token;
    } catch (error) {
      if (this.#kept.get(name) === fresh) this.#kept.delete(name);
      throw error;
    }
  }

  /** Forgets a token that the provider refused; a newer one stays. True when it was the kept one. */
  async drop(credentials: Credentials, refused: string): Promise<boolean> {
    const name = nameOf(credentials);
    const kept = this.#kept.get(name);
    if (kept === undefined || (await kept.token.catch(() => undefined)) !== refused) return false;
    return this.#kept.delete(name);
  }

  async #fetch(credentials: Credentials, signal: AbortSignal, name: string): Promise<string> {
    const { provider, definition, path, baseUrl, send, clock, getCertificate } = this.#options;
    const request: OutgoingRequest = {
      method: "POST",
      url: `${baseUrl}${path}`,
      ...definition.request(credentials),
      clientCertificate: getCertificate?.(credentials),
      signal,
    };
    let response: IncomingResponse;
    try {
      response = await send()(request);
    } catch (error) {
      if (error instanceof CredentialsUnusable) throw error;
      throw new ProviderUnavailable(error instanceof NothingSent ? error.reason : "no_access_token");
    }
    const { status, text } = response;
    if (status === 400 || status === 401 || status === 403) throw new CredentialsRefused(provider, status);
    const body = status >= 200 && status < 300 ? parse(text) : undefined;
    const token = textAt(body, definition.tokenField ?? "access_token");
    if (token === undefined || !/^[\x21-\x7e]+$/.test(token)) throw new ProviderUnavailable(`http_${status}`);
    const seconds = Number(numberAt(body, "expires_in") ?? textAt(body, "expires_in") ?? Number.NaN);
    const lifeMs = Number.isFinite(seconds) ? seconds * 1000 : definition.lifeMs;
    const kept = this.#kept.get(name);
    if (kept !== undefined) kept.expiresAt = clock.now() + lifeMs - Math.min(marginMs, lifeMs / 2);
    return token;
  }
}

function nameOf(credentials: Credentials): string {
  return JSON.stringify(Object.entries(credentials).sort());
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: Json = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
