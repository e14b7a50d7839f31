import { createHmac } from "node:crypto";
import { createSandbox } from "@codespar/sandbox";
import { createEmulator, serveEmulator } from "@codespar/sandbox/emulator";
import { expect, it, onTestFinished } from "vitest";
import { ask } from "../testing/gateway-process.ts";
import { startTestGateway } from "../testing/start-test-gateway.ts";

const secret = "the_apps_own_secret_0123456789";

/** Mercado Pago emulated, whose app sends the webhooks of all its sellers to one address. */
async function setUp() {
  const sandbox = createSandbox({ seed: 7, now: Date.now() });
  const emulator = createEmulator({ sandbox, providers: ["mercadopago"] });
  const errors: unknown[] = [];
  const emulated = await serveEmulator({ emulator, onError: (error) => errors.push(error) });
  onTestFinished(async () => {
    await emulated.close();
    emulator.close();
    await sandbox.close();
  });
  const { url, testKey, makeOrganisation } = await startTestGateway({
    providers: { testAddresses: { mercadopago: emulated.urls.get("mercadopago") ?? "" } },
    webhooks: { mercadopago: { secret }, "whatsapp-cloud": { secret, verifyToken: "is it you" } },
  });
  const address = `${url}/v1/webhooks/mercadopago/app`;

  /** An organisation with this seller's account, by the id that Mercado Pago has for it. */
  async function join(apiKey: string, account: string, user_id?: string) {
    const call = (method: string, path: string, body?: object) => ask(url, apiKey, method, path, body);
    const { webhook_secret: _own, ...token } = await emulator.connection("mercadopago", account, "");
    const credentials = { ...token, ...(user_id === undefined ? {} : { user_id }) };
    const store = async (given: object) =>
      (await call("POST", "/v1/connections", { server_id: "mercadopago", credentials: given })).body;
    const connection = await store(credentials);
    const session = await call("POST", "/v1/sessions", { servers: ["mercadopago"] });
    const pay = async () =>
      (
        await call("POST", `/v1/sessions/${session.body.id}/execute`, {
          name: "codespar_pay",
          arguments: {
            method: "pix",
            amount: 15_990,
            currency: "BRL",
            customer: { name: "Ana Souza", document: "111.444.777-35", email: "ana@example.com" },
          },
        })
      ).body;
    const events = async () => (await call("GET", "/v1/events?type=payment.confirmed")).body.data;
    /** Each look is a request, so that the gateway goes on meanwhile. */
    const untilEvents = async (count: number) => {
      for (;;) {
        const found = await events();
        if (found.length >= count) return found;
      }
    };
    return { call, connection, credentials, store, pay, events, untilEvents };
  }

  /** A webhook as Mercado Pago sends it. */
  async function send(payment: string, body: object, key = secret, to = address) {
    const time = Math.floor(Date.now() / 1000);
    const manifest = `id:${payment};request-id:r-1;ts:${time};`;
    const signature = createHmac("sha256", key).update(manifest).digest("hex");
    const response = await fetch(`${to}?data.id=${payment}&type=payment`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-request-id": "r-1",
        "x-signature": `ts=${time},v1=${signature}`,
      },
      body: JSON.stringify({
        id: "1",
        type: "payment",
        action: "payment.updated",
        live_mode: false,
        data: { id: payment },
        ...body,
      }),
    });
    return [response.status, await response.text()] as const;
  }
  return { sandbox, emulator, url, address, errors, testKey, makeOrganisation, join, send };
}

const received = [200, '{"received":true}'];
const refused = [401, '{"received":false}'];

it("finds by the account in the body whose an app's webhook is, and makes its event alone", async () => {
  const { sandbox, emulator, address, errors, testKey, makeOrganisation, join, send } = await setUp();
  const seller = await join(testKey, "seller", "123456789");
  const other = await join(await makeOrganisation(), "other", "987654321");
  await emulator.addWebhook("mercadopago", "seller", { url: address, secret });
  const [paid, others] = [await seller.pay(), await other.pay()];
  expect(paid).toMatchObject({ success: true, data: { status: "pending" } });
  await sandbox.payments.confirm(paid.data.payment_id);
  await sandbox.payments.confirm(others.data.payment_id);
  await sandbox.clock.advance("1m");
  expect(await send(paid.data.payment_id, { user_id: 123_456_789 })).toEqual(received);
  expect(await seller.untilEvents(1)).toMatchObject([
    { tool_call_id: paid.tool_call_id, data: { payment_id: paid.data.payment_id, status: "paid" } },
  ]);
  // about another's payment, in the name of the first account: read back there, it is nobody's
  expect(await send(others.data.payment_id, { user_id: 123_456_789 })).toEqual(received);
  expect(await send(others.data.payment_id, { user_id: 987_654_321 })).toEqual(received);
  expect(await other.untilEvents(1)).toMatchObject([{ tool_call_id: others.tool_call_id }]);
  expect(await seller.events()).toHaveLength(1);
  expect(errors).toEqual([]);
});

it("believes the app's secret alone, and drops what is about nobody's account", async () => {
  const { sandbox, testKey, join, send, url } = await setUp();
  const seller = await join(testKey, "seller", "123456789");
  const paid = await seller.pay();
  const { payment_id: id } = paid.data;
  await sandbox.payments.confirm(id);
  expect(await send(id, { user_id: 123_456_789 }, "another secret")).toEqual(refused);
  // an app without a secret here has no such address
  expect(await send(id, {}, secret, `${url}/v1/webhooks/asaas/app`)).toEqual(refused);
  for (const body of [{ user_id: 5 }, {}, { user_id: 123_456_789, live_mode: true }])
    expect(await send(id, body)).toEqual(received);
  // connected as another account since: what the first one's webhooks say is no longer its business
  await seller.store({ ...seller.credentials, user_id: "555" });
  expect(await send(id, { user_id: 123_456_789 })).toEqual(received);
  expect(await seller.call("DELETE", `/v1/connections/${seller.connection.id}`)).toMatchObject({
    status: 204,
  });
  expect(await send(id, { user_id: 555 })).toEqual(received);
  // a hint that was taken would be looked after before this one
  await seller.store(seller.credentials);
  expect(await seller.events()).toEqual([]);
  expect(await send(id, { user_id: 123_456_789 })).toEqual(received);
  expect(await seller.untilEvents(1)).toHaveLength(1);
});

it("proves to the provider that an app's address is ours", async () => {
  const { url } = await setUp();
  const ask = async (token: string) => {
    const query = new URLSearchParams({
      "hub.mode": "subscribe",
      "hub.verify_token": token,
      "hub.challenge": "42",
    });
    const response = await fetch(`${url}/v1/webhooks/whatsapp-cloud/app?${query}`);
    return [response.status, await response.text()];
  };
  expect(await ask("is it you")).toEqual([200, "42"]);
  expect(await ask("guess")).toEqual(refused);
  expect(await ask("")).toEqual(refused);
});
