import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";

let demo: ChildProcess | undefined;
afterEach(() => demo?.kill("SIGKILL"));

/** `pnpm demo` as a program starts it: no terminal, nothing to wait for. */
function start(...args: string[]) {
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  const child = spawn(
    process.execPath,
    ["--conditions=@codespar/source", "--no-warnings", main, "--fast", ...args],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  demo = child;
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
  });
  return {
    child,
    text: () => text,
    async until(pattern: RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const match = pattern.exec(text);
        if (match !== null) return match;
        await once(child.stdout, "data");
      }
    },
  };
}

it("shows six calls and ends by itself where nobody sits at a terminal", async () => {
  const { child, text } = start();
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(text()).toContain("6 of 20,000 tool calls used");
  expect(text()).toContain("look at it in a browser: pnpm demo --stay");
});

it("ends with an address that opens, the label's too, and stays until Ctrl-C with --stay", async () => {
  const { child, until } = start("--stay");
  const [, address = ""] = await until(/look at it:[^h]*(http:\/\/\S+)/);
  const [, label = ""] = await until(/label\s+(http:\/\/\S+?)(?:#|\s)/);
  // as a browser asks
  const headers = { accept: "text/html,*/*" };
  for (const url of [address, label]) expect((await fetch(url, { headers })).status).toBe(200);
  expect(child.exitCode).toBeNull();
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
});
