import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveGateway } from "@codespar/gateway";
import { CodeSpar } from "@codespar/sdk";
import { connectByLink } from "./connect-by-link.ts";
import { startProviders } from "./start-providers.ts";

// In place of the providers' test environments. Without this, the gateway reaches api-sandbox.asaas.com and the like.
const providers = await startProviders();

// The same as `npx @codespar/gateway`, but in this process and in a directory that is thrown away. With DATABASE_URL everything is in
// PostgreSQL, and all processes need the same master key.
const directory = mkdtempSync(join(tmpdir(), "codespar-gateway-"));
const { DATABASE_URL, CODESPAR_MASTER_KEY } = process.env;
const gateway = await serveGateway({
  directory,
  environment: DATABASE_URL === undefined ? {} : { DATABASE_URL, CODESPAR_MASTER_KEY },
  config: {
    port: 0,
    data: join(directory, "data"),
    logLevel: "warn",
    providers: { testAddresses: providers.urls },
  },
});
console.log(`CODESPAR_BASE_URL=${gateway.publicUrl}`);
console.log(`kept in ${DATABASE_URL === undefined ? "SQLite" : "PostgreSQL"}`);

try {
  // `codespar-gateway org create --test`: its calls never reach a live provider
  const { apiKey } = await gateway.createOrganisation({ test: true });
  const codespar = new CodeSpar({ apiKey, baseUrl: gateway.publicUrl });

  // The shop's owner gets links, types the accounts' keys there, and nobody else sees them.
  for (const [server_id, credentials] of Object.entries(providers.credentials)) {
    const { url } = await codespar.connectSessions.create({ server_id });
    await connectByLink(url, credentials);
    console.log(`connected ${server_id}`);
  }

  // Where Asaas is to send its webhooks; in real life it is set in Asaas's dashboard.
  const [connection] = (await codespar.connections.list({ server_id: "asaas" })).data;
  assert(connection !== undefined);
  const webhook = await codespar.connections.createWebhookUrl(connection.id);
  await providers.sendWebhooksTo(webhook.url);

  const session = await codespar.sessions.create({ servers: ["asaas", "nuvem-fiscal"] });
  const customer = {
    name: "Ana Souza",
    document: "111.444.777-35",
    address: {
      street: "Rua da Assembleia",
      number: "10",
      district: "Centro",
      city: "Rio de Janeiro",
      state: "RJ",
      postal_code: "20011-901",
    },
  };
  const charge = await session.execute({
    name: "codespar_pay",
    arguments: { method: "pix", amount: 15_990, currency: "BRL", reference: "order-7", customer },
  });
  assert(charge.success, charge.success ? "" : charge.error.message);
  console.log(`charged R$ 159,90: ${charge.data.payment_id} is ${charge.data.status}`);

  await providers.waitAMinute();
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

  // Who issues, and what of the tax law holds for the shop's goods, is stored once.
  await codespar.fiscalProfiles.create({
    brazil: {
      tax_id: "11444777000161",
      name: "Loja Azul Comércio Ltda",
      state_tax_id: "110042490114",
      tax_regime: "simples_nacional",
      address: {
        postal_code: "01310100",
        street: "Avenida Paulista",
        number: "1000",
        district: "Bela Vista",
        city: "São Paulo",
        city_code: "3550308",
        state: "SP",
      },
      goods: [
        {
          codes: ["*"],
          ncm: "85167100",
          cfop: "5102",
          cfop_interstate: "6108",
          icms: { cst: "102" },
          pis: { cst: "49", rate: 0 },
          cofins: { cst: "49", rate: 0 },
        },
      ],
    },
  });
  const invoice = await session.execute({
    name: "codespar_invoice",
    arguments: {
      type: "nfe",
      customer,
      items: [{ description: "Cafeteira", quantity: 1, unit_amount: 15_990, code: "CAF-1" }],
    },
  });
  assert(invoice.success, invoice.success ? "" : invoice.error.message);
  console.log(`invoiced: NF-e ${invoice.data.number} is ${invoice.data.status}, ${invoice.data.access_key}`);
} finally {
  await gateway.close();
  await providers.close();
  rmSync(directory, { recursive: true });
}
