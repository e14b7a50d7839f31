import { findServer, servers, suggest, suggestServers } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import type { Provider } from "../../ports/provider.ts";

/** What can be attached to a session: a server of the catalogue, or a provider that the backend was given besides. */
export interface AttachableServer {
  id: string;
  name: string;
}

/** By id, or for the catalogue's by another spelling. */
export function findAttachable(
  { providers }: Pick<BackendContext, "providers">,
  idOrAlias: string,
): AttachableServer | undefined {
  const own = providers.get(idOrAlias);
  if (own !== undefined && findServer(own.id) === undefined) return { id: own.id, name: own.name ?? own.id };
  return findServer(idOrAlias);
}

/** Ids that are near to a misspelt one. */
export function suggestAttachable({ providers }: Pick<BackendContext, "providers">, name: string): string[] {
  return [
    ...suggest(
      name,
      ownProviders(providers).map(({ id }) => id),
    ),
    ...suggestServers(name),
  ];
}

const catalogueIds: ReadonlySet<string> = new Set(servers.map(({ id }) => id));

/** The providers that are not the catalogue's. */
export function ownProviders(providers: ReadonlyMap<string, Provider>): Provider[] {
  return [...providers.values()].filter(({ id }) => !catalogueIds.has(id));
}
