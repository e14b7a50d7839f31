import type { Routing, Server } from "@codespar/contract";
import type { ProviderDefinition, ProviderRoutes } from "../src/catalogue/define-provider.ts";
import { catalogueOrder, preferences, presetAliases, presets } from "../src/catalogue/preferences.ts";

/** The text of `contract/src/generated/catalogue.ts`, before formatting. */
export function renderCatalogue(definitions: readonly ProviderDefinition[]): string {
  const ordered = inOrder(definitions, catalogueOrder);
  const union = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(" | ");
  const ids = ordered.map(({ id }) => id);
  return [
    "// Generated from the folders of packages/providers by `pnpm generate`. Do not edit.",
    'import type { Routing } from "../meta-tools/routing.ts";',
    'import type { Server } from "../wire/server.ts";',
    "",
    `export type ServerId = ${union(ids)};`,
    "",
    `export type PresetName = ${union([...Object.keys(presets), "all"])};`,
    "",
    `export const servers: readonly (Server & { id: ServerId })[] = ${JSON.stringify(ordered.map(describeServer), null, 2)};`,
    "",
    `export const presets: Readonly<Record<PresetName, readonly ServerId[]>> = ${JSON.stringify({ ...presets, all: ids }, null, 2)};`,
    "",
    `export const presetAliases: Readonly<Record<string, PresetName>> = ${JSON.stringify(presetAliases, null, 2)};`,
    "",
    `export const routing: Routing<ServerId> = ${JSON.stringify(readRouting(ordered), null, 2)};`,
    "",
  ].join("\n");
}

/** The row that the API returns. */
function describeServer(definition: ProviderDefinition): Server {
  const { id, name, categories, countries, authType, capabilities, aliases = [], tools } = definition;
  const names = Object.keys(tools);
  return {
    id,
    name,
    category: categories[0],
    categories: [...categories],
    countries: [...countries],
    auth_type: authType,
    capabilities: [...capabilities],
    tools: names,
    tools_count: names.length,
    aliases: [...aliases],
  };
}

function readRouting(definitions: readonly ProviderDefinition[]): Routing {
  const serving = (preferred: readonly string[], serves: (routes: ProviderRoutes) => boolean | undefined) =>
    inOrder(
      definitions.filter(({ routes }) => routes !== undefined && serves(routes) === true),
      preferred,
    ).map(({ id }) => id);
  return {
    pay: mapValues(preferences.pay, (methods, currency) =>
      mapValues(methods, (preferred, method) =>
        serving(preferred ?? [], ({ pay }) => pay?.[currency]?.includes(method)),
      ),
    ),
    checkout: mapValues(preferences.checkout, (preferred, currency) =>
      serving(preferred, ({ checkout }) => checkout?.includes(currency)),
    ),
    invoice: mapValues(preferences.invoice, (preferred, type) =>
      serving(preferred, ({ invoice }) => invoice?.includes(type)),
    ),
    ship: mapValues(preferences.ship, (preferred, country) =>
      serving(preferred, ({ ship }) => ship?.includes(country)),
    ),
    notify: mapValues(preferences.notify, (countries, channel) =>
      mapValues(countries, (preferred, country) =>
        serving(preferred ?? [], ({ notify }) => notify?.[channel]?.includes(country)),
      ),
    ),
  };
}

/** Those that the order names come first, as it has them; the others after, by their ids. */
function inOrder(definitions: readonly ProviderDefinition[], order: readonly string[]): ProviderDefinition[] {
  const place = ({ id }: ProviderDefinition) => {
    const index = order.indexOf(id);
    return index === -1 ? order.length : index;
  };
  return [...definitions].sort(
    (one, other) => place(one) - place(other) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );
}

function mapValues<Key extends string, Value, Result>(
  record: Readonly<Partial<Record<Key, Value>>>,
  map: (value: Value, key: Key) => Result,
): Record<Key, Result> {
  const entries = Object.entries(record) as [Key, Value][]; // Object.entries widens the keys
  return Object.fromEntries(entries.map(([key, value]) => [key, map(value, key)])) as Record<Key, Result>;
}
