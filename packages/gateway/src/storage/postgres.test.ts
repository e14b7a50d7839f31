import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { hasPostgres, temporaryDatabase } from "@codespar/postgres/testing";
import { describe, expect, it } from "vitest";
import { ask, runGateway, startGatewayProcess } from "../testing/gateway-process.ts";

const masterKey = (fill: number) => `k${fill}:${Buffer.alloc(32, fill).toString("base64")}`;

describe.runIf(hasPostgres("the gateway on PostgreSQL"))("gateways on one PostgreSQL database", () => {
  it("make one organisation on an empty database, and one goes on when the other is killed", async () => {
    await using database = await temporaryDatabase({ isEmpty: true });
    using directory = temporaryDirectory();
    const start = (name: string) =>
      startGatewayProcess(["--key-file", `${directory.path}/${name}`], {
        directory: directory.path,
        environment: { DATABASE_URL: database.url, CODESPAR_MASTER_KEY: masterKey(1) },
      });
    const [one, two] = await Promise.all([start("one"), start("two")]);
    // only the process that made the organisation has written a key
    const written = ["one", "two"].filter((name) => existsSync(`${directory.path}/${name}`));
    expect(written).toHaveLength(1);
    const key = readFileSync(`${directory.path}/${written[0]}`, "utf8").trim();
    expect(await database.query("SELECT count(*)::int AS count FROM codespar.organisations")).toEqual([
      { count: 1 },
    ]);
    const { body } = await ask(one.url, key, "POST", "/v1/sessions", { servers: ["asaas"] });
    expect((await ask(two.url, key, "GET", `/v1/sessions/${body.id}`)).status).toBe(200);
    await one.end("SIGKILL");
    expect((await ask(two.url, key, "GET", `/v1/sessions/${body.id}`)).status).toBe(200);
    expect((await fetch(`${two.url}/readyz`)).status).toBe(200);
    // a key that was revoked at one works at none
    const made = await ask(two.url, key, "POST", "/v1/api-keys", { name: "short" });
    const three = await start("three");
    expect((await ask(two.url, key, "DELETE", `/v1/api-keys/${made.body.id}`)).status).toBe(204);
    expect((await ask(three.url, made.body.key, "GET", "/v1/sessions")).status).toBe(401);
    expect(await two.end("SIGTERM")).toEqual({ code: 0, signal: null });
    expect(await three.end("SIGTERM")).toEqual({ code: 0, signal: null });
    // nothing of the database's address is in the log, its password least of all
    expect(one.output.stderr + two.output.stderr).not.toContain(database.url);
  });

  it("are refused with another master key, and take a new one together with the old", async () => {
    await using database = await temporaryDatabase({ isEmpty: true });
    using directory = temporaryDirectory();
    const migrate = (keys: string) =>
      runGateway(["migrate"], {
        directory: directory.path,
        environment: { DATABASE_URL: database.url, CODESPAR_MASTER_KEY: keys },
      });
    expect(await migrate(masterKey(1))).toEqual({
      code: 0,
      stdout: "The database is up to date.\n",
      stderr: "",
    });
    const refused = await migrate(masterKey(2));
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/^codespar-gateway: The master key is not the one/),
    ]);
    expect((await migrate(`${masterKey(2)},${masterKey(1)}`)).code).toBe(0);
    expect((await migrate(masterKey(1))).code).toBe(1);
  });

  it("ask for a file where nobody could be shown the first key, and then leave nothing half done", async () => {
    await using database = await temporaryDatabase({ isEmpty: true });
    using directory = temporaryDirectory();
    const environment = { DATABASE_URL: database.url, CODESPAR_MASTER_KEY: masterKey(1) };
    const refused = await runGateway(["--port", "0"], { directory: directory.path, environment });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/Name a file for it with --key-file or CODESPAR_KEY_FILE\.\n$/);
    const keyFile = `${directory.path}/key`;
    const gateway = await startGatewayProcess([], {
      directory: directory.path,
      environment: { ...environment, CODESPAR_KEY_FILE: keyFile },
    });
    const key = readFileSync(keyFile, "utf8").trim();
    expect((await ask(gateway.url, key, "GET", "/v1/sessions")).status).toBe(200);
    await gateway.end("SIGTERM");
  });
});

it("says in one line, without the password, that the database cannot be reached", async () => {
  using directory = temporaryDirectory();
  const free = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => free.once("listening", resolve));
  const address = free.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await new Promise((resolve) => free.close(resolve));
  const result = await runGateway(["--port", "0"], {
    directory: directory.path,
    environment: {
      DATABASE_URL: `postgres://user:p4ssword@127.0.0.1:${port}/db`,
      CODESPAR_MASTER_KEY: masterKey(1),
    },
  });
  expect([result.code, result.stdout]).toEqual([1, ""]);
  expect(result.stderr).toMatch(/^codespar-gateway: [^\n]+\n$/);
  expect(result.stderr).not.toContain("p4ssword");
});
