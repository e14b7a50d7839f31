import type { DiscoverInput, DiscoverMatch, JsonObject } from "@codespar/contract";
import { serverStatus } from "../../accounts/connections/server-status.ts";
import { isOnSharedAccount } from "../../accounts/connections/shared-account.ts";
import type { BackendContext } from "../../context.ts";
import type { SessionRecord } from "../../store/store.ts";
import { searchTools } from "../discovery/search-tools.ts";
import type { ToolEntry } from "../discovery/tool-entry.ts";
import { createToolIndex } from "../discovery/tool-index.ts";
import { usefulTools } from "../discovery/useful-tools.ts";

const defaultLimit = 10;

/** Tools that fit what is asked for: attached servers first, best first, the same within a session. */
export async function discover(
  context: BackendContext,
  session: SessionRecord,
  { query = "", domain, country, limit = defaultLimit }: DiscoverInput,
): Promise<JsonObject> {
  const index = createToolIndex(context.providers, context.discovery);
  const connected = await connectedServers(context, session);
  const attached = new Set(["codespar", ...session.servers]);
  const isWithin = (entry: ToolEntry) =>
    (domain === undefined || entry.categories.includes(domain)) &&
    (country === undefined || entry.countries.includes(country));
  const browses = domain !== undefined || country !== undefined;
  const found =
    searchTools(index, query, isWithin) ??
    usefulTools(index, (entry) => isWithin(entry) && (browses || attached.has(entry.server)));

  const matches = found
    .map(({ tool, score }) => ({ ...describe(tool.entry, connected), score: round(score) }))
    // sorting is stable, so ties stay in the catalogue's order
    .sort((a, b) => rank(b, attached) - rank(a, attached) || b.score - a.score)
    .slice(0, limit);
  return { matches };
}

async function connectedServers(context: BackendContext, session: SessionRecord): Promise<Set<string>> {
  const connected = new Set(["codespar"]);
  await Promise.all(
    session.servers.map(async (server) => {
      const isConnected = (await serverStatus(context, session, server)) === "connected";
      // where native tools cannot be called, only the meta-tools are connected
      if (isConnected && !(await isOnSharedAccount(context, session, server))) connected.add(server);
    }),
  );
  return connected;
}

/** What can be called now, then what is attached but not connected, then the rest. */
function rank(
  { server, connected }: Pick<DiscoverMatch, "server" | "connected">,
  attached: ReadonlySet<string>,
) {
  if (connected) return 2;
  return attached.has(server) ? 1 : 0;
}

function describe(entry: ToolEntry, connected: ReadonlySet<string>) {
  const { name, server, category, countries, description } = entry;
  return {
    name,
    server,
    category,
    countries: [...countries],
    description,
    connected: connected.has(server),
  } satisfies Omit<DiscoverMatch, "score">;
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
