import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { connectors } from "../src/connectors/connectors.ts";
import { webhooks } from "../src/connectors/webhooks.ts";
import { emulations } from "../src/emulators/emulations.ts";
import { definitions } from "../src/generated/definitions.ts";
import { readFolders } from "./read-folders.ts";
import { renderCatalogue } from "./render-catalogue.ts";
import { camelCase, renderLists } from "./render-lists.ts";
import { renderNativeTypes } from "./render-native-types.ts";
import { readJudges, renderProvidersPage } from "./render-providers-page.ts";

/** As the formatter leaves it is none of this test's business: the words and their order are. */
const words = (text: string) => text.replace(/[\s,|();]/g, "").replace(/"([A-Za-z_$]\w*)":/g, "$1:");

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

it.each(Object.entries(renderLists(readFolders())))(
  "%s is what the folders say; run `pnpm generate` when this fails",
  (name, text) => expect(readImports(read(`../src/generated/${name}`))).toEqual(readImports(text)),
);

it("the catalogue is what the folders say; run `pnpm generate` when this fails", () => {
  expect(words(read("../../contract/src/generated/catalogue.ts"))).toBe(words(renderCatalogue(definitions)));
});

it("the types of native tools are what the folders say; run `pnpm generate` when this fails", () => {
  const text = read("../../contract/src/generated/native-tools.ts");
  expect(words(text)).toBe(words(renderNativeTypes(definitions)));
});

it("the page of the providers is what the folders say; run `pnpm generate` when this fails", () => {
  const text = renderProvidersPage({
    definitions,
    connectors,
    webhooks,
    emulated: new Set(emulations.keys()),
    judgesOf: readJudges,
  });
  expect(read("../../../docs/providers.md")).toBe(text);
});

it("a provider's id is its folder", () => {
  expect(definitions.map(({ id }) => id)).toEqual(readFolders().map(({ id }) => id));
});

it("an id becomes a name", () => {
  expect(camelCase("focus-nfe")).toBe("focusNfe");
  expect(camelCase("z-api")).toBe("zApi");
});

function readImports(text: string): string[] {
  return (text.match(/^(?:import|export) .* from .*$/gm) ?? []).sort();
}
