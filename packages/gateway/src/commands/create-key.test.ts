import { readFileSync, statSync } from "node:fs";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { expect, it } from "vitest";
import { ask, runGateway, startGatewayProcess } from "../testing/gateway-process.ts";

it("makes organisations and keys beside a gateway that serves them at once", async () => {
  using directory = temporaryDirectory();
  const options = { directory: directory.path };
  const gateway = await startGatewayProcess([], options);
  const first = readFileSync(`${directory.path}/codespar-data/live-key`, "utf8").trim();

  const limited = await runGateway(
    ["key", "create", "--name", "Reader", "--scopes", "sessions:read"],
    options,
  );
  expect(limited).toEqual({ code: 0, stdout: expect.stringMatching(/^csk_live_\w{32}\n$/), stderr: "" });
  const reader = limited.stdout.trim();
  expect((await ask(gateway.url, reader, "GET", "/v1/sessions")).status).toBe(200);
  const refused = await ask(gateway.url, reader, "POST", "/v1/sessions", { servers: ["asaas"] });
  expect(refused.body).toMatchObject({ error: "insufficient_scope", required_scope: "sessions:write" });
  expect((await ask(gateway.url, first, "GET", "/v1/api-keys")).body.data).toMatchObject([
    { name: "Reader", scopes: ["sessions:read"] },
    { name: "First key", scopes: [] },
  ]);

  const keyFile = `${directory.path}/test-key`;
  const made = await runGateway(
    ["org", "create", "--test", "--plan", "hobby", "--key-file", keyFile],
    options,
  );
  expect(made).toMatchObject({ code: 0, stdout: "" });
  expect(made.stderr).toMatch(/^codespar-gateway: made organisation org_\w+ \(test, hobby\)\.\n/);
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  const testKey = readFileSync(keyFile, "utf8").trim();
  expect(testKey).toMatch(/^csk_test_\w{32}$/);
  expect((await ask(gateway.url, testKey, "GET", "/v1/billing")).body).toMatchObject({ plan: "hobby" });
  // another organisation: it sees nothing of the first
  expect((await ask(gateway.url, testKey, "GET", "/v1/api-keys")).body.data).toHaveLength(1);

  const nobody = await runGateway(["key", "create", "--organisation", "org_nobody"], options);
  expect(nobody).toMatchObject({ code: 2, stdout: "" });
  expect(nobody.stderr).toContain("There is no organisation org_nobody.");
  await gateway.end("SIGTERM");
});
