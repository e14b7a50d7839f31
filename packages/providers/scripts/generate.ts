import { mkdirSync, writeFileSync } from "node:fs";
import type { ProviderDefinition } from "../src/catalogue/define-provider.ts";
import { readFolders } from "./read-folders.ts";
import { renderCatalogue } from "./render-catalogue.ts";
import { renderLists } from "./render-lists.ts";
import { renderNativeTypes } from "./render-native-types.ts";
import { readJudges, renderProvidersPage } from "./render-providers-page.ts";

const generated = new URL("../src/generated/", import.meta.url);
mkdirSync(generated, { recursive: true });
for (const [name, text] of Object.entries(renderLists(readFolders())))
  writeFileSync(new URL(name, generated), text);

// only now is the list of definitions the one of the folders
const { definitions }: { definitions: readonly ProviderDefinition[] } = await import(
  "../src/generated/definitions.ts"
);
writeFileSync(
  new URL("../../contract/src/generated/catalogue.ts", import.meta.url),
  renderCatalogue(definitions),
);
writeFileSync(
  new URL("../../contract/src/generated/native-tools.ts", import.meta.url),
  renderNativeTypes(definitions),
);

const { connectors } = await import("../src/connectors/connectors.ts");
const { webhooks } = await import("../src/connectors/webhooks.ts");
const { emulations } = await import("../src/emulators/emulations.ts");
writeFileSync(
  new URL("../../../docs/providers.md", import.meta.url),
  renderProvidersPage({
    definitions,
    connectors,
    webhooks,
    emulated: new Set(emulations.keys()),
    judgesOf: readJudges,
  }),
);
