import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { beginCall } from "../testing/begin-call.ts";
import { startSandboxServer } from "./serve.ts";

const key = "csk_test_shutdown";
const control = "ctl_shutdown";
const headers = {
  authorization: `Bearer ${key}`,
  "content-type": "application/json",
  "x-codespar-control": control,
};
const pix = { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } };
const children: ChildProcess[] = [];

/** Starts the command, with a stream whose call does not end, and a call whose arguments are still on their way. */
async function start() {
  const bin = fileURLToPath(new URL("../bin.ts", import.meta.url));
  const node = ["--conditions=@codespar/source", "--disable-warning=ExperimentalWarning"];
  const child = spawn(process.execPath, [
    ...node,
    bin,
    "--port",
    "0",
    "--key",
    key,
    "--control-token",
    control,
  ]);
  children.push(child);
  const exited = once(child, "exit");
  let text = "";
  for await (const chunk of child.stdout) {
    text += chunk;
    if (text.includes("curl ")) break;
  }
  const url = /http:\/\/[\d.:]+/.exec(text)?.[0] ?? "";
  const post = (path: string, body: unknown, more: Record<string, string> = {}) =>
    fetch(url + path, { method: "POST", headers: { ...headers, ...more }, body: JSON.stringify(body) });
  const { id } = await (await post("/v1/sessions", { servers: ["asaas"] })).json();
  await post("/sandbox/faults", { server: "asaas", fault: { slow_ms: 600_000, times: 1 } });
  const stream = await post(`/v1/sessions/${id}/send`, pix, { accept: "text/event-stream" });
  const call = await beginCall(`${url}/v1/sessions/${id}/execute`, headers);
  return { child, exited, url, stream, call };
}

function canConnect(url: string): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  return new Promise((resolve) => {
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  }).then((connected) => {
    socket.destroy();
    return connected === true;
  });
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

describe("codespar-sandbox that is told to stop", { timeout: 240_000 }, () => {
  it("takes no more connections, ends streams, lets calls finish, and ends with 0", async () => {
    const { child, exited, url, stream, call } = await start();
    expect(await canConnect(url)).toBe(true);
    child.kill("SIGTERM");
    // the stream's end shows that the signal has arrived
    expect(await stream.text()).not.toContain("tool_call.completed");
    expect(await canConnect(url)).toBe(false);
    const { status, body } = await call.end(pix);
    expect([status, body.success]).toEqual([200, true]);
    expect(await exited).toEqual([0, null]);
  });

  it.each(["SIGTERM", "SIGINT"] as const)("ends at once when %s comes second", async (second) => {
    const { child, exited, stream } = await start();
    child.kill("SIGTERM");
    await stream.text();
    child.kill(second);
    expect(await exited).toEqual([null, second]);
  });
});

describe("a server that closes", () => {
  it.each(["send", "execute"])("does not wait for a provider longer than drainMs, after %s", async (verb) => {
    const server = await startSandboxServer({ port: 0, apiKey: key, rateLimit: false, drainMs: 50 });
    server.sandbox.faults.set("asaas", { slowMs: 600_000 });
    const post = (path: string, body: unknown) =>
      fetch(server.url + path, { method: "POST", headers, body: JSON.stringify(body) });
    const { id } = await (await post("/v1/sessions", { servers: ["asaas"] })).json();
    const response = post(`/v1/sessions/${id}/${verb}`, pix).catch(() => undefined);
    if (verb === "send") await response;
    else while (!(await hasCall(server.url))) await tick();
    await server.close();
    await response;
  });
});

async function hasCall(url: string): Promise<boolean> {
  const { data } = await (await fetch(`${url}/v1/tool-calls`, { headers })).json();
  return data.length > 0;
}

function tick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
