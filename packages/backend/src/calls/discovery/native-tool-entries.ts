import { type CatalogueServer, findNativeTool, nativeToolPrefix, servers } from "@codespar/contract";
import type { Provider } from "../../ports/provider.ts";
import type { ToolEntry } from "./tool-entry.ts";
import { toolGlosses } from "./tool-keywords.ts";

/** Every server's tools in the catalogue's order: as its provider describes them, else by their names. */
export function nativeToolEntries(providers: ReadonlyMap<string, Provider>): ToolEntry[] {
  return servers.flatMap((server) => {
    const described = providers.get(server.id)?.tools;
    if (described !== undefined) {
      return described.map(({ name, description }) => nativeToolEntry(server, name, description));
    }
    return server.tools.map((name) => nativeToolEntry(server, name));
  });
}

function nativeToolEntry(server: CatalogueServer, name: string, ownDescription = ""): ToolEntry {
  const { category, categories, countries, capabilities } = server;
  const words = wordsOf(server.id, name);
  return {
    name,
    server: server.id,
    category,
    categories,
    countries,
    description: ownDescription === "" ? `${server.name}: ${words}.` : ownDescription,
    ownDescription,
    words,
    gloss: glossOf(server, name),
    capabilities,
  };
}

function wordsOf(server: string, name: string): string {
  const prefix = nativeToolPrefix(server);
  return (name.startsWith(prefix) ? name.slice(prefix.length) : name).replaceAll("_", " ");
}

function glossOf({ categories }: CatalogueServer, name: string): string {
  const noun = findNativeTool(name)?.noun ?? "";
  const keys = [name, ...categories.map((category) => `${category}/${noun}`)];
  return keys
    .filter((key) => Object.hasOwn(toolGlosses, key))
    .map((key) => toolGlosses[key])
    .join(", ");
}
