import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@codespar/node-runtime/sqlite";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { createSandbox } from "@codespar/sandbox-core";
import { expect, it, onTestFinished } from "vitest";
import { ask, openSession } from "./testing/api-client.ts";

it("leaves no credential, API key or webhook secret readable in its directory", async () => {
  const data = mkdtempSync(join(tmpdir(), "codespar-secrets-"));
  const sandbox = createSandbox({ data });
  onTestFinished(async () => {
    await sandbox.close();
    rmSync(data, { recursive: true, force: true });
  });
  const own = "csk_test_the_first_key_of_all";
  const post = async (path: string, body: object, key = own) => {
    const headers = {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": path,
    };
    const response = await sandbox.handle({ method: "POST", path, headers, body: JSON.stringify(body) });
    expect(response.status).toBe(201);
    return JSON.parse(String(response.body));
  };
  const made = await post("/v1/api-keys", { name: "another" });
  const trigger = await post("/v1/triggers", { name: "t", event: "*", webhook_url: "http://127.0.0.1:9/" });
  const credentials = { api_key: "aact_0123456789abcdef", webhook_token: "tiny" };
  await post("/v1/connections", { server_id: "asaas", credentials });

  const files = readdirSync(data).map((name) => ({ name, bytes: readFileSync(join(data, name)) }));
  const holding = (text: string) => files.filter(({ bytes }) => bytes.includes(text)).map(({ name }) => name);
  const secrets = [own, made.key, trigger.secret, trigger.secret.slice(6), ...Object.values(credentials)];
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(3);
    expect(holding(secret), secret.slice(0, 6)).toEqual([]);
  }
  // it looked in the right place
  expect(holding("asaas")).not.toEqual([]);
});

it("leaves nothing of a call's arguments in its directory once they are erased", async () => {
  using directory = temporaryDirectory();
  const sandbox = createSandbox({ data: directory.path });
  const said = "Feijoada para 11144477735 na mesa sete";
  const session = await openSession(sandbox, ["whatsapp-cloud"]);
  const notify = { channel: "whatsapp", to: "+5511987654321", message: said };
  await ask(sandbox, "POST", `/v1/sessions/${session}/execute`, {
    name: "codespar_notify",
    arguments: notify,
  });
  const holding = () =>
    readdirSync(directory.path).filter((name) => readFileSync(join(directory.path, name)).includes(said));
  expect(holding()).not.toEqual([]);
  const store = openDatabase(directory.path, { name: "sandbox", program: "this test" });
  // the simulated provider keeps the message as the real one would: that is its own data, not CodeSpar's
  store.run("DELETE FROM simulated_documents");
  store.run("DELETE FROM simulated_operations");
  store.run("DELETE FROM simulated_due");
  store.close();
  await sandbox.clock.advance("25h");
  expect(holding()).toEqual([]);
  await sandbox.close();
});
