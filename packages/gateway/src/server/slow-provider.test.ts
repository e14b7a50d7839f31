import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { ask } from "../testing/gateway-process.ts";
import { startEmulatedAsaas } from "../testing/start-emulated-asaas.ts";
import { startTestGateway } from "../testing/start-test-gateway.ts";

/** Asaas behind a line on which the responses to one account's payments are held until they are let go. */
async function holdPaymentsOf(target: string, slowKey: string) {
  const held: (() => void)[] = [];
  let isSlow = true;
  const proxy = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const { method = "GET", url = "", headers } = request;
    const reply = await fetch(target + url, {
      method,
      headers: { access_token: String(headers.access_token), "content-type": "application/json" },
      ...(method === "GET" ? {} : { body: Buffer.concat(pieces) }),
    });
    const text = await reply.text();
    // it is done there, and nobody has heard of it yet
    if (isSlow && headers.access_token === slowKey && method === "POST" && url === "/v3/payments")
      await new Promise<void>((resolve) => held.push(resolve));
    response.writeHead(reply.status, { "content-type": "application/json" }).end(text);
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  const { port } = proxy.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    held,
    release() {
      isSlow = false;
      for (const go of held.splice(0)) go();
    },
  };
}

const places = 4;

it("pays once for each key at a provider that is slow for one account, and serves the others meanwhile", {
  timeout: 60_000,
}, async () => {
  const asaas = await startEmulatedAsaas();
  const [slowKey, fastKey] = [await asaas.getKey("slow"), await asaas.getKey("fast")];
  const line = await holdPaymentsOf(asaas.url, slowKey);
  const gateway = await startTestGateway({
    providers: { testAddresses: { asaas: line.url } },
    limits: { callsPerConnection: places },
  });

  async function join(key: string, api_key: string) {
    const call = (method: string, path: string, body?: object) => ask(gateway.url, key, method, path, body);
    await call("POST", "/v1/connections", { server_id: "asaas", credentials: { api_key } });
    const { body: session } = await call("POST", "/v1/sessions", { servers: ["asaas"] });
    const pay = async (number: number) => {
      const response = await fetch(`${gateway.url}/v1/sessions/${session.id}/execute`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${key}`,
          "content-type": "application/json",
          "idempotency-key": `order-${number}`,
        },
        body: JSON.stringify({
          name: "codespar_pay",
          arguments: {
            method: "pix",
            amount: 1_000 + number,
            currency: "BRL",
            customer: { name: "Ana Souza", document: "111.444.777-35", email: "ana@example.com" },
          },
        }),
      });
      return { status: response.status, body: await response.json() };
    };
    const usage = async () => (await call("GET", "/v1/usage")).body;
    return { pay, usage };
  }

  const slow = await join(gateway.testKey, slowKey);
  const fast = await join(await gateway.makeOrganisation(), fastKey);
  const orders = Array.from({ length: 3 * places }, (_, index) => index);
  const first = orders.map((order) => slow.pay(order));
  for (const order of orders)
    expect(await fast.pay(order)).toMatchObject({ status: 200, body: { success: true } });
  // who found no place within a second knows that nothing was done
  const refused = await Promise.all(first.map((call) => Promise.race([call, untilTheRestIsHeld(first)])));
  expect(refused.filter((outcome) => outcome !== undefined)).toHaveLength(2 * places);
  for (const outcome of refused)
    if (outcome !== undefined)
      expect(outcome).toMatchObject({
        status: 503,
        body: {
          error: "provider_unavailable",
          providers: [{ id: "asaas", reason: "busy" }],
          retryable: true,
        },
      });
  expect(line.held).toHaveLength(places);
  line.release();
  const outcomes = await Promise.all(first);
  expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(places);

  // all come again under their keys, as clients do
  const ids: string[] = await Promise.all(
    orders.map(async (order) => (await slow.pay(order)).body.data.payment_id),
  );
  expect(new Set(ids).size).toBe(orders.length);
  const made = await fetch(`${asaas.url}/v3/payments?limit=100`, { headers: { access_token: slowKey } });
  const { data }: { data: { id: string; value: number }[] } = await made.json();
  expect(data.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(data.map(({ value }) => Math.round(value * 100)).sort()).toEqual(
    orders.map((order) => 1_000 + order).sort(),
  );
  for (const { usage } of [slow, fast]) expect(await usage()).toMatchObject({ used: orders.length });
  expect(asaas.errors).toEqual([]);
});

/** Undefined once all but those that are held have ended. */
async function untilTheRestIsHeld(calls: readonly Promise<unknown>[]): Promise<undefined> {
  let ended = 0;
  await new Promise<void>((resolve) => {
    for (const call of calls)
      void call.then(() => {
        ended += 1;
        if (ended === calls.length - places) resolve();
      });
  });
  return undefined;
}
