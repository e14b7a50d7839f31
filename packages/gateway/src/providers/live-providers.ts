import type { Store } from "@codespar/backend";
import type { Provider, ProviderEnvironment } from "@codespar/backend/ports";
import { type ConnectedProvider, connect, connectors } from "@codespar/providers/connect";
import type { ResolvedConfig } from "../config/resolve-config.ts";

/** Every provider that has a connector and is not switched off. */
export function liveProviders(
  { on, off, testAddresses }: ResolvedConfig["providers"],
  store: Pick<Store, "readOrganisation">,
): Provider[] {
  return [...connectors.values()]
    .filter(({ id }) => (on === undefined || on.has(id)) && !off.has(id))
    .map((definition) =>
      byEnvironment(
        {
          live: connect(definition, { environment: "live" }),
          test: connect(definition, { environment: "test", baseUrl: testAddresses.get(definition.id) }),
        },
        store,
      ),
    );
}

/** A provider that reaches the live or the test service by whose call it is: the organisation decides, no setting does. */
function byEnvironment(
  connected: Readonly<Record<ProviderEnvironment, ConnectedProvider>>,
  store: Pick<Store, "readOrganisation">,
): Provider {
  const { id, tools, version } = connected.live;

  async function environmentOf(account: string): Promise<ProviderEnvironment> {
    // an account is an organisation, or one of its tenants after a slash
    const [organisationId = ""] = account.split("/", 1);
    const organisation = await store.readOrganisation(organisationId);
    if (organisation === undefined) throw new Error(`There is no organisation ${organisationId}.`);
    return organisation.livemode ? "live" : "test";
  }

  return {
    id,
    tools,
    version,
    async execute(call) {
      return connected[await environmentOf(call.account)].execute(call);
    },
    async find(operationId, context) {
      const environment = await environmentOf(context.account);
      // an organisation's environment never changes: it is the one in which the call was dispatched
      const dispatched =
        context.dispatched === undefined ? undefined : { ...context.dispatched, environment };
      return connected[environment].find(operationId, { ...context, dispatched });
    },
  };
}
