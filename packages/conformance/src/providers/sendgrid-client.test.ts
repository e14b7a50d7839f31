import { EventWebhook } from "@sendgrid/eventwebhook";
import sendgrid from "@sendgrid/mail";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startReceiver } from "../webhooks/receiver.ts";
import { liveWorld, sellerAccount } from "./live-world.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
const mail = sendgrid;

beforeEach(async () => {
  world = await liveWorld("sendgrid");
  signIn(world.credential);
});
afterEach(() => world.close());

function signIn(key: string): void {
  // this sets the host back
  mail.setApiKey(key);
  // the client that the package hides is the one that knows the host
  const { client } = mail as unknown as { client: { setDefaultRequest(name: string, value: string): void } };
  client.setDefaultRequest("baseUrl", world.providerUrl);
}

const message = { to: "ana@example.com", from: "loja@example.com", subject: "Pedido 7", text: "Pago." };

it("the official client sends, and gets the id in a header and no body", async () => {
  const [response] = await mail.send({ ...message, customArgs: { order: "7" } });
  expect(response.statusCode).toBe(202);
  expect(response.headers["x-message-id"]).toMatch(/^\w{22}$/);
  expect(response.body).toBeFalsy();
  expect(world.sandbox.calls[0]?.arguments).toMatchObject({ custom_args: { order: "7" } });
});

it("refuses in SendGrid's own words", async () => {
  const { from: _from, ...anonymous } = message;
  // the type knows that a sender is needed
  await expect(mail.send(anonymous as typeof message)).rejects.toMatchObject({ code: 400 });
  signIn("no key");
  await expect(mail.send(message)).rejects.toMatchObject({ code: 401 });
});

it("signs its events as the official verifier wants them", async () => {
  await using receiver = await startReceiver();
  await world.emulator.addWebhook("sendgrid", sellerAccount, { url: receiver.url, secret: "" });
  await mail.send({ ...message, customArgs: { order: "7" } });
  await world.advance("5s");
  const verifier = new EventWebhook();
  const key = verifier.convertPublicKeyToECDSA(world.credentials.webhook_public_key ?? "");
  expect(receiver.received).toHaveLength(2);
  for (const { body, headers } of receiver.received) {
    const signature = String(headers["x-twilio-email-event-webhook-signature"]);
    const time = String(headers["x-twilio-email-event-webhook-timestamp"]);
    expect(verifier.verifySignature(key, body, signature, time)).toBe(true);
    expect(verifier.verifySignature(key, `${body} `, signature, time)).toBe(false);
  }
  expect(receiver.received.flatMap(({ body }) => JSON.parse(body))).toMatchObject([
    { event: "processed", email: "ana@example.com", order: "7" },
    { event: "delivered", email: "ana@example.com", order: "7" },
  ]);
});
