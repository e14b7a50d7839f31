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

  it("serves HTTP on loopback unless told otherwise", () => {
    expect(readSettings(["--http"], {}).http).toMatchObject({ host: "127.0.0.1", port: 4020 });
  });

  it.each([
    [["--prot", "1"], /Unknown option '--prot'/],
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
