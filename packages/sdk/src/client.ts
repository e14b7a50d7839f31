import type { SearchResults } from "@codespar/contract";
import type { ApiPromise } from "./api/api.ts";
import { type Api, createApi } from "./api/api.ts";
import type { RequestOptions } from "./api/request-options.ts";
import { attemptTimeout, authenticate, sendRequest } from "./api/send-request.ts";
import { type ClientOptions, resolveOptions } from "./client-options.ts";
import { compose } from "./middleware/compose.ts";
import { quotaWarning } from "./middleware/quota-warning.ts";
import { retry, unknownOutcome } from "./middleware/retry-or-unknown.ts";
import { ApiKeys } from "./resources/api-keys.ts";
import { Approvals } from "./resources/approvals.ts";
import { Billing } from "./resources/billing.ts";
import { ConnectSessions } from "./resources/connect-sessions.ts";
import { Connections } from "./resources/connections.ts";
import { Events } from "./resources/events.ts";
import { FiscalProfiles } from "./resources/fiscal-profiles.ts";
import { search } from "./resources/search.ts";
import { Servers } from "./resources/servers.ts";
import { ToolCalls } from "./resources/tool-calls.ts";
import { Triggers } from "./resources/triggers.ts";
import { Usage } from "./resources/usage.ts";
import { type Runtime, systemRuntime } from "./runtime.ts";
import type { CreateSessionOptions } from "./sessions/create-session-options.ts";
import type { Session } from "./sessions/session.ts";
import { Sessions } from "./sessions/sessions.ts";
import { Webhooks } from "./webhooks/webhooks.ts";

/**
 * The CodeSpar client.
 * @example
 * const codespar = new CodeSpar({ apiKey: "csk_test_demo" });
 * const session = await codespar.sessions.create({ servers: ["stripe"] });
 */
export class CodeSpar {
  readonly sessions: Sessions;
  readonly toolCalls: ToolCalls;
  readonly servers: Servers;
  readonly usage: Usage;
  readonly billing: Billing;
  readonly apiKeys: ApiKeys;
  readonly connectSessions: ConnectSessions;
  readonly connections: Connections;
  readonly fiscalProfiles: FiscalProfiles;
  readonly triggers: Triggers;
  readonly approvals: Approvals;
  readonly events: Events;
  readonly webhooks: Webhooks;
  readonly #api: Api;
  readonly #close: () => Promise<void>;

  /** @param runtime For tests: time and randomness. */
  constructor(options: ClientOptions = {}, runtime: Runtime = systemRuntime) {
    const resolved = resolveOptions(options);
    const api: Api = createApi(
      compose(
        [
          quotaWarning(resolved.onQuotaWarning),
          unknownOutcome(),
          retry(runtime),
          attemptTimeout(runtime),
          authenticate(resolved.apiKey, resolved.organisation),
        ],
        sendRequest(resolved.transport),
      ),
      runtime,
      resolved,
    );
    this.#api = api;
    this.sessions = new Sessions(api);
    this.toolCalls = new ToolCalls(api);
    this.servers = new Servers(api);
    this.usage = new Usage(api);
    this.billing = new Billing(api);
    this.apiKeys = new ApiKeys(api);
    this.connectSessions = new ConnectSessions(api);
    this.connections = new Connections(api);
    this.fiscalProfiles = new FiscalProfiles(api);
    this.triggers = new Triggers(api);
    this.approvals = new Approvals(api);
    this.events = new Events(api);
    this.webhooks = new Webhooks(runtime);
    this.#close = async () => {
      if (resolved.ownsTransport) await resolved.transport.close?.();
    };
  }

  /** Finds sessions and tool calls by an id: their own, an idempotency key, or what a provider made, such as a payment's. */
  search(q: string, options?: RequestOptions): ApiPromise<SearchResults> {
    return search(this.#api, q, options);
  }

  /** @deprecated as in 0.11. Use `sessions.create({ …config, user_id })`. */
  create(userId: string, config: CreateSessionOptions): ApiPromise<Session> {
    return this.sessions.create({ ...config, user_id: userId });
  }

  /** Frees connections that are kept alive. A transport that you passed stays open. */
  close(): Promise<void> {
    return this.#close();
  }

  /** `await using codespar = new CodeSpar()` closes it at the end of the block. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.#close();
  }
}
