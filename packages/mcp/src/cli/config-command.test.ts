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
});
