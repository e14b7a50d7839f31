import { type ServerId, servers } from "../generated/catalogue.ts";
import type { Risk } from "../wire/risk.ts";
import type { Server, ServerCategory } from "../wire/server.ts";

/** What can be said of a provider's own tool by its name alone. */
export interface NativeTool {
  name: string;
  server: ServerId;
  category: ServerCategory;
  /** First word after the server's name, such as `create`. */
  verb: string;
  /** The rest, such as `payment_intent`; empty when there is none. */
  noun: string;
  risk: Risk;
}

const readVerbs: ReadonlySet<string> = new Set([
  "get",
  "list",
  "search",
  "track",
  "check",
  "lookup",
  "validate",
]);
const fiscalVerbs: ReadonlySet<string> = new Set(["create", "cancel", "authorize"]);

let byName: ReadonlyMap<string, NativeTool> | undefined;

/** The catalogue's native tool of this name. */
export function findNativeTool(name: string): NativeTool | undefined {
  byName ??= indexTools();
  return byName.get(name);
}

/** Names of all native tools, or of one server's. */
export function nativeToolNames(serverId?: string): string[] {
  if (serverId === undefined) return servers.flatMap((server) => server.tools);
  return [...(servers.find((server) => server.id === serverId)?.tools ?? [])];
}

/** The prefix of a server's tools: `nuvem_fiscal_` for `nuvem-fiscal`. */
export function nativeToolPrefix(serverId: string): string {
  return `${serverId.replaceAll("-", "_")}_`;
}

function indexTools(): Map<string, NativeTool> {
  const index = new Map<string, NativeTool>();
  for (const server of servers) {
    for (const name of server.tools) index.set(name, parseTool(server, name));
  }
  return index;
}

function parseTool(server: Server & { id: ServerId }, name: string): NativeTool {
  const [verb = "", ...noun] = name.slice(nativeToolPrefix(server.id).length).split("_");
  return {
    name,
    server: server.id,
    category: server.category,
    verb,
    noun: noun.join("_"),
    risk: riskOfVerb(verb, noun.join("_"), server.category),
  };
}

function riskOfVerb(verb: string, noun: string, category: ServerCategory): Risk {
  if (verb === "calculate" || (verb === "get" && noun === "rates")) return "quote";
  if (readVerbs.has(verb)) return "read";
  if (verb === "send") return "send";
  if (category === "fiscal" && fiscalVerbs.has(verb)) return "fiscal";
  return "moves_money";
}
