import assert from "node:assert/strict";
import { startSandboxServer } from "@codespar/sandbox/server";
import { CodeSpar } from "@codespar/sdk";
import { startScriptedModel } from "./scripted-model.ts";
import { startApp } from "./start-app.ts";

/** Starts everything, lets two tenants sell a coffee, and holds what happened to what the page promises. */
export async function runMultiTenant(print: (line: string) => void): Promise<Record<string, number>> {
  await using open = new AsyncDisposableStack();
  const server = open.adopt(await startSandboxServer({ port: 0 }), (one) => one.close());
  const model = open.adopt(await startScriptedModel(), (one) => one.close());
  print("next build …");
  const app = open.adopt(
    await startApp({
      CODESPAR_API_KEY: server.apiKey,
      CODESPAR_BASE_URL: server.url,
      OPENAI_API_KEY: "none",
      OPENAI_BASE_URL: model.url,
      CRON_SECRET: "cron_secret",
    }),
    (one) => one.close(),
  );
  const post = async (tenant: string, path: string, body: object) => {
    const response = await fetch(`${app.url}/api/tenants/${tenant}/${path}`, {
      method: "POST",
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };

  // each tenant brings its own account at Asaas
  for (const tenant of ["tenant_acme", "tenant_loja"]) {
    const credentials = { api_key: `aact_hmlg_of_${tenant}` };
    const { status, body } = await post(tenant, "connections", { server_id: "asaas", credentials });
    assert.equal(status, 201);
    assert.deepEqual(body.credentials, { api_key: { last4: tenant.slice(-4) } });
  }

  // both sell, at the same time
  const message = "Charge R$ 12.50 by Pix for a coffee.";
  const sales = await Promise.all(
    ["tenant_acme", "tenant_loja"].map((one) => post(one, "chat", { message })),
  );
  for (const { status, body } of sales) {
    assert.equal(status, 200);
    assert.match(body.reply, /^Your Pix code: 000201/);
  }
  const paid = server.sandbox.calls.filter(({ effect }) => effect);
  for (const { account, tool } of paid) print(`${tool} in the account ${account}`);
  assert.equal(paid.length, 2);
  assert.equal(new Set(paid.map(({ account }) => account)).size, 2);

  // the limit is each tenant's own: the third request within a minute is refused, and the other's is not
  assert.equal((await post("tenant_acme", "chat", { message })).status, 200);
  const third = await post("tenant_acme", "chat", { message });
  print(`tenant_acme's third request: ${third.status} ${third.body.error}`);
  assert.equal(third.status, 429);
  assert.ok(Number(third.headers.get("retry-after")) > 0);
  assert.equal((await post("tenant_loja", "chat", { message })).status, 200);
  assert.equal((await post("tenant_loja", "chat", { message })).status, 429);
  assert.equal((await post("tenant_nobody", "chat", { message })).status, 404);

  // what the two did is in the log with their metadata, and billed to each
  const codespar = new CodeSpar({ apiKey: server.apiKey, baseUrl: server.url });
  const logged: string[] = [];
  for await (const { tool, metadata } of codespar.toolCalls.list()) {
    logged.push(`${tool} ${metadata.tenant_id} ${metadata.source}`);
  }
  assert.deepEqual(logged.sort(), [
    "codespar_pay tenant_acme api",
    "codespar_pay tenant_acme api",
    "codespar_pay tenant_loja api",
    "codespar_pay tenant_loja api",
  ]);
  const billing = (secret: string) =>
    fetch(`${app.url}/api/billing`, { headers: { authorization: `Bearer ${secret}` } });
  assert.equal((await billing("guessed")).status, 401);
  const perTenant: Record<string, number> = await (await billing("cron_secret")).json();
  print(`to be billed: ${JSON.stringify(perTenant)}`);
  assert.deepEqual(perTenant, { tenant_acme: 2, tenant_loja: 2 });
  return perTenant;
}
