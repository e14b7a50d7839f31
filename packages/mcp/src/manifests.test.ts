import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { version } from "./version.ts";

const read = async (path: string) => JSON.parse(await readFile(new URL(path, import.meta.url), "utf8"));
const manifestPath = new URL("../mcpb/manifest.json", import.meta.url);
const mcpbPath = new URL("../node_modules/@anthropic-ai/mcpb/dist/cli/cli.js", import.meta.url);

describe("the manifests", () => {
  it("have one version and one name", async () => {
    const [npm, bundle, registry] = await Promise.all(
      ["../package.json", "../mcpb/manifest.json", "../server.json"].map(read),
    );
    expect(new Set([npm.version, bundle.version, registry.version, registry.packages[0].version])).toEqual(
      new Set([version]),
    );
    expect(registry.name).toBe(npm.mcpName);
    expect(registry.packages[0].identifier).toBe(npm.name);
  });

  // What the registry asks of an entry, as of its schema of 2025-12-11. Its publishing tool is not on npm.
  it("are an entry that the registry takes", async () => {
    const {
      $schema,
      name,
      title,
      description,
      repository,
      version: entry,
      packages,
    } = await read("../server.json");
    expect($schema).toBe("https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json");
    expect(name).toMatch(/^[a-zA-Z0-9.-]{1,100}\/[a-zA-Z0-9._-]{1,99}$/);
    for (const text of [title, description]) {
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(100);
    }
    expect(repository).toMatchObject({ url: expect.stringMatching(/^https:/), source: "github" });
    // one version, and no range
    expect(entry).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    for (const { registryType, identifier, transport, environmentVariables } of packages) {
      expect([registryType, identifier, transport.type]).toEqual(["npm", "@codespar/mcp", "stdio"]);
      for (const variable of environmentVariables) {
        expect(variable).toMatchObject({ name: expect.stringMatching(/^CODESPAR_/), isRequired: false });
        expect(["string", "undefined"]).toContain(typeof variable.default);
      }
    }
  });

  it("hold to the bundle's own schema", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      mcpbPath.pathname,
      "validate",
      manifestPath.pathname,
    ]);
    expect(stdout).toContain("passes");
  });

  it("never ask for the key in plain sight", async () => {
    const bundle = await read("../mcpb/manifest.json");
    const registry = await read("../server.json");
    expect(bundle.user_config.api_key.sensitive).toBe(true);
    expect(registry.packages[0].environmentVariables[0]).toMatchObject({ isSecret: true, isRequired: false });
  });
});
