const generatedNote = "// Generated from the folders of packages/providers by `pnpm generate`. Do not edit.";

/** The files of a provider's folder that not every provider has. */
export const partFiles = ["translate", "connect", "webhooks", "oauth", "emulate"] as const;

type PartFile = (typeof partFiles)[number];

/** A provider's folder, and which of its optional files it has. */
export interface ProviderFolder {
  id: string;
  files: ReadonlySet<PartFile>;
}

/** The text of each file under `src/generated`, before formatting. */
export function renderLists(folders: readonly ProviderFolder[]): Readonly<Record<string, string>> {
  const having = (file: PartFile) => folders.filter(({ files }) => files.has(file));
  return {
    "definitions.ts": list({
      folders,
      file: "provider",
      suffix: "",
      name: "definitions",
      type: "ProviderDefinition",
      from: 'import type { ProviderDefinition } from "../catalogue/define-provider.ts";',
      doc: "Every provider's row of the catalogue.",
    }),
    "translators.ts": list({
      folders: having("translate"),
      file: "translate",
      suffix: "Translator",
      name: "translators",
      type: "Translator",
      from: 'import type { Translator } from "@codespar/backend/ports";',
      doc: "Every provider that can do something for a meta-tool.",
    }),
    "simulations.ts": list({
      folders,
      file: "simulate",
      suffix: "Simulation",
      name: "simulations",
      type: "SimulatedServer",
      from: 'import type { SimulatedServer } from "../simulation/provider-definition.ts";',
      doc: "Every provider's simulation.",
    }),
    "connectors.ts": list({
      folders: having("connect"),
      file: "connect",
      suffix: "Connector",
      name: "connectorList",
      type: "ConnectorDefinition",
      from: 'import type { ConnectorDefinition } from "../connect/connector-definition.ts";',
      doc: "Every provider that can be called for real.",
    }),
    "webhooks.ts": list({
      folders: having("webhooks"),
      file: "webhooks",
      suffix: "Webhooks",
      name: "webhookList",
      type: "WebhookDefinition",
      from: 'import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";',
      doc: "The webhooks of every provider that sends any that CodeSpar reads.",
    }),
    "oauth.ts": list({
      folders: having("oauth"),
      file: "oauth",
      suffix: "OAuth",
      name: "oauthList",
      type: "OAuthDefinition",
      from: 'import type { OAuthDefinition } from "../connect/oauth-definition.ts";',
      doc: "Every provider at which a person can consent.",
    }),
    "emulations.ts": list({
      folders: having("emulate"),
      file: "emulate",
      suffix: "Emulation",
      name: "emulationList",
      type: "EmulationDefinition",
      from: 'import type { EmulationDefinition } from "../emulation/emulation-definition.ts";',
      doc: "Every provider whose own HTTP the sandbox speaks.",
    }),
    "public-connectors.ts": [
      generatedNote,
      ...having("connect").map(
        ({ id }) => `export { ${camelCase(id)}Connector } from "../${id}/connect.ts";`,
      ),
      ...having("webhooks").map(
        ({ id }) => `export { ${camelCase(id)}Webhooks } from "../${id}/webhooks.ts";`,
      ),
      "",
    ].join("\n"),
  };
}

interface ListOptions {
  folders: readonly ProviderFolder[];
  file: string;
  suffix: string;
  name: string;
  type: string;
  from: string;
  doc: string;
}

function list({ folders, file, suffix, name, type, from, doc }: ListOptions): string {
  const getName = (id: string) => `${camelCase(id)}${suffix}`;
  return [
    generatedNote,
    from,
    ...folders.map(({ id }) => `import { ${getName(id)} } from "../${id}/${file}.ts";`),
    "",
    `/** ${doc} */`,
    `export const ${name}: readonly ${type}[] = [${folders.map(({ id }) => getName(id)).join(", ")}];`,
    "",
  ].join("\n");
}

/** `focus-nfe` is `focusNfe`. */
export function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
