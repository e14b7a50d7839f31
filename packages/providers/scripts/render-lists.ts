/** A provider's folder, and which of its optional parts it has. */
export interface ProviderFolder {
  id: string;
  hasTranslator: boolean;
}

/** The text of each file under `src/generated`, before formatting. */
export function renderLists(folders: readonly ProviderFolder[]): Readonly<Record<string, string>> {
  const translating = folders.filter(({ hasTranslator }) => hasTranslator);
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
      folders: translating,
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
    "// Generated from the folders of packages/providers by `pnpm generate`. Do not edit.",
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
