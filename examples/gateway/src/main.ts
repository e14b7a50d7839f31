import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveGateway } from "@codespar/gateway";
import { CodeSpar } from "@codespar/sdk";
import { connectByLink } from "./connect-by-link.ts";
import { startAsaas } from "./start-asaas.ts";

// In place of Asaas's test environment. Without this, the gateway reaches api-sandbox.asaas.com.
const asaas = await startAsaas();

// The same as `npx @codespar/gateway`, but in this process and in a directory that is thrown away.
const directory = mkdtempSync(join(tmpdir(), "codespar-gateway-"));
const gateway = await serveGateway({
  directory,
  environment: {},
  config: {
    port: 0,
    data: join(directory, "data"),
    logLevel: "warn",
    providers: { testAddresses: { asaas: asaas.url } },
  },
});
console.log(`CODESPAR_BASE_URL=${gateway.publicUrl}`);

try {
  // `codespar-gateway org create --test`: its calls never reach a live provider
  const { apiKey } = await gateway.createOrganisation({ test: true });
  const codespar = new CodeSpar({ apiKey, baseUrl: gateway.publicUrl });

  // The shop's owner gets a link, types the key of the Asaas account there, and nobody else sees it.
  const { url } = await codespar.connectSessions.create({ server_id: "asaas" });
  await connectByLink(url, { api_key: asaas.apiKey, webhook_token: asaas.webhookToken });
  const [connection] = (await codespar.connections.list()).data;
  assert(connection !== undefined);
  console.log(`connected ${connection.server_id}, key ending in ${connection.credentials.api_key?.last4}`);

  // Where Asaas is to send its webhooks; in real life it is set in Asaas's dashboard.
  const webhook = await codespar.connections.createWebhookUrl(connection.id);
  await asaas.sendWebhooksTo(webhook.url);

  const session = await codespar.sessions.create({ servers: ["asaas"] });
  const charge = await session.execute({
    name: "codespar_pay",
    arguments: {
      method: "pix",
      amount: 15_990,
      currency: "BRL",
      reference: "order-7",
      customer: { name: "Ana Souza", document: "111.444.777-35" },
    },
  });
  assert(charge.success, charge.success ? "" : charge.error.message);
  console.log(`charged R$ 159,90: ${charge.data.payment_id} is ${charge.data.status}`);

  await asaas.waitAMinute();
  for (;;) {
    const { data: events } = await codespar.events.list({ type: "payment.confirmed" });
    const [event] = events;
    // the webhook is verified and the payment read back before there is an event
    if (event === undefined) continue;
    assert.equal(event.tool_call_id, charge.tool_call_id);
    assert.equal(event.livemode, false);
    if (event.type === "payment.confirmed") console.log(`paid: ${event.type} for ${event.data.payment_id}`);
    break;
  }
} finally {
  await gateway.close();
  await asaas.close();
  rmSync(directory, { recursive: true });
}
