import { readFileSync } from "node:fs";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { hasPostgres, temporaryDatabase } from "@codespar/postgres/testing";
import { describe, expect, it } from "vitest";
import { ask, runGateway, startGatewayProcess } from "../testing/gateway-process.ts";

/** A gateway beside which an organisation is suspended and resumed, while it calls. */
async function suspendAndResume(environment: Record<string, string>): Promise<void> {
  using directory = temporaryDirectory();
  const keyFile = `${directory.path}/key`;
  const options = { directory: directory.path, environment: { ...environment, CODESPAR_KEY_FILE: keyFile } };
  const gateway = await startGatewayProcess([], options);
  const key = readFileSync(keyFile, "utf8").trim();
  const { body: session } = await ask(gateway.url, key, "POST", "/v1/sessions", { servers: ["asaas"] });
  const requests = [
    ["GET", "/v1/sessions"],
    [
      "POST",
      `/v1/sessions/${session.id}/execute`,
      { name: "codespar_discover", arguments: { query: "pix" } },
    ],
  ] as const;
  const call = async () =>
    Promise.all(requests.map(([method, path, body]) => ask(gateway.url, key, method, path, body)));
  // what was opened before serves the next calls of the same session
  for (const { status } of await call()) expect(status).toBe(200);
  const organisation = /"organisation":"(org_\w+)"/.exec(gateway.output.stderr)?.[1] ?? "";
  const run = (command: string, id = organisation) =>
    runGateway(["org", command, "--organisation", id], options);
  expect(await run("suspend")).toMatchObject({
    code: 0,
    stdout: `${organisation} is suspended. What it has begun is ended; its keys work again after org resume.\n`,
  });
  for (const refused of await call())
    expect(refused).toMatchObject({
      status: 401,
      body: {
        error: "unauthorized",
        message: "This organisation is suspended, and none of its keys works. Ask who runs this service.",
      },
    });
  expect(await run("resume")).toMatchObject({ code: 0, stdout: `${organisation} works again.\n` });
  for (const { status } of await call()) expect(status).toBe(200);
  expect(await run("suspend", "org_nobody")).toMatchObject({ code: 2, stdout: "" });
  await gateway.end("SIGTERM");
}

describe("an organisation that is suspended", { timeout: 60_000 }, () => {
  it("is served nothing from the next request on, and everything again afterwards", () =>
    suspendAndResume({}));

  it.runIf(hasPostgres("suspension on PostgreSQL"))("also on PostgreSQL", async () => {
    await using database = await temporaryDatabase({ isEmpty: true });
    const CODESPAR_MASTER_KEY = `k:${Buffer.alloc(32, 1).toString("base64")}`;
    await suspendAndResume({ DATABASE_URL: database.url, CODESPAR_MASTER_KEY });
  });
});
