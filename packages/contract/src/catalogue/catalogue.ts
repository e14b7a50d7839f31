import { type PresetName, presetAliases, presets, type ServerId, servers } from "../generated/catalogue.ts";
import type { Server } from "../wire/server.ts";
import { suggest } from "./suggest.ts";

export type CatalogueServer = Server & { id: ServerId };

export interface Preset {
  name: PresetName;
  servers: readonly ServerId[];
}

let byId: ReadonlyMap<string, CatalogueServer> | undefined;

/** The server of this id or alias: `mercadopago` and `mercado-pago` are the same. */
export function findServer(idOrAlias: string): CatalogueServer | undefined {
  byId ??= indexServers();
  return byId.get(idOrAlias);
}

/** The preset of this name or alias. */
export function resolvePreset(name: string): Preset | undefined {
  if (isPresetName(name)) return { name, servers: presets[name] };
  if (!Object.hasOwn(presetAliases, name)) return undefined;
  const alias = presetAliases[name];
  return alias === undefined ? undefined : { name: alias, servers: presets[alias] };
}

/** Server ids that were perhaps meant. */
export function suggestServers(input: string): string[] {
  const ids = servers.flatMap((server) => [server.id, ...server.aliases]);
  return [...new Set(suggest(input, ids).map((id) => findServer(id)?.id ?? id))];
}

/** Preset names that were perhaps meant; all of them when none is near, for they are few. */
export function suggestPresets(input: string): string[] {
  const names = Object.keys(presets);
  const near = suggest(input, names);
  return near.length === 0 ? names : near;
}

function isPresetName(name: string): name is PresetName {
  return Object.hasOwn(presets, name);
}

function indexServers(): Map<string, CatalogueServer> {
  const index = new Map<string, CatalogueServer>();
  for (const server of servers) {
    index.set(server.id, server);
    for (const alias of server.aliases) index.set(alias, server);
  }
  return index;
}
