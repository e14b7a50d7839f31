import { parseSync } from "oxc-parser";
import { expect, it } from "vitest";
import { describeIdProblem, renderProvider } from "./render-provider.ts";

it("writes the files of a provider's folder, each of which parses", () => {
  const files = renderProvider("banco-novo", "Banco Novo");
  expect(Object.keys(files)).toEqual([
    "provider.ts",
    "tools.ts",
    "simulate.ts",
    "translate.ts",
    "fixtures/README.md",
    "banco-novo.test.ts",
  ]);
  for (const [name, text] of Object.entries(files)) {
    if (name.endsWith(".ts")) expect(parseSync(name, text).errors, name).toEqual([]);
  }
  expect(files["provider.ts"]).toContain('export const bancoNovo = defineProvider({\n  id: "banco-novo"');
});

it.each(["", "Banco", "banco_novo", "-banco", "../x", "1bank"])("refuses %j as an id", (id) => {
  expect(describeIdProblem(id)).toContain("focus-nfe");
});

it("takes the ids of the catalogue", () => {
  for (const id of ["asaas", "z-api", "focus-nfe", "banco-do-brasil"])
    expect(describeIdProblem(id)).toBeUndefined();
});
