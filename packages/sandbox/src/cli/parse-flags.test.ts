import { explainOldNode } from "@codespar/node-runtime/node-version";
import { describe, expect, it } from "vitest";
import { helpText, parseFlags } from "./parse-flags.ts";

describe("parseFlags", () => {
  it("reads flags and values, with a space or an equals sign between", () => {
    const now = "2026-01-31T12:00:00Z";
    expect(parseFlags(["--port", "0", "--plan=starter", "--seed", "7", "--now", now])).toEqual({
      help: false,
      options: { port: 0, plan: "starter", seed: 7, now },
    });
    expect(parseFlags(["--key", "csk_test_mine", "--latency", "realistic"])).toEqual({
      help: false,
      options: { apiKey: "csk_test_mine", latency: "realistic" },
    });
    expect(parseFlags(["--host", "0.0.0.0", "--public-url", "https://tunnel.example/"])).toEqual({
      help: false,
      options: { hostname: "0.0.0.0", publicUrl: "https://tunnel.example" },
    });
    expect(parseFlags([])).toEqual({ help: false, options: {} });
    expect(parseFlags(["--open", "--port", "0", "--quiet"])).toEqual({
      help: false,
      options: { port: 0 },
      open: true,
      quiet: true,
    });
  });

  it.each([
    [["--prot", "1"], '"--prot" is not a flag. Did you mean --port?'],
    [["4010"], '"4010" is not a flag. Flags are --port,'],
    [["--port"], "--port needs a value, such as --port 4010."],
    [["--port", "http"], '--port takes a whole number from 0 to 65535, not "http".'],
    [["--port", "70000"], "--port takes a whole number from 0 to 65535"],
    [["--plan", "hoby"], "Did you mean hobby?"],
    [["--latency=real"], "Did you mean realistic?"],
    [["--now", "yesterday"], "--now takes RFC 3339"],
    [["--now", "2026-13-01T00:00:00Z"], "--now takes RFC 3339"],
    [["--open=yes"], "--open takes no value."],
    [["--port="], "--port needs a value, such as --port 4010."],
    [["-p", "1"], '"-p" is not a flag.'],
    [["--"], '"--" is not a flag.'],
    [["--no-open"], '"--no-open" is not a flag.'],
    [["--port", "--open"], '--port takes a whole number from 0 to 65535, not "--open".'],
    [["--opn"], '"--opn" is not a flag. Did you mean --open?'],
    [["--public-url", "tunnel.example"], "--public-url takes an address without a path"],
    [["--public-url", "https://tunnel.example/shop"], "--public-url takes an address without a path"],
    [["--seed", "-1"], "--seed takes a whole number"],
  ])("explains %j in one line", (args, message) => {
    expect(() => parseFlags(args)).toThrow(message);
    expect(() => parseFlags(args)).not.toThrow(/\n/);
  });

  it("does not show a key that it refuses", () => {
    expect(() => parseFlags(["--key", "csk_live_secret"])).not.toThrow(/secret/);
    expect(() => parseFlags(["--key", "csk_live_secret"])).toThrow("--key takes a test key");
  });

  it("helps", () => {
    expect(parseFlags(["--port", "1", "--help"])).toEqual({ help: true });
    expect(helpText()).toContain("--plan hobby|starter|growth|enterprise");
  });
});

describe("explainOldNode", () => {
  it.each(["v22.19.0", "v22.20.1", "v24.0.0", "v26.1.0"])("lets %s pass", (version) => {
    expect(explainOldNode(version, "@codespar/sandbox")).toBeUndefined();
  });

  it.each(["v20.19.5", "v22.18.0", "v18.0.0"])("explains %s in one line", (version) => {
    expect(explainOldNode(version, "@codespar/sandbox")).toBe(
      `Node ${version} is too old: @codespar/sandbox needs 22.19 or newer.`,
    );
  });
});
