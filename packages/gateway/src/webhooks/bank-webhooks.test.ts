import { createSandbox } from "@codespar/sandbox";
import { createEmulator, serveEmulator } from "@codespar/sandbox/emulator";
import { expect, it, onTestFinished } from "vitest";
import { ask } from "../testing/gateway-process.ts";
import { startTestGateway } from "../testing/start-test-gateway.ts";

async function openBank() {
  const sandbox = createSandbox({ seed: 7, now: Date.now() });
  const emulator = createEmulator({ sandbox, providers: ["inter"] });
  const errors: unknown[] = [];
  const emulated = await serveEmulator({ emulator, onError: (error) => errors.push(error) });
  onTestFinished(async () => {
    await emulated.close();
    emulator.close();
    await sandbox.close();
  });
  return { sandbox, emulator, errors, url: emulated.urls.get("inter") ?? "" };
}

it("takes a bank's webhook at its address with /pix behind it, and at no other", async () => {
  const bank = await openBank();
  const { url, testKey } = await startTestGateway({ providers: { testAddresses: { inter: bank.url } } });
  const call = (method: string, path: string, body?: object) => ask(url, testKey, method, path, body);
  const credentials = await bank.emulator.connection("inter", "seller", "");
  const connection = await call("POST", "/v1/connections", { server_id: "inter", credentials });
  const { body: endpoint } = await call("POST", `/v1/connections/${connection.body.id}/webhook-url`, {});
  await bank.emulator.addWebhook("inter", "seller", { url: endpoint.url, secret: "" });
  const { body: session } = await call("POST", "/v1/sessions", { servers: ["inter"] });
  const { body: paid } = await call("POST", `/v1/sessions/${session.id}/execute`, {
    name: "codespar_pay",
    arguments: { method: "pix", amount: 15_990, currency: "BRL", reference: "order-7" },
  });
  expect(paid).toMatchObject({ success: true, provider: "inter", data: { status: "pending" } });
  const hint = JSON.stringify({ pix: [{ endToEndId: "E1", txid: paid.data.payment_id }] });
  const send = async (suffix: string) =>
    (await fetch(`${endpoint.url}${suffix}`, { method: "POST", body: hint })).status;
  expect(await send("/pix")).toBe(200);
  expect(await send("/boleto")).toBe(401);
  expect(await send("/pix/pix")).toBe(401);
  await bank.sandbox.clock.advance("1m");
  let events: unknown[] = [];
  // each look is a request, so that the gateway goes on meanwhile
  while (events.length === 0) events = (await call("GET", "/v1/events?type=payment.confirmed")).body.data;
  expect(events).toMatchObject([
    {
      tool_call_id: paid.tool_call_id,
      data: { payment_id: paid.data.payment_id, amount: 15_990, reference: "order-7" },
    },
  ]);
  expect(bank.errors).toEqual([]);
});
