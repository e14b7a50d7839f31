import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";

const bin = [
  "--conditions=@codespar/source",
  "--disable-warning=ExperimentalWarning",
  fileURLToPath(new URL("../bin.ts", import.meta.url)),
];
const children: ChildProcess[] = [];

/** Runs the command until it ends. */
async function run(...args: string[]) {
  const child = spawn(process.execPath, [...bin, ...args]);
  children.push(child);
  const { code, output } = { code: once(child, "exit"), output: collect(child) };
  return { code: (await code)[0], ...(await output) };
}

async function collect(child: ChildProcess) {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  await once(child, "close");
  return { stdout, stderr };
}

/** Starts the command and waits for its greeting. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, [...bin, "--port", "0", ...args]);
  children.push(child);
  let text = "";
  await new Promise<void>((resolve) => {
    child.stdout.on("data", function read(chunk) {
      text += chunk;
      if (!text.includes("curl ")) return;
      child.stdout.off("data", read);
      resolve();
    });
  });
  return { child, text };
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

describe("codespar-sandbox", () => {
  it("prints a base URL, a key and a curl line that works", async () => {
    const { text } = await start("--key", "csk_test_mine");
    expect(text).toMatch(/Base URL {2}http:\/\/127\.0\.0\.1:\d+\n {2}API key {3}csk_test_mine\n/);
    const curl = text.split("\n").find((line) => line.startsWith("curl ")) ?? "";
    const { stdout } = await promisify(execFile)("sh", ["-c", curl]);
    expect(JSON.parse(stdout)).toMatchObject({ status: "active", servers: expect.any(Array) });
  });

  it("prints an address that signs in once, and opens it on request", async () => {
    const folder = mkdtempSync(join(tmpdir(), "codespar-open-"));
    // what Linux has in the place of a person's browser
    writeFileSync(join(folder, "xdg-open"), `#!/bin/sh\nprintf %s "$1" > "${folder}/opened"\n`, {
      mode: 0o755,
    });
    const child = spawn(process.execPath, [...bin, "--port", "0", "--open"], {
      env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
    });
    children.push(child);
    const [first] = await once(child.stdout, "data");
    const [, printed = ""] = /Inspector (\S+)/.exec(String(first)) ?? [];
    await expect.poll(() => existsSync(join(folder, "opened")), { timeout: 20_000 }).toBe(true);
    expect(readFileSync(join(folder, "opened"), "utf8")).toBe(printed);
    const [url = "", link] = printed.split("/#signin=");
    const signIn = () =>
      fetch(`${url}/dashboard/session`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ link }),
      });
    expect([(await signIn()).status, (await signIn()).status]).toEqual([200, 401]);
    rmSync(folder, { recursive: true });
  });

  it.each(["SIGTERM", "SIGINT"] as const)("ends with 0 on %s", async (signal) => {
    const { child } = await start();
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("says in one line which flag it does not know", async () => {
    const { code, stdout, stderr } = await run("--prot", "1");
    expect([code, stdout, stderr]).toEqual([
      1,
      "",
      'codespar-sandbox: "--prot" is not a flag. Did you mean --port? See codespar-sandbox --help.\n',
    ]);
  });

  it("says in one line that a port is taken", async () => {
    const blocker = createServer().listen(0, "127.0.0.1");
    await once(blocker, "listening");
    const address = blocker.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { code, stderr } = await run("--port", String(port));
    blocker.close();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `codespar-sandbox: Port ${port} is taken. Choose another with --port, or 0 for a free one.\n`,
    );
  });
});

describe("the log of calls", () => {
  /** The base URL of a greeting. */
  const getUrl = (text: string) => /http:\/\/[\d.:]+/.exec(text)?.[0] ?? "";

  it("has a line for each call, and none with --quiet", async () => {
    for (const flags of [[], ["--quiet"]]) {
      const { child, text } = await start("--key", "csk_test_mine", ...flags);
      const output = collect(child);
      await fetch(`${getUrl(text)}/v1/usage`, { headers: { authorization: "Bearer csk_test_mine" } });
      child.kill("SIGTERM");
      const { stdout } = await output;
      if (flags.length === 0) expect(stdout).toMatch(/^\d\d:\d\d:\d\d {2}200 +\d+ ms {2}GET \/v1\/usage$/m);
      else expect(stdout).not.toContain("GET ");
    }
  });

  it.each(["reads nothing more", "has gone"])("holds nothing up when its parent %s", async (what) => {
    const { child, text } = await start("--key", "csk_test_mine", "--plan", "growth");
    if (what === "has gone") child.stdout?.destroy();
    else child.stdout?.pause();
    const url = getUrl(text);
    // 2,000 lines of 240 characters: far more than a pipe holds
    const path = `/v1/${"a".repeat(300)}`;
    for (let count = 0; count < 2_000; count += 100)
      await Promise.all(
        Array.from({ length: 100 }, () => fetch(url + path).then((response) => response.text())),
      );
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });
});
