import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { findModuleState } from "./find-module-state.ts";

it("finds what can change at the top of a file, outside tests", () => {
  const files = new Map([
    [
      "a.ts",
      "let open = 0;\nexport const seen = new WeakMap<object, string>();\nconst known = new Map([[1, 2]]);",
    ],
    [
      "b.ts",
      "const words: ReadonlySet<string> = new Set(['a']);\nconst limit = 5;\nfunction f() { let x = new Map(); }",
    ],
    ["b.test.ts", "let count = 0;"],
  ]);
  expect(findModuleState(files)).toEqual(["a.ts: open", "a.ts: seen", "a.ts: known"]);
});

it("the backend keeps nothing outside its store but four caches of what never changes", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const paths = globSync("packages/backend/src/**/*.ts", { cwd: root }).map((path) =>
    path.replaceAll("\\", "/"),
  );
  const files = new Map(paths.sort().map((path) => [path, readFileSync(`${root}${path}`, "utf8")]));
  expect(files.size).toBeGreaterThan(200);
  expect(findModuleState(files)).toEqual([
    // the index of a given list of providers
    "packages/backend/src/calls/discovery/tool-index.ts: indexes",
    // the compiled schema of a given tool
    "packages/backend/src/calls/tools/native-arguments.ts: compiled",
    // the contract's table, split into segments
    "packages/backend/src/http/match-route.ts: patterns",
    // the OpenAPI document of the contract's table
    "packages/backend/src/http/routes/openapi.ts: text",
  ]);
});
