import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { hasPostgres, temporaryDatabase } from "@codespar/postgres/testing";
import { describe, expect, it, onTestFinished } from "vitest";
import { runGateway, startGatewayProcess } from "../testing/gateway-process.ts";

interface Payment {
  id: string;
  externalReference: string;
}

/** An Asaas that makes every payment it is asked for, and whose first response never comes. */
async function startSilentAsaas() {
  const payments: Payment[] = [];
  const held: ServerResponse[] = [];
  const describePayment = (payment: Payment) => ({
    object: "payment",
    ...payment,
    customer: "cus_1",
    value: 50,
    netValue: 49,
    billingType: "PIX",
    status: "PENDING",
    dueDate: "2030-01-01",
    dateCreated: "2026-12-01",
    invoiceUrl: "https://asaas.example/i/1",
    deleted: false,
  });
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const piece of request) text += piece;
    const { pathname, searchParams } = new URL(request.url ?? "", "http://asaas");
    const reply = (body: object) =>
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (pathname === "/v3/payments" && request.method === "POST") {
      const { externalReference } = JSON.parse(text);
      const payment = { id: `pay_${payments.length + 1}`, externalReference };
      payments.push(payment);
      if (payments.length > 1) return reply(describePayment(payment));
      held.push(response);
      server.emit("held");
    } else if (pathname === "/v3/payments") {
      const reference = searchParams.get("externalReference");
      const found = payments.filter(({ externalReference }) => externalReference === reference);
      reply({
        object: "list",
        hasMore: false,
        totalCount: found.length,
        limit: 10,
        offset: 0,
        data: found.map(describePayment),
      });
    } else if (pathname === "/v3/customers") {
      reply(request.method === "POST" ? { id: "cus_1" } : { object: "list", data: [{ id: "cus_1" }] });
    } else if (pathname.endsWith("/pixQrCode")) {
      reply({
        success: true,
        encodedImage: "aW1hZ2U=",
        payload: "000201",
        expirationDate: "2030-01-01 00:00:00",
      });
    } else {
      const payment = payments.find(({ id }) => pathname === `/v3/payments/${id}`);
      if (payment === undefined) response.writeHead(404).end();
      else reply(describePayment(payment));
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return { url: `http://127.0.0.1:${port}`, payments, untilHeld: () => once(server, "held") };
}

/** Kills the gateway while the provider makes a payment, and asks again under the same key afterwards. */
async function payThroughKill(environment: Record<string, string>) {
  const asaas = await startSilentAsaas();
  using directory = temporaryDirectory();
  const config = {
    providers: { testAddresses: { asaas: asaas.url } },
    // leases last as long as a provider may take
    limits: { providerTimeoutMs: 1000 },
  };
  writeFileSync(`${directory.path}/codespar.config.json`, JSON.stringify(config));
  const keyFile = `${directory.path}/first-key`;
  const options = { directory: directory.path, environment: { CODESPAR_KEY_FILE: keyFile, ...environment } };
  const first = await startGatewayProcess([], options);
  const made = await runGateway(["org", "create", "--test"], {
    directory: directory.path,
    environment,
  });
  const key = made.stdout.trim();
  const post = async (url: string, path: string, body: object, headers = {}) => {
    const response = await fetch(url + path, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  const credentials = { api_key: "$aact_hmlg_x" };
  await post(first.url, "/v1/connections", { server_id: "asaas", credentials });
  const session = await post(first.url, "/v1/sessions", { servers: ["asaas"] });
  const pay = (url: string) =>
    post(
      url,
      `/v1/sessions/${session.body.id}/execute`,
      {
        name: "codespar_pay",
        arguments: {
          method: "pix",
          amount: 5000,
          currency: "BRL",
          customer: { name: "Ana", document: "11144477735" },
        },
      },
      { "idempotency-key": "order-7" },
    );
  const lost = pay(first.url).catch(() => "lost");
  await asaas.untilHeld();
  await first.end("SIGKILL");
  expect(await lost).toBe("lost");

  const second = await startGatewayProcess([], options);
  // while nobody can tell, it says so: the same key is sent again, as the SDK does
  let again = await pay(second.url);
  while (again.status === 504) again = await pay(second.url);
  expect(again).toMatchObject({
    status: 200,
    body: { success: true, data: { payment_id: "pay_1", amount: 5000, status: "pending" } },
  });
  expect(asaas.payments).toHaveLength(1);
  const replay = await pay(second.url);
  expect(replay.body).toMatchObject({ replayed: true, tool_call_id: again.body.tool_call_id });
  expect(asaas.payments).toHaveLength(1);
  await second.end("SIGTERM");
}

describe("a gateway that is killed while a provider makes a payment", { timeout: 120_000 }, () => {
  it("finds it after the restart and makes no second one, on SQLite", () => payThroughKill({}));

  it.runIf(hasPostgres("a killed gateway on PostgreSQL"))(
    "finds it after the restart and makes no second one, on PostgreSQL",
    async () => {
      await using database = await temporaryDatabase({ isEmpty: true });
      const masterKey = `k1:${Buffer.alloc(32, 1).toString("base64")}`;
      await payThroughKill({ DATABASE_URL: database.url, CODESPAR_MASTER_KEY: masterKey });
    },
  );
});
