import type { Transport } from "@codespar/contract";
import { loadHttp, loadSandbox } from "#platform";
import {
  checkKnownOptions,
  checkMaxRetries,
  checkTimeoutMs,
  type OptionNames,
} from "./api/request-options.ts";
import { parseApiKey } from "./api-key.ts";
import { invalidRequest } from "./errors/invalid-request.ts";
import { type FetchFunction, fetchTransport } from "./transport/fetch-transport.ts";
import { lazyTransport } from "./transport/lazy-transport.ts";
import { parseBaseUrl } from "./transport/parse-base-url.ts";

export interface ClientOptions {
  /**
   * `csk_test_…` for the sandbox, `csk_live_…` for production.
   * @default process.env.CODESPAR_API_KEY
   */
  apiKey?: string | undefined;
  /**
   * Where the API is, such as `http://localhost:4010`.
   * @default process.env.CODESPAR_BASE_URL, else production; for a test key the sandbox embedded in this process
   */
  baseUrl?: string | undefined;
  /** Carries the requests instead of HTTP, such as `createSandbox().transport`. It stays yours to close. */
  transport?: Transport | undefined;
  /** Used instead of the default HTTP client. */
  fetch?: FetchFunction | undefined;
  /** Bounds one attempt. @default 60_000 */
  timeoutMs?: number | undefined;
  /** Attempts after the first one. @default 2 */
  maxRetries?: number | undefined;
  /** The organisation that a service key (`cssk_internal_…`) acts for. */
  organisation?: string | undefined;
  /** Gets CodeSpar's sentence with every response once 90 % of the quota are used. What it throws is ignored. */
  onQuotaWarning?: ((message: string) => void) | undefined;
}

const clientOptionNames: OptionNames<ClientOptions> = {
  apiKey: true,
  baseUrl: true,
  transport: true,
  fetch: true,
  timeoutMs: true,
  maxRetries: true,
  organisation: true,
  onQuotaWarning: true,
};

/** Options with every default applied. */
export interface ResolvedClientOptions {
  apiKey: string;
  transport: Transport;
  /** Whether the client made the transport, and so closes it. */
  ownsTransport: boolean;
  timeoutMs: number;
  maxRetries: number;
  organisation: string | undefined;
  onQuotaWarning: ((message: string) => void) | undefined;
}

const productionUrl = "https://api.codespar.dev";

/** Applies defaults and refuses what cannot work. The one place where the environment is read. */
export function resolveOptions(options: ClientOptions): ResolvedClientOptions {
  checkKnownOptions(options, clientOptionNames, "");
  const apiKey = parseApiKey(options.apiKey ?? readEnv("CODESPAR_API_KEY"));
  return {
    apiKey,
    transport: options.transport ?? resolveTransport(options, apiKey),
    ownsTransport: options.transport === undefined,
    timeoutMs: checkTimeoutMs(options.timeoutMs) ?? 60_000,
    maxRetries: checkMaxRetries(options.maxRetries) ?? 2,
    organisation: checkOrganisation(options.organisation),
    onQuotaWarning: options.onQuotaWarning,
  };
}

function resolveTransport({ baseUrl, fetch }: ClientOptions, apiKey: string): Transport {
  const url = baseUrl ?? readEnv("CODESPAR_BASE_URL");
  if (url === undefined && fetch === undefined && apiKey.startsWith("csk_test_")) {
    return lazyTransport(loadSandbox);
  }
  const options = { baseUrl: url ?? productionUrl };
  const load = fetch === undefined ? loadHttp : undefined;
  if (load === undefined) return fetchTransport({ ...options, fetch });
  // Now rather than at the first request.
  parseBaseUrl(options.baseUrl);
  return lazyTransport(async () => (await load())(options));
}

function checkOrganisation(organisation: string | undefined): string | undefined {
  if (organisation === undefined || /^[\x21-\x7e]+$/.test(organisation)) return organisation;
  throw invalidRequest("organisation", "must be an organisation's id, such as org_01jd….");
}

function readEnv(name: string): string | undefined {
  try {
    // Browsers and some workers have no `process`. An empty variable counts as none.
    return globalThis.process?.env?.[name] || undefined;
  } catch {
    // Deno without permission for the environment
    return undefined;
  }
}
