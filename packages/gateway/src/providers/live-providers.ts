import type { Store } from "@codespar/backend";
import {
  type Credentials,
  type Provider,
  type ProviderEnvironment,
  ProviderUnavailable,
} from "@codespar/backend/ports";
import { findServer } from "@codespar/contract";
import type { ConnectableProvider, Consent, Trial } from "@codespar/node-runtime/connect-page";
import {
  type ConnectedProvider,
  type ConnectorDefinition,
  connect,
  connectors,
  oauthDefinitions,
  webhooks,
} from "@codespar/providers/connect";
import type { ResolvedConfig } from "../config/resolve-config.ts";
import { tokenClient } from "../oauth/token-client.ts";
import { findProbe } from "./find-probe.ts";

/** A provider for the router, and for the connect page. */
export interface LiveProvider extends Omit<Provider, "name">, ConnectableProvider {
  checkCredentials(credentials: Credentials, account: string): Promise<string | undefined>;
  /** The provider in the environment of an account. */
  connectedFor(account: string): Promise<ConnectedProvider>;
}

export interface LiveProvidersOptions {
  config: Pick<ResolvedConfig, "oauth" | "providers">;
  store: Pick<Store, "readOrganisation">;
  clock: { now(): number };
  /** The provider has refused the credentials of an account. @default nobody */
  onRefused?: ((server: string, account: string) => void) | undefined;
}

/** Every provider that has a connector and is not switched off. */
export function liveProviders(options: LiveProvidersOptions): LiveProvider[] {
  const { on, off, testAddresses } = options.config.providers;
  const getEnvironment = environments(options);
  return [...connectors.values()]
    .filter(({ id }) => (on === undefined || on.has(id)) && !off.has(id))
    .map((definition) => {
      const connected = {
        live: connect(definition, { environment: "live" }),
        test: connect(definition, { environment: "test", baseUrl: testAddresses.get(definition.id) }),
      };
      return liveProvider(definition, connected, getEnvironment, options);
    });
}

/** Organisations whose environment is remembered. */
const mostRemembered = 10_000;

/** The environment of an account, which follows its organisation and never changes. */
function environments({ store }: Pick<LiveProvidersOptions, "store">) {
  const known = new Map<string, ProviderEnvironment>();
  return async (account: string): Promise<ProviderEnvironment> => {
    // an account is an organisation, or one of its tenants after a slash
    const [organisationId = ""] = account.split("/", 1);
    const before = known.get(organisationId);
    if (before !== undefined) return before;
    const organisation = await store.readOrganisation(organisationId);
    if (organisation === undefined) throw new Error(`There is no organisation ${organisationId}.`);
    const environment = organisation.livemode ? "live" : "test";
    if (known.size >= mostRemembered) known.clear();
    known.set(organisationId, environment);
    return environment;
  };
}

/** A provider that reaches the live or the test service by whose call it is: the organisation decides, no setting does. */
function liveProvider(
  { id, credentials: fields, hosts, wire }: ConnectorDefinition,
  connected: Readonly<Record<ProviderEnvironment, ConnectedProvider>>,
  getEnvironment: (account: string) => Promise<ProviderEnvironment>,
  { config, clock, onRefused }: LiveProvidersOptions,
): LiveProvider {
  const { tools, version } = connected.live;
  const [definition, app] = [oauthDefinitions.get(id), config.oauth.get(id)];
  const tokens =
    definition === undefined || app === undefined
      ? undefined
      : tokenClient({
          definition,
          app,
          getHost: (environment) =>
            (environment === "test" ? config.providers.testAddresses.get(id) : undefined) ??
            hosts[environment],
          now: clock.now,
        });
  // a tool that only the simulation has asks nobody
  const probe = findProbe(tools.filter(({ name }) => wire.tools[name] !== undefined));

  async function connectedFor(account: string): Promise<ConnectedProvider> {
    return connected[await getEnvironment(account)];
  }

  async function tryCredentials(
    credentials: Credentials,
    account: string,
    signal: AbortSignal,
  ): Promise<Trial> {
    if (probe === undefined) return { status: "works" };
    const provider = await connectedFor(account);
    // the id is that of no operation: a read leaves nothing that could be found by it
    const call = { operationId: `probe_${crypto.randomUUID()}`, tool: probe, arguments: {} };
    try {
      const response = await provider.execute({ ...call, credentials, account, signal, emit: () => {} });
      const isRefused = !response.ok && response.code === "needs_connection";
      return { status: isRefused ? "refused" : "works" };
    } catch (error) {
      // whatever else goes wrong says nothing of the credentials
      if (error instanceof ProviderUnavailable || signal.aborted) return { status: "unreachable" };
      throw error;
    }
  }

  const consent: Consent | undefined =
    definition === undefined || app === undefined || tokens === undefined
      ? undefined
      : {
          authorizationUrl: definition.authorizationUrl,
          parameters: definition.parameters,
          clientId: app.clientId,
          issuer: definition.issuer,
          exchange: async ({ account, ...code }, signal) =>
            tokens.exchange(code, await getEnvironment(account), signal),
        };

  return {
    id,
    consent,
    ...(tokens === undefined
      ? {}
      : {
          refreshCredentials: async ({ refresh_token = "" }, { account, signal }) =>
            refresh_token === ""
              ? undefined
              : tokens.refresh(refresh_token, await getEnvironment(account), signal),
        }),
    name: findServer(id)?.name ?? id,
    tools,
    version,
    environmentOf: getEnvironment,
    fields: fields.map(({ name, label, required = true, secret = true }) => ({
      name,
      label,
      required,
      secret,
    })),
    tryCredentials,
    connectedFor,
    getAccountId: (credentials) => credentials[webhooks.get(id)?.accountField ?? ""],
    async checkCredentials(credentials, account) {
      return (await connectedFor(account)).checkCredentials(credentials);
    },
    async execute(call) {
      const response = await (await connectedFor(call.account)).execute(call);
      if (!response.ok && response.code === "needs_connection") onRefused?.(id, call.account);
      return response;
    },
    // both environments are called by one definition
    canFind: (tool) => connected.live.canFind?.(tool) ?? true,
    async find(operationId, context) {
      const environment = await getEnvironment(context.account);
      // an organisation's environment never changes: it is the one in which the call was dispatched
      const dispatched =
        context.dispatched === undefined ? undefined : { ...context.dispatched, environment };
      return connected[environment].find(operationId, { ...context, dispatched });
    },
  };
}
