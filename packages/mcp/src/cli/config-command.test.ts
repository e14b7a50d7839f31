import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { configCommand } from "./config-command.ts";

const print = () => {};

describe("configCommand", () => {
  it.each([
    [[], /^Which client\?/],
    [["cursor", "vscode"], /^Which client\?/],
    [["cursor", "--preset", "brazilian"], /^Unknown option '--preset'\. Flags of the server come after `--`/],
    [["cursor", "--", "--prest", "brazilian"], /^Unknown option '--prest'/],
    [["cursor", "--", "--http"], /^--http: clients start the server over stdio/],
    [["cursor", "--name", ""], /^--name is empty/],
    [["cursor", "--plain-key"], /CODESPAR_API_KEY, which is not set/],
  ])("refuses %j", async (args, why) => {
    await expect(configCommand(args, { HOME: "/home/ana" }, print)).rejects.toThrow(why);
  });

  it("writes limits into the entry, with the policy's whole path: the client starts it elsewhere", async () => {
    const folder = mkdtempSync(join(tmpdir(), "codespar-mcp-"));
    const policy = join(folder, "policy.json");
    writeFileSync(policy, "{}");
    const printed: string[] = [];
    const args = [
      "cursor",
      "--policy",
      relative(".", policy),
      "--require-approval",
      "BRL=50000",
      "--",
      "--server",
      "asaas",
    ];
    await configCommand(args, { HOME: "/home/ana" }, (text) => printed.push(text));
    expect(JSON.parse(printed.join("")).mcpServers.codespar.args.slice(-6)).toEqual([
      "--policy",
      policy,
      "--require-approval",
      "BRL=50000",
      "--server",
      "asaas",
    ]);
    rmSync(folder, { recursive: true });
    const wrong = ["cursor", "--require-approval", "BRL=500.00"];
    await expect(configCommand(wrong, { HOME: "/home/ana" }, print)).rejects.toThrow("is not a limit");
  });
});
