import { describe, expect, it } from "vitest";
import { findCrossings } from "./find-crossings.ts";

const entries = new Set([
  "@codespar/contract",
  "@codespar/contract/schemas",
  "@codespar/backend",
  "@codespar/providers",
  "@codespar/providers/simulated",
  "@codespar/sandbox",
  "@codespar/sandbox-core",
  "@codespar/sandbox-core",
  "@codespar/sandbox/server",
  "@codespar/sdk",
  "@codespar/vercel",
]);

function listCrossings(files: Record<string, string>): string[] {
  return findCrossings({ files: new Map(Object.entries(files)), entries }).map(
    ({ path, line, message }) => `${path}:${line} ${message}`,
  );
}

describe("findCrossings", () => {
  it.each([
    ["contract imports one of ours", "packages/contract/src/a.ts", 'import { x } from "@codespar/backend";'],
    ["contract imports zod outside its schemas", "packages/contract/src/a.ts", 'import { z } from "zod";'],
    ["backend imports the sdk", "packages/backend/src/a.ts", 'import { CodeSpar } from "@codespar/sdk";'],
    ["a port loads a schema", "packages/backend/src/ports/a.ts", 'import { z } from "zod";'],
    [
      "a port knows the store",
      "packages/backend/src/ports/a.ts",
      'import type { Store } from "../store/store.ts";',
    ],
    ["backend imports the sandbox", "packages/backend/src/a.ts", 'export * from "@codespar/sandbox";'],
    [
      "sandbox imports the sdk",
      "packages/sandbox/src/a.ts",
      'import type { CodeSpar } from "@codespar/sdk";',
    ],
    ["a sandbox test imports the sdk", "packages/sandbox/src/a.test.ts", 'import "@codespar/sdk";'],
    ["sdk imports an adapter", "packages/sdk/src/a.ts", 'import "@codespar/vercel";'],
    ["sdk imports the backend", "packages/sdk/src/a.ts", 'type X = import("@codespar/backend").X;'],
    [
      "sdk imports the sandbox outside embedded",
      "packages/sdk/src/a.ts",
      'await import("@codespar/sandbox");',
    ],
    ["sdk imports the sandbox eagerly", "packages/sdk/src/embedded/a.ts", 'import "@codespar/sandbox";'],
    ["an adapter imports the backend", "packages/vercel/src/a.ts", 'import "@codespar/backend";'],
    ["an adapter imports another", "packages/claude/src/a.ts", 'import "@codespar/vercel";'],
    ["an adapter imports the sandbox", "packages/mcp/src/a.ts", 'import "@codespar/sandbox";'],
    [
      "the gateway imports simulations",
      "packages/gateway/src/a.ts",
      'import { simulatedServers } from "@codespar/providers/simulated";',
    ],
    ["the gateway imports the sandbox", "packages/gateway/src/a.ts", 'import "@codespar/sandbox-core";'],
    ["a deep import", "examples/x/a.ts", 'import "@codespar/sdk/src/client.ts";'],
    ["a deep import by require", "packages/conformance/src/a.ts", 'require("@codespar/sdk/dist/client.js");'],
    ["a relative path out of the package", "benchmarks/a.ts", 'import "../packages/sdk/src/index.ts";'],
  ])("finds it when %s", (_what, path, source) => {
    expect(listCrossings({ [path]: `\n${source}` })).toEqual([expect.stringContaining(`${path}:2 `)]);
  });

  it.each(["contract", "backend", "sandbox", "sdk"])(
    "finds a Node built-in behind %s's root entry",
    (name) => {
      const files = {
        [`packages/${name}/src/index.ts`]: 'export * from "./a.ts";',
        [`packages/${name}/src/a.ts`]: 'export const b = () => import("./b.ts");',
        [`packages/${name}/src/b.ts`]: 'import { readFileSync } from "node:fs";',
      };
      expect(listCrossings(files)).toEqual([expect.stringContaining("node:fs is reached from")]);
    },
  );

  it("finds what is for Node alone when it is loaded at once", () => {
    const files = (how: string) => ({
      "packages/sandbox/src/index.ts": how,
      "packages/sandbox/src/node/a.ts": 'import "node:http";',
    });
    expect(listCrossings(files('import "./node/a.ts";'))).toHaveLength(1);
    expect(listCrossings(files('export const load = () => import("./node/a.ts");'))).toEqual([]);
  });

  it("finds a built-in without its prefix, and one that is asked for at run time", () => {
    const path = "packages/backend/src/index.ts";
    expect(listCrossings({ [path]: 'import "fs";' })).toHaveLength(1);
    expect(listCrossings({ [path]: 'process.getBuiltinModule("node:fs");' })).toHaveLength(1);
  });

  it.each([
    ["contract", "zod"],
    ["sandbox", "@hono/node-server"],
    ["sdk", "undici"],
    ["sdk", "zod"],
  ])("finds it when %s loads %s with its root entry", (name, vendor) => {
    const crossings = listCrossings({
      [`packages/${name}/src/index.ts`]: 'import "./schemas/a.ts";',
      [`packages/${name}/src/schemas/a.ts`]: `import "${vendor}";`,
    });
    expect(crossings).toEqual([
      expect.stringContaining(`${vendor} is loaded by packages/${name}/src/index.ts`),
    ]);
  });

  it.each([
    ["a translator", "asaas/translate.ts", "asaas/simulate.ts"],
    ["a simulation", "asaas/simulate.ts", "mappings/payments/a.ts"],
    ["the entry of the gateway", "index.ts", "engines/payments/a.ts"],
  ])("keeps %s apart from the other side, through files between too", (_, from, to) => {
    const root = "packages/providers/src/";
    const crossings = listCrossings({
      [`${root}${from}`]: `import "${from.includes("/") ? "../" : "./"}json/between.ts";`,
      [`${root}json/between.ts`]: `import "../${to}";`,
    });
    expect(crossings).toEqual([expect.stringContaining(`src/${from} reaches src/${to}`)]);
  });

  it("lets through what the table allows", () => {
    const allowed = {
      "packages/contract/src/schemas.ts": 'import { z } from "zod";',
      "packages/backend/src/index.ts": 'import "@codespar/contract/schemas"; import "hono";',
      "packages/backend/src/ports.ts": 'export { A } from "./ports/a.ts";',
      "packages/backend/src/ports/a.ts": 'import type { Json } from "@codespar/contract"; export class A {}',
      "packages/sandbox-core/src/index.ts":
        'import type { Server } from "node:http"; import "@codespar/backend"; import "./sqlite/a.ts";',
      "packages/sandbox-core/src/sqlite/a.ts": 'process.getBuiltinModule("node:fs");',
      "packages/sandbox/src/server.ts":
        'import "node:http"; import "@hono/node-server"; import "@codespar/sandbox-core";',
      "packages/sdk/src/index.ts": 'export const load = () => import("undici");',
      "packages/sdk/src/node.ts": 'import "node:fs"; import "undici";',
      "packages/sdk/src/embedded/a.ts": 'await import("@codespar/sandbox-core");',
      "packages/vercel/src/a.test.ts": 'import "@codespar/sandbox";',
      "packages/providers/src/asaas/translate.ts": 'import "../mappings/payments/a.ts"; import "./tools.ts";',
      "packages/providers/src/asaas/simulate.ts": 'import "../engines/payments/a.ts"; import "./tools.ts";',
      "examples/x/a.ts": 'import "@codespar/sandbox/server";',
    };
    expect(listCrossings(allowed)).toEqual([]);
  });
});
