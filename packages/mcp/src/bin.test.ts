import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterEach, describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("bin.ts", import.meta.url));
const nodeArgs = ["--conditions=@codespar/source", bin];
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function environment(env: Record<string, string>) {
  return { PATH: process.env.PATH ?? "", ...env };
}

function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [...nodeArgs, ...args], { env: environment(env) });
  stops.push(() => child.kill());
  let stderr = "";
  let stdout = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  return {
    child,
    ended: once(child, "close").then(([code]) => ({ code: Number(code), stderr, stdout })),
    async until(pattern: RegExp): Promise<string> {
      for (;;) {
        const found = pattern.exec(stderr)?.[1];
        if (found !== undefined) return found;
        await Promise.race([once(child.stderr, "data"), once(child, "close").then(() => fail(stderr))]);
      }
    },
  };
}

function fail(why: string): never {
  throw new Error(`The server ended: ${why}`);
}

function newClient(mode: "legacy" | "modern") {
  const client = new Client(
    { name: "test", version: "1" },
    { versionNegotiation: { mode: mode === "legacy" ? "legacy" : { pin: "2026-07-28" } } },
  );
  stops.push(() => client.close());
  return client;
}

const pay = { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } };

describe.each(["legacy", "modern"] as const)("the bin, %s era", (era) => {
  it("serves stdio with no key from the sandbox, says so, and writes nothing but protocol", async () => {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [...nodeArgs, "--preset", "brazilian", "--tools", "all"],
      env: environment({ CODESPAR_API_KEY: "" }),
      stderr: "pipe",
    });
    let stderr = "";
    transport.stderr?.on("data", (chunk) => {
      stderr += String(chunk);
    });
    const errors: unknown[] = [];
    const client = newClient(era);
    client.onerror = (error) => errors.push(error);
    await client.connect(transport);
    expect(client.getProtocolEra()).toBe(era);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain("asaas_create_payment");
    expect(await client.callTool(pay)).toMatchObject({ structuredContent: { status: "pending" } });
    expect(stderr).toMatch(/^No CODESPAR_API_KEY: this is the sandbox.*\n(\d+ tools are offered.*\n)?$/);
    expect(errors).toEqual([]);
  });

  it("serves HTTP on loopback", async () => {
    const url = await start(["--http", "--port", "0"]).until(/MCP on (\S+)/);
    const client = newClient(era);
    await client.connect(new StreamableHTTPClientTransport(new URL(url)));
    expect(await client.callTool(pay)).toMatchObject({ structuredContent: { status: "pending" } });
  });
});

describe("the bin", () => {
  it("reports a refused key as the response to a call and stays up", async () => {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: nodeArgs,
      env: environment({ CODESPAR_API_KEY: "csk_live_s3cret", CODESPAR_BASE_URL: "http://127.0.0.1:9" }),
      stderr: "pipe",
    });
    const client = newClient("modern");
    await client.connect(transport);
    const result = await client.callTool(pay);
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result)).toContain("connection_error");
    expect(JSON.stringify(result)).not.toContain("s3cret");
  });

  it("ends bad flags and a malformed key with one clear line", async () => {
    const flags = start(["--prot", "1"]);
    const key = start([], { CODESPAR_API_KEY: "sk_s3cret" });
    expect(await flags.ended).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^Unknown option '--prot'.*\n$/),
    });
    expect(await key.ended).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^The API key is malformed.*\n$/),
    });
  });

  it.each([
    ["-h", /^CodeSpar as an MCP server/],
    ["-v", /^\d+\.\d+\.\d+\n$/],
  ])("returns %s", async (flag, response) => {
    expect(await start([flag]).ended).toMatchObject({ code: 0, stdout: expect.stringMatching(response) });
  });

  it("ends with one clear line when the port is taken", async () => {
    const url = await start(["--http", "--port", "0"]).until(/MCP on (\S+)/);
    const { code, stderr } = await start(["--http", "--port", new URL(url).port]).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/Port \d+ is taken/);
  });

  it.each(["//", "http://[", "/mcp/..//", "*"])("goes on after a request for %s", async (target) => {
    const url = new URL(await start(["--http", "--port", "0"]).until(/MCP on (\S+)/));
    const socket = connect(Number(url.port), url.hostname);
    socket.end(`GET ${target} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: close\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 404 /);
    expect((await fetch(url)).status).toBe(405);
  });

  // RFC 9110, 7.2 and 9.3.8; a web request can be made of neither (findings/attack.md, 33)
  it.each([
    ["TRACE", "localhost"],
    ["POST", "localhost@x"],
    ["POST", "[::1"],
  ])("refuses %s to the Host %s with 400, and goes on", async (method, host) => {
    const url = new URL(await start(["--http", "--port", "0"]).until(/MCP on (\S+)/));
    const socket = connect(Number(url.port), url.hostname);
    socket.end(`${method} /mcp HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
    expect((await fetch(url)).status).toBe(405);
  });

  it("holds calls back that are above the limit it was given, and lets others pass", async () => {
    const args = ["serve", "--server", "asaas", "--require-approval", "BRL=4000", "--http", "--port", "0"];
    const url = await start(args).until(/MCP on (\S+)/);
    const client = newClient("modern");
    await client.connect(new StreamableHTTPClientTransport(new URL(url)));
    expect(JSON.stringify(await client.callTool(pay))).toContain("approval_required");
    const less = { ...pay, arguments: { ...pay.arguments, amount: 4000 } };
    expect(await client.callTool(less)).toMatchObject({ structuredContent: { status: "pending" } });
  });

  it("ends with a policy that is not understood, before any call is made", async () => {
    const folder = await mkdtemp(join(tmpdir(), "codespar-mcp-"));
    const file = join(folder, "policy.json");
    await writeFile(file, '{"max_amount_per_cal":{"BRL":1}}');
    const { code, stderr } = await start(["--policy", file]).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^policy\.max_amount_per_cal.*\n$/);
    await rm(folder, { recursive: true });
  });

  it("says how many tools clients take where it offers more", async () => {
    const { until } = start(["--tools", "all", "--http", "--port", "0"]);
    expect(
      Number(await until(/^(\d+) tools are offered.*VS Code stops at 128, Cursor stops at 40/m)),
    ).toBeGreaterThan(400);
  });

  it("goes on when nobody reads its stderr", async () => {
    const { child, ended } = start([]);
    child.stderr.destroy();
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" })}\n`);
    const [response] = await Promise.race([once(child.stdout, "data"), ended.then(() => fail("unread"))]);
    expect(JSON.parse(String(response))).toMatchObject({ id: 1, result: {} });
  });

  it("ends when its client goes away", async () => {
    const { child, ended } = start([]);
    child.stdin.end();
    expect((await ended).code).toBe(0);
  });
});
