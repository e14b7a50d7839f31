import type { Routing } from "../src/routing.ts";
import type { Server } from "../src/server.ts";

/** The catalogue as people edit it, in `catalogue.json`. */
export interface CatalogueSource {
  servers: (Omit<Server, "tools_count" | "aliases"> & { aliases?: string[] })[];
  presets: Record<string, string[]>;
  preset_aliases: Record<string, string>;
  routing: Routing;
}

/** Completes a source entry to what the API answers. */
export function completeServer({ aliases = [], ...server }: CatalogueSource["servers"][number]): Server {
  return { ...server, tools_count: server.tools.length, aliases };
}

/** The text of `src/generated/catalogue.ts`, before formatting. */
export function renderCatalogue(source: CatalogueSource): string {
  const union = (names: string[]) => names.map((name) => JSON.stringify(name)).join(" | ");
  return [
    "// Generated from catalogue.json by scripts/generate-catalogue.ts. Do not edit.",
    'import type { Routing } from "../routing.ts";',
    'import type { Server } from "../server.ts";',
    "",
    `export type ServerId = ${union(source.servers.map((server) => server.id))};`,
    "",
    `export type PresetName = ${union(Object.keys(source.presets))};`,
    "",
    `export const servers: readonly (Server & { id: ServerId })[] = ${JSON.stringify(source.servers.map(completeServer), null, 2)};`,
    "",
    `export const presets: Readonly<Record<PresetName, readonly ServerId[]>> = ${JSON.stringify(source.presets, null, 2)};`,
    "",
    `export const presetAliases: Readonly<Record<string, PresetName>> = ${JSON.stringify(source.preset_aliases, null, 2)};`,
    "",
    `export const routing: Routing<ServerId> = ${JSON.stringify(source.routing, null, 2)};`,
    "",
  ].join("\n");
}
