import { readdirSync } from "node:fs";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { expect, it } from "vitest";
import { ask } from "../testing/gateway-process.ts";
import { runCommand } from "./run-command.ts";

/** Starts a gateway in front of a person, and stops it again. */
async function greet(directory: string, args: string[] = []) {
  const logged: string[] = [];
  let printed = (_text: string) => {};
  const greeting = new Promise<string>((resolve) => {
    printed = resolve;
  });
  const ended = runCommand({
    args: ["--port", "0", ...args],
    environment: {},
    directory,
    terminal: {
      isInteractive: true,
      print: printed,
      log: (line) => logged.push(line),
      complain: (line) => printed(`failed: ${line}`),
      askHidden: undefined,
      confirm: undefined,
    },
  });
  const text = await greeting;
  const stop = async () => {
    process.emit("SIGTERM");
    return ended;
  };
  return { text, logged, stop };
}

it("shows a person the first key once, with its base URL and a link to the dashboard", async () => {
  using directory = temporaryDirectory();
  const data = `${directory.path}/data`;
  const first = await greet(directory.path, ["--data", data]);
  const [, url = ""] = /^ {2}CODESPAR_BASE_URL {2}(http:\/\/127\.0\.0\.1:\d+)$/m.exec(first.text) ?? [];
  const [, key = ""] = /^ {2}CODESPAR_API_KEY {3}(csk_live_\w{32})$/m.exec(first.text) ?? [];
  expect(first.text).toMatch(new RegExp(`^ {2}Dashboard {10}${url}/#signin=[\\w-]{43}$`, "m"));
  expect(first.text).toContain("The key is shown this once.");
  expect((await ask(url, key, "GET", "/v1/sessions")).status).toBe(200);
  expect(await first.stop()).toBe(0);
  expect(first.logged.join("\n")).not.toContain(key.slice(-20));
  // neither is it anywhere in the directory
  expect(readdirSync(data).filter((name) => name.includes("key"))).toEqual(["master-key"]);

  const second = await greet(directory.path, ["--data", data]);
  expect(second.text).toContain("as before; another: codespar-gateway key create");
  expect(second.text).not.toContain("csk_live_");
  expect(await second.stop()).toBe(0);
});

it("leaves the key to the file that a person names", async () => {
  using directory = temporaryDirectory();
  const keyFile = `${directory.path}/key`;
  const { text, stop } = await greet(directory.path, [
    "--key-file",
    keyFile,
    "--data",
    `${directory.path}/d`,
  ]);
  expect(text).toContain(`  CODESPAR_API_KEY   in ${keyFile}\n`);
  expect(text).not.toContain("csk_live_");
  expect(await stop()).toBe(0);
});
