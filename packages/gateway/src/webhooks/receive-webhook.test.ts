import { describe, expect, it } from "vitest";
import { ask } from "../testing/gateway-process.ts";
import { startEmulatedAsaas } from "../testing/start-emulated-asaas.ts";
import { startTestGateway } from "../testing/start-test-gateway.ts";

const webhookToken = "whsec_of_the_test_0123456789";
const customer = { name: "Ana Souza", document: "111.444.777-35", email: "ana@example.com" };

async function setUp() {
  const asaas = await startEmulatedAsaas();
  const test = await startTestGateway({ providers: { testAddresses: { asaas: asaas.url } } });

  /** An organisation that has connected its account, with the address for the account's webhooks. */
  async function join(account: string, key: string) {
    const credentials = { api_key: await asaas.getKey(account), webhook_token: webhookToken };
    const call = (method: string, path: string, body?: object) => ask(test.url, key, method, path, body);
    const connection = await call("POST", "/v1/connections", { server_id: "asaas", credentials });
    const webhookUrl = async (body = {}) =>
      String((await call("POST", `/v1/connections/${connection.body.id}/webhook-url`, body)).body.url);
    const session = await call("POST", "/v1/sessions", { servers: ["asaas"] });
    const pay = async (amount: number) =>
      (
        await call("POST", `/v1/sessions/${session.body.id}/execute`, {
          name: "codespar_pay",
          arguments: { method: "pix", amount, currency: "BRL", customer },
        })
      ).body;
    const events = async (type: string) => (await call("GET", `/v1/events?type=${type}`)).body.data;
    /** Waits until there is one; each look is a request, so that the gateway goes on meanwhile. */
    const untilEvent = async (type: string) => {
      for (;;) {
        const found = await events(type);
        if (found.length > 0) return found;
      }
    };
    return { call, connection, webhookUrl, pay, events, untilEvent, credentials };
  }
  return { ...test, asaas, join };
}

/** A webhook as Asaas sends it. */
const webhook = (payment: string, id = "evt_1") => ({
  id,
  event: "PAYMENT_RECEIVED",
  payment: { object: "payment", id: payment },
});

const send = (url: string, body: object | string, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "asaas-access-token": webhookToken, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("a provider's webhook", () => {
  it("makes the event of what it hints at, once, however often it comes", async () => {
    const { asaas, join, testKey } = await setUp();
    const { webhookUrl, pay, untilEvent, events } = await join("seller", testKey);
    const url = await webhookUrl();
    expect(url).toMatch(/\/v1\/webhooks\/asaas\/org_\w+\.\w{43}$/);
    await asaas.emulator.addWebhook("asaas", "seller", { url, secret: webhookToken });
    const paid = await pay(15_990);
    expect(paid).toMatchObject({ success: true, provider: "asaas", data: { status: "pending" } });
    await asaas.sandbox.clock.advance("1m");
    const found = await untilEvent("payment.confirmed");
    expect(found).toMatchObject([
      {
        tool_call_id: paid.tool_call_id,
        data: { payment_id: paid.data.payment_id, status: "paid", amount: 15_990 },
      },
    ]);
    for (const id of ["evt_again", "evt_again", "evt_another"]) {
      expect((await send(url, webhook(paid.data.payment_id, id))).status).toBe(200);
    }
    const later = await pay(1000);
    await asaas.sandbox.clock.advance("1m");
    let all: { tool_call_id: string }[] = [];
    while (all.length < 2) all = await events("payment.confirmed");
    // newest first
    expect(all.map((event) => event.tool_call_id)).toEqual([later.tool_call_id, paid.tool_call_id]);
    expect(asaas.errors).toEqual([]);
  });

  it("is not believed: what the provider does not know to be paid makes no event", async () => {
    const { join, testKey, asaas } = await setUp();
    const { webhookUrl, pay, events } = await join("seller", testKey);
    const url = await webhookUrl();
    const { data } = await pay(5_000);
    expect((await send(url, webhook(data.payment_id))).status).toBe(200);
    expect((await send(url, webhook("pay_nobody_has"))).status).toBe(200);
    // its hint is looked after in turn: what comes of a later one shows that this one is done
    const other = await pay(700);
    await asaas.sandbox.payments.confirm(other.data.payment_id);
    await send(url, webhook(other.data.payment_id, "evt_2"));
    for (;;) {
      const found = await events("payment.confirmed");
      if (found.length === 0) continue;
      expect(found).toMatchObject([{ tool_call_id: other.tool_call_id }]);
      break;
    }
  });

  it("cannot make an event of another organisation's call", async () => {
    const { asaas, join, testKey, url, makeOrganisation } = await setUp();
    const victim = await join("victim", testKey);
    const attacker = await join("attacker", await makeOrganisation());
    const { tool_call_id } = await victim.pay(9_900);
    // in an account of one's own one may write what one likes
    const native = async (path: string, body: object) => {
      const response = await fetch(asaas.url + path, {
        method: "POST",
        headers: { access_token: attacker.credentials.api_key, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return response.json();
    };
    const made = await native("/v3/customers", { name: "Eva", cpfCnpj: "11144477735" });
    const forged = await native("/v3/payments", {
      customer: made.id,
      billingType: "PIX",
      value: 99,
      dueDate: "2030-01-01",
      externalReference: tool_call_id,
    });
    expect(forged).toMatchObject({ externalReference: tool_call_id });
    await asaas.sandbox.payments.confirm(forged.id);
    expect((await send(await attacker.webhookUrl(), webhook(forged.id))).status).toBe(200);
    const own = await attacker.pay(1000);
    await asaas.sandbox.payments.confirm(own.data.payment_id);
    await send(await attacker.webhookUrl(), webhook(own.data.payment_id, "evt_own"));
    await attacker.untilEvent("payment.confirmed");
    expect(await victim.events("payment.confirmed")).toEqual([]);
    expect(await attacker.events("payment.confirmed")).toHaveLength(1);
    expect(url).toBeDefined();
  });

  it("gets the same response whatever is wrong with it", async () => {
    const { join, testKey } = await setUp();
    const { webhookUrl } = await join("seller", testKey);
    const url = await webhookUrl();
    const responses = await Promise.all([
      send(
        url.replace(/.$/, (last) => (last === "a" ? "b" : "a")),
        webhook("pay_1"),
      ),
      send(url.replace("/asaas/", "/stripe/"), webhook("pay_1")),
      send(url.replace("/asaas/", "/nobody/"), webhook("pay_1")),
      send(`${url}/pix`, webhook("pay_1")),
      send(url, webhook("pay_1"), { "asaas-access-token": "wrong" }),
      send(url, "{"),
      send(url, "x".repeat(1_048_577)),
      fetch(url),
      fetch(url, { method: "PUT", body: "{}" }),
    ]);
    for (const response of responses) {
      expect([response.status, await response.json()]).toEqual([401, { received: false }]);
    }
  });

  it("finds its address until the connection is deleted, and a replaced one for the grace period", async () => {
    const { join, testKey } = await setUp();
    const { webhookUrl, call, connection } = await join("seller", testKey);
    const [first, second] = [await webhookUrl(), await webhookUrl()];
    expect((await send(first, webhook("pay_1"))).status).toBe(200);
    const third = await webhookUrl({ grace_period_seconds: 0 });
    const statuses = async (...urls: string[]) =>
      Promise.all(urls.map(async (url) => (await send(url, webhook("pay_1"))).status));
    expect(await statuses(first, second, third)).toEqual([401, 401, 200]);
    // new credentials leave the address as it is
    const { body } = connection;
    expect((await call("GET", `/v1/connections/${body.id}`)).status).toBe(200);
    expect((await call("DELETE", `/v1/connections/${body.id}`)).status).toBe(204);
    expect(await statuses(third)).toEqual([401]);
  });

  it("leaves no address in the log", async () => {
    const { join, testKey, logged } = await setUp();
    const { webhookUrl } = await join("seller", testKey);
    const url = await webhookUrl();
    await send(url, webhook("pay_1"));
    const token = url.split("/").at(-1) ?? "";
    expect(logged.join("\n")).toContain("/v1/webhooks/asaas/…");
    expect(logged.join("\n")).not.toContain(token.split(".")[1]);
  });
});
