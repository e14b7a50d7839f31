import { type CatalogueServer, findNativeTool, nativeToolPrefix, servers } from "@codespar/contract";
import { ownProviders } from "../../accounts/sessions/find-server.ts";
import type { DiscoveryWords } from "../../ports/discovery.ts";
import type { Provider } from "../../ports/provider.ts";
import type { ToolEntry } from "./tool-entry.ts";
import { categoryKeywords } from "./tool-keywords.ts";

/** What is known of a provider that is not the catalogue's. */
const unlisted: Omit<ListedServer, "id" | "name"> = {
  category: "erp",
  categories: ["erp"],
  countries: [],
  capabilities: [],
};

/** The tools of providers besides the catalogue, then every server's in its order: as its provider describes them, else by their names. */
export function nativeToolEntries(
  providers: ReadonlyMap<string, Provider>,
  { toolKeywords = {} }: DiscoveryWords = {},
): ToolEntry[] {
  const others = ownProviders(providers).flatMap((provider) =>
    provider.tools.map(({ name, description }) =>
      nativeToolEntry(
        { ...unlisted, id: provider.id, name: provider.name ?? provider.id },
        name,
        toolKeywords,
        description,
      ),
    ),
  );
  const listed = servers.flatMap((server) => {
    const described = providers.get(server.id)?.tools;
    if (described !== undefined) {
      return described.map(({ name, description }) =>
        nativeToolEntry(server, name, toolKeywords, description),
      );
    }
    return server.tools.map((name) => nativeToolEntry(server, name, toolKeywords));
  });
  return [...others, ...listed];
}

type ListedServer = Pick<
  CatalogueServer,
  "capabilities" | "categories" | "category" | "countries" | "name"
> & {
  id: string;
};

function nativeToolEntry(
  server: ListedServer,
  name: string,
  keywords: NonNullable<DiscoveryWords["toolKeywords"]>,
  ownDescription = "",
): ToolEntry {
  const { category, categories, countries, capabilities } = server;
  const words = getWords(server.id, name);
  return {
    name,
    server: server.id,
    category,
    categories,
    countries,
    description: ownDescription === "" ? `${server.name}: ${words}.` : ownDescription,
    ownDescription,
    words,
    keywords: [Object.hasOwn(keywords, name) ? keywords[name] : undefined, ...categoryWords(server, name)]
      .filter((word) => word !== undefined)
      .join(", "),
    capabilities,
  };
}

function getWords(server: string, name: string): string {
  const prefix = nativeToolPrefix(server);
  return (name.startsWith(prefix) ? name.slice(prefix.length) : name).replaceAll("_", " ");
}

function categoryWords(
  { categories }: Pick<ListedServer, "categories">,
  name: string,
): (string | undefined)[] {
  const noun = findNativeTool(name)?.noun ?? "";
  return categories
    .map((category) => `${category}/${noun}`)
    .filter((key) => Object.hasOwn(categoryKeywords, key))
    .map((key) => categoryKeywords[key]);
}
