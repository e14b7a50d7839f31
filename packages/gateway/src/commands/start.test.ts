import { spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, request } from "node:http";
import { DatabaseSync } from "node:sqlite";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { describe, expect, it } from "vitest";
import { ask, runGateway, startGatewayProcess } from "../testing/gateway-process.ts";

const getMode = (path: string) => (statSync(path).mode & 0o777).toString(8);
const keyIn = (directory: string) => readFileSync(`${directory}/codespar-data/live-key`, "utf8").trim();

describe("a gateway on a bare machine", () => {
  it("makes its directory, its master key and one organisation, whose key is in a file and in no log", async () => {
    using directory = temporaryDirectory();
    const gateway = await startGatewayProcess([], { directory: directory.path });
    const data = `${directory.path}/codespar-data`;
    expect(getMode(data)).toBe("700");
    const names = readdirSync(data).sort();
    expect(names).toEqual([
      "codespar.sqlite",
      "codespar.sqlite-shm",
      "codespar.sqlite-wal",
      "live-key",
      "master-key",
    ]);
    for (const name of names) expect([name, getMode(`${data}/${name}`)]).toEqual([name, "600"]);
    const key = keyIn(directory.path);
    expect(key).toMatch(/^csk_live_[A-Za-z0-9]{32}$/);

    const session = await ask(gateway.url, key, "POST", "/v1/sessions", { servers: ["asaas"] });
    expect(session).toMatchObject({
      status: 201,
      body: { status: "active", servers: [{ id: "asaas", status: "needs_connection" }] },
    });
    expect((await ask(gateway.url, key, "GET", "/v1/billing")).body).toMatchObject({
      plan: "enterprise",
      quota: null,
    });
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${gateway.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: "ready", checks: { store: "ok", worker: "ok" } },
    ]);
    expect(await gateway.end("SIGTERM")).toEqual({ code: 0, signal: null });

    const written = gateway.output.stdout + gateway.output.stderr;
    expect(written).not.toContain(key.slice(-20));
    const lines = gateway.output.stderr
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ message }) => message)).toEqual([
      "listening",
      "the first organisation was made",
      "request",
      "request",
      "closing",
      "closed",
    ]);
  });

  it("goes on after it was killed, with the same organisation and no other key", async () => {
    using directory = temporaryDirectory();
    const first = await startGatewayProcess([], { directory: directory.path });
    const key = keyIn(directory.path);
    const { body } = await ask(first.url, key, "POST", "/v1/sessions", { servers: ["asaas"] });
    await first.end("SIGKILL");
    const second = await startGatewayProcess([], { directory: directory.path });
    expect((await ask(second.url, key, "GET", `/v1/sessions/${body.id}`)).status).toBe(200);
    expect((await ask(second.url, key, "GET", "/v1/api-keys")).body.data).toHaveLength(1);
    expect(keyIn(directory.path)).toBe(key);
    expect(second.output.stderr).not.toContain("was made");
    await second.end("SIGTERM");
  });

  it("is one organisation though two processes start at once", async () => {
    using directory = temporaryDirectory();
    const options = { directory: directory.path };
    const both = await Promise.all([startGatewayProcess([], options), startGatewayProcess([], options)]);
    const key = keyIn(directory.path);
    for (const { url } of both) expect((await ask(url, key, "GET", "/v1/api-keys")).status).toBe(200);
    await Promise.all(both.map((gateway) => gateway.end("SIGTERM")));
    const database = new DatabaseSync(`${directory.path}/codespar-data/codespar.sqlite`, { readOnly: true });
    expect(database.prepare("SELECT COUNT(*) AS count FROM organisations").get()).toEqual({ count: 1 });
    database.close();
  });

  it("writes its first key to the file that is named, and never over another", async () => {
    using directory = temporaryDirectory();
    const keyFile = `${directory.path}/key`;
    writeFileSync(keyFile, "notes of somebody", { mode: 0o600 });
    const refused = await runGateway(["--port", "0"], {
      directory: directory.path,
      environment: { CODESPAR_KEY_FILE: keyFile },
    });
    expect(refused).toEqual({
      code: 2,
      stdout: "",
      stderr: `codespar-gateway: --key-file: ${keyFile} is there already and holds no key. Choose another file.\n`,
    });
    expect(readFileSync(keyFile, "utf8")).toBe("notes of somebody");
  });

  it("encrypts with the master key of the environment, and refuses another one", async () => {
    using directory = temporaryDirectory();
    const getKey = (fill: number) => `k${fill}:${Buffer.alloc(32, fill).toString("base64")}`;
    const start = (masterKey: string) =>
      startGatewayProcess([], {
        directory: directory.path,
        environment: { CODESPAR_MASTER_KEY: masterKey },
      });
    await (await start(getKey(1))).end("SIGTERM");
    expect(existsSync(`${directory.path}/codespar-data/master-key`)).toBe(false);
    await expect(start(getKey(2))).rejects.toThrow(
      /master key is not the one that this database was made with/,
    );
    await (await start(`${getKey(2)},${getKey(1)}`)).end("SIGTERM");
    await (await start(getKey(2))).end("SIGTERM");
    await expect(start(getKey(1))).rejects.toThrow(/is not the one/);
  });
});

describe("a gateway that is told to stop", () => {
  it("lets a request in flight end, takes no more, and ends with 0", async () => {
    using directory = temporaryDirectory();
    const gateway = await startGatewayProcess([], { directory: directory.path });
    const call = request(`${gateway.url}/v1/sessions`, {
      method: "POST",
      headers: { authorization: `Bearer ${keyIn(directory.path)}`, "content-type": "application/json" },
    });
    call.write('{"servers":');
    // what has been returned on another connection shows that this one's beginning was read
    while ((await fetch(`${gateway.url}/healthz`)).status !== 200);
    gateway.signal("SIGTERM");
    while (
      await fetch(`${gateway.url}/healthz`).then(
        () => true,
        () => false,
      )
    );
    const responded = once(call, "response");
    call.end('["asaas"]}');
    const [response] = await responded;
    expect(response.statusCode).toBe(201);
    response.resume();
    expect(await gateway.closed).toBe(0);
  });

  it("ends at once when a second signal comes", async () => {
    using directory = temporaryDirectory();
    const gateway = await startGatewayProcess([], { directory: directory.path });
    const call = request(`${gateway.url}/v1/sessions`, { method: "POST" });
    call.on("error", () => {});
    call.write("{");
    while ((await fetch(`${gateway.url}/healthz`)).status !== 200);
    gateway.signal("SIGTERM");
    while (!gateway.output.stderr.includes('"closing"'))
      await new Promise((resolve) => setImmediate(resolve));
    expect(await gateway.end("SIGINT")).toEqual({ code: null, signal: "SIGINT" });
  });
});

describe("a gateway that cannot start says so in one line", () => {
  const oneLine = (text: string) =>
    expect.stringMatching(new RegExp(`^codespar-gateway: [^\\n]*${text}[^\\n]*\\n$`));

  it("when its port is taken", async () => {
    using directory = temporaryDirectory();
    const blocker = createServer().listen(0, "127.0.0.1");
    await once(blocker, "listening");
    const address = blocker.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const result = await runGateway(["--port", String(port)], { directory: directory.path });
    blocker.close();
    expect(result).toEqual({ code: 1, stdout: "", stderr: oneLine(`Port ${port} is taken`) });
  });

  it.each([
    ["a file", "file"],
    ["where no directory can be made", "/proc/nothing/data"],
  ])("when its directory is %s", async (_what, data) => {
    using directory = temporaryDirectory();
    writeFileSync(`${directory.path}/file`, "");
    const result = await runGateway(["--port", "0", "--data", data], { directory: directory.path });
    expect(result).toEqual({ code: 1, stdout: "", stderr: oneLine("cannot be used as a directory") });
  });

  it("when another machine user could read its master key", async () => {
    using directory = temporaryDirectory();
    await (await startGatewayProcess([], { directory: directory.path })).end("SIGTERM");
    chmodSync(`${directory.path}/codespar-data/master-key`, 0o640);
    const result = await runGateway(["--port", "0"], { directory: directory.path });
    expect(result).toEqual({ code: 1, stdout: "", stderr: oneLine("mode 0640.*chmod 600") });
  });

  it.skipIf(process.getuid?.() !== 0)("when its directory is another user's", async () => {
    using directory = temporaryDirectory();
    chmodSync(directory.path, 0o755);
    mkdirSync(`${directory.path}/data`, { mode: 0o700 });
    const options = { directory: directory.path, uid: 65_534 };
    const result = await runGateway(["--port", "0", "--data", `${directory.path}/data`], options);
    expect(result).toEqual({ code: 1, stdout: "", stderr: oneLine("does not belong to this user") });
  });

  // a file system that is really read-only needs a mount of its own
  const canMount = spawnSync("unshare", ["-m", "mount", "--bind", "/tmp", "/tmp"]).status === 0;

  it.skipIf(!canMount)("when its file system is read-only", async () => {
    using directory = temporaryDirectory();
    const script = `mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && cd "$1" && shift && exec "$@"`;
    const within = ["unshare", "-m", "sh", "-c", script, "sh", directory.path];
    const result = await runGateway(["--port", "0"], { directory: directory.path, within });
    expect(result).toEqual({ code: 1, stdout: "", stderr: oneLine("is on a read-only file system") });
  });

  it.each([
    [["--prot", "1"], {}, "--prot is not a flag. Did you mean --port?"],
    [["strat"], {}, '"strat" is not a command. Did you mean start?'],
    [["--port", "http"], {}, "--port: port must be a number"],
    [
      [],
      { CODESPAR_PROVIDERS_ON: "asas" },
      'CODESPAR_PROVIDERS_ON: "asas" is no provider. Did you mean asaas?',
    ],
    [["check", "--port", "1"], {}, "check takes no --port"],
  ])("for %j with %j, with code 2 and nothing made", async (args, environment, says) => {
    using directory = temporaryDirectory();
    const result = await runGateway(args, { directory: directory.path, environment });
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(result.stderr).toMatch(/^codespar-gateway: [^\n]*\n$/);
    expect(result.stderr).toContain(says);
    expect(readdirSync(directory.path)).toEqual([]);
  });
});
