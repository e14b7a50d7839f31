/** What is wrong with a provider's id; undefined when nothing is. */
export function describeIdProblem(id: string): string | undefined {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return undefined;
  return `${JSON.stringify(id)} is no id of a provider. Take lower-case words joined by hyphens, such as focus-nfe.`;
}

/** The files of a new provider's folder, by their names. */
export function renderProvider(id: string, name: string): Readonly<Record<string, string>> {
  const camel = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const tool = `${id.replaceAll("-", "_")}_get_status`;
  return {
    "provider.ts": `import { defineProvider } from "../catalogue/define-provider.ts";
import { ${camel}Tools } from "./tools.ts";

/** ${name} in the catalogue. */
export const ${camel} = defineProvider({
  id: "${id}",
  name: ${JSON.stringify(name)},
  categories: ["payments"],
  countries: [],
  authType: "api_key",
  capabilities: [],
  tools: ${camel}Tools,
});
`,
    "tools.ts": `import { defineTools } from "../tools/define-tools.ts";
import { nativeInput } from "../tools/native-input.ts";

/** The native tools of ${name}. */
export const ${camel}Tools = defineTools({
  ${tool}: { description: "Says whether the service is there.", input: nativeInput({}) },
});
`,
    "simulate.ts": `import { defineSimulation } from "../simulation/define-simulation.ts";
import { ${camel}Tools } from "./tools.ts";

/** ${name}, simulated. */
export const ${camel}Simulation = defineSimulation({
  id: "${id}",
  tools: ${camel}Tools,
  handlers: {},
});
`,
    "translate.ts": `import type { Translator } from "@codespar/backend/ports";

/** ${name} behind the meta-tools: pay, checkout, invoice, ship or notify. */
export const ${camel}Translator: Translator = {
  server: "${id}",
};
`,
    "fixtures/README.md": `Responses of the real ${name}: its field names, types, units and states, with values of our own. Each file names its
source (URL or repository, commit, date) in \`source\`; \`pnpm check:fixtures\` fails without it.
`,
    [`${id}.test.ts`]: `import { expect, it } from "vitest";
import { ${camel} } from "./provider.ts";
import { ${camel}Simulation } from "./simulate.ts";
import { ${camel}Translator } from "./translate.ts";

it("says where it works and what it can do", () => {
  expect(${camel}.countries).not.toEqual([]);
  expect(${camel}.capabilities).not.toEqual([]);
});

it("simulates every tool", () => {
  const missing = Object.entries(${camel}Simulation.tools).filter(([, { handle }]) => handle === undefined);
  expect(missing.map(([name]) => name)).toEqual([]);
});

it("does something for a meta-tool", () => {
  expect(Object.keys(${camel}Translator)).not.toEqual(["server"]);
});
`,
  };
}
