import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "./read-settings.ts";

describe("readSettings", () => {
  it("takes flags before the environment", () => {
    const env = {
      CODESPAR_SERVERS: "asaas",
      CODESPAR_METADATA: "tenant_id=acme, plan=pro",
      CODESPAR_TOOLS: "all",
    };
    expect(readSettings(["--servers", "stripe, asaas"], env)).toMatchObject({
      servers: ["stripe", "asaas"],
      preset: undefined,
      metadata: { tenant_id: "acme", plan: "pro" },
      tools: "all",
      http: undefined,
    });
  });

  it("uses every server when told of none, and the sandbox without a key", () => {
    expect(readSettings([], {})).toMatchObject({ preset: "all", servers: undefined, apiKey: undefined });
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: as a client leaves it
  it.each(["", " ", "${env:CODESPAR_API_KEY}", "${CODESPAR_API_KEY:-}"])(
    "takes the key %j for none, as a client leaves it that did not fill it in",
    (key) => {
      expect(readSettings([], { CODESPAR_API_KEY: key }).apiKey).toBeUndefined();
    },
  );

  it("takes --server as well, and the command of the 0.11 server", () => {
    expect(readSettings(["--server", "asaas", "--server", "stripe"], {}).servers).toEqual([
      "asaas",
      "stripe",
    ]);
    expect(readSettings(["serve", "--servers", "asaas"], {}).servers).toEqual(["asaas"]);
  });

  it("makes a policy of a file and of limits, which win", () => {
    const folder = mkdtempSync(join(tmpdir(), "codespar-mcp-"));
    const file = join(folder, "policy.json");
    writeFileSync(
      file,
      '{"max_tool_calls":9,"require_approval":{"risk":["fiscal"],"above":{"BRL":1,"MXN":2}}}',
    );
    const expected = { above: { BRL: 50_000, MXN: 2, USD: 100 }, risk: ["fiscal"] };
    const limits = ["--require-approval", "BRL=50000", "--require-approval", "USD=100"];
    expect(readSettings(["--policy", file, ...limits], {}).policy).toEqual({
      max_tool_calls: 9,
      require_approval: expected,
    });
    const env = { CODESPAR_POLICY: file, CODESPAR_REQUIRE_APPROVAL: "BRL=50000, USD=100" };
    expect(readSettings([], env).policy?.require_approval).toEqual(expected);
    expect(readSettings([], {}).policy).toBeUndefined();
    writeFileSync(file, "[]");
    expect(() => readSettings(["--policy", file], {})).toThrow("holds no object");
    rmSync(folder, { recursive: true });
  });

  it("serves HTTP on loopback unless told otherwise", () => {
    expect(readSettings(["--http"], {}).http).toMatchObject({ host: "127.0.0.1", port: 4020 });
  });

  it.each([
    [["--prot", "1"], /Unknown option '--prot'.*Did you mean --port\?/],
    [["--require-approvals", "BRL=1"], /Did you mean --require-approval\?/],
    [["--require-approval", "BRL=500.00"], /in minor units, here R\$ 500\.00/],
    [["--require-approval", "50000"], /is not a limit/],
    [["--policy", "/nowhere/policy.json"], /--policy \/nowhere\/policy\.json cannot be read/],
    [["serve", "serve"], /Unexpected argument 'serve'/],
    [["stripe"], /Unexpected argument 'stripe'/],
    [["--http", "--port", "99999"], /not a port/],
    [["--port", "1"], /--port needs --http/],
    [["--metadata", "acme"], /is not a pair/],
    [["--http", "--host", "0.0.0.0"], /CODESPAR_MCP_BEARER_KEY/],
    [["--http", "--host", "127.evil.example"], /CODESPAR_MCP_BEARER_KEY/],
  ])("refuses %j", (args, why) => {
    expect(() => readSettings(args, {})).toThrow(why);
  });
});
