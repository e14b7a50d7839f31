import { createHmac } from "node:crypto";
import { connect, connectors } from "@codespar/providers/connect";
import type { NotifyArguments } from "@codespar/sdk";
import { afterEach, describe, expect, it } from "vitest";
import { liveWorld, webhookSecret } from "./live-world.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
afterEach(() => world.close());

const to = "+5511987654321";

async function notify(server: string, message: string) {
  const session = await world.client.sessions.create({ servers: [server] });
  return session.execute({
    name: "codespar_notify",
    arguments: { channel: "whatsapp", to, message },
  });
}

/** Newest first. */
async function messageEvents() {
  const { data } = await world.client.events.list();
  return data.filter(({ type }) => type.startsWith("message."));
}

it("a WhatsApp goes out through Meta's API, and its signed webhooks tell that it was delivered and read", async () => {
  world = await liveWorld("whatsapp-cloud");
  const sent = await notify("whatsapp-cloud", "Pedido 7 pago ✅");
  if (!sent.success) throw new Error(sent.error.message);
  expect(sent).toMatchObject({
    provider: "whatsapp-cloud",
    data: { status: "sent", channel: "whatsapp", to },
  });
  await world.advance("2m");
  expect(new Set(world.webhookResponses)).toEqual(new Set([200]));
  const events = await messageEvents();
  expect(events.map(({ type, tool_call_id }) => [type, tool_call_id]).toReversed()).toEqual([
    ["message.sent", sent.tool_call_id],
    ["message.delivered", sent.tool_call_id],
    ["message.read", sent.tool_call_id],
  ]);
  expect(events[0]?.data).toMatchObject({
    message_id: (sent.data as { message_id: string }).message_id,
    status: "read",
    channel: "whatsapp",
    to,
  });
  expect(world.errors).toEqual([]);
});

it.each([
  ["sms", ["message.sent", "message.delivered"]],
  ["whatsapp", ["message.sent", "message.delivered", "message.read"]],
] as const)(
  "a message by %s goes out through Twilio, and its signed callbacks tell the rest",
  async (channel, types) => {
    world = await liveWorld("twilio");
    const session = await world.client.sessions.create({ servers: ["twilio"] });
    const sent = await session.execute({
      name: "codespar_notify",
      arguments: { channel, to, message: "Seu código é 123" },
    });
    expect(sent).toMatchObject({
      success: true,
      provider: "twilio",
      data: { status: "queued", channel, to },
    });
    expect(world.sandbox.calls[0]?.arguments).toMatchObject(
      channel === "sms"
        ? { To: to, From: "+15005550006" }
        : { To: `whatsapp:${to}`, From: "whatsapp:+15005550006" },
    );
    await world.advance("2m");
    expect(new Set(world.webhookResponses)).toEqual(new Set([200]));
    expect((await messageEvents()).map(({ type }) => type).toReversed()).toEqual(types);
    expect(world.errors).toEqual([]);
  },
);

it("an e-mail goes out through SendGrid, whose signed events name the operation that sent it", async () => {
  world = await liveWorld("sendgrid");
  const session = await world.client.sessions.create({ servers: ["sendgrid"] });
  const sent = await session.execute({
    name: "codespar_notify",
    arguments: { channel: "email", to: "ana@example.com", subject: "Pedido 7", message: "Pago." },
  });
  expect(sent).toMatchObject({
    success: true,
    provider: "sendgrid",
    data: { status: "queued", channel: "email" },
  });
  expect(world.sandbox.calls[0]?.arguments).toMatchObject({
    from: { email: "loja@example.com" },
    custom_args: { codespar_operation: sent.tool_call_id },
  });
  await world.advance("2m");
  expect(new Set(world.webhookResponses)).toEqual(new Set([200]));
  expect((await messageEvents()).map(({ type, tool_call_id }) => [type, tool_call_id]).toReversed()).toEqual([
    ["message.sent", sent.tool_call_id],
    ["message.delivered", sent.tool_call_id],
  ]);
  expect(world.errors).toEqual([]);
});

it("a mail whose response was lost is found by the operation's id, and is not sent again", async () => {
  world = await liveWorld("sendgrid");
  world.sandbox.faults.set("sendgrid", { commitThenTimeout: true });
  const session = await world.client.sessions.create({ servers: ["sendgrid"] });
  const sent = await session.execute({
    name: "codespar_notify",
    arguments: { channel: "email", to: "ana@example.com", subject: "Pedido 7", message: "Pago." },
  });
  expect(sent).toMatchObject({ success: true, provider: "sendgrid" });
  expect(world.sandbox.calls.filter(({ effect }) => effect)).toHaveLength(1);
});

it.each([
  ["infobip", "sms", "queued", ["message.delivered"]],
  ["infobip", "whatsapp", "queued", []],
  ["zenvia", "sms", "sent", []],
  ["zenvia", "whatsapp", "sent", []],
  ["zenvia", "email", "sent", []],
  ["take-blip", "whatsapp", "queued", []],
] as const)(
  "%s sends by %s; what is unsigned is believed only where it can be read back",
  async (server, channel, status, types) => {
    world = await liveWorld(server);
    const session = await world.client.sessions.create({ servers: [server] });
    const recipient = channel === "email" ? "ana@example.com" : to;
    const sent = await session.execute({
      name: "codespar_notify",
      // the channels differ only in the type of what else they take
      arguments: { channel, to: recipient, message: "Pedido 7 pago" } as NotifyArguments,
    });
    expect(sent).toMatchObject({ success: true, provider: server, data: { status, channel, to: recipient } });
    expect(world.sandbox.calls.filter(({ effect }) => effect)).toHaveLength(1);
    await world.advance("2m");
    expect((await messageEvents()).map(({ type }) => type)).toEqual(types);
    expect(world.errors).toEqual([]);
  },
);

it("Meta's webhook is believed by its signature alone", async () => {
  world = await liveWorld("whatsapp-cloud");
  const sent = await notify("whatsapp-cloud", "sandbox:unread");
  if (!sent.success) throw new Error(sent.error.message);
  await world.advance("2m");
  const { message_id: id } = sent.data as { message_id: string };
  const statuses = [{ id, status: "read", timestamp: "1767225600", recipient_id: "5511987654321" }];
  const body = JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ changes: [{ field: "messages", value: { statuses } }] }],
  });
  const post = async (secret: string) => {
    const signature = createHmac("sha256", secret).update(body).digest("hex");
    const response = await fetch(`${world.url}/v1/webhooks/whatsapp-cloud/endpoint-token`, {
      method: "POST",
      headers: { "x-hub-signature-256": `sha256=${signature}` },
      body,
    });
    await world.work();
    return [response.status, (await messageEvents()).some(({ type }) => type === "message.read")];
  };
  expect(await post("forged")).toEqual([401, false]);
  expect(await post(webhookSecret)).toEqual([200, true]);
});

it("a WhatsApp goes out through Z-API, whose callbacks are unsigned and believed by nobody", async () => {
  world = await liveWorld("z-api");
  const sent = await notify("z-api", "Pedido 7 pago ✅");
  expect(sent).toMatchObject({
    success: true,
    provider: "z-api",
    data: { status: "sent", channel: "whatsapp", to },
  });
  expect(world.sandbox.calls.map(({ tool, arguments: args }) => [tool, args])).toEqual([
    ["z_api_send_text", { phone: "5511987654321", message: "Pedido 7 pago ✅" }],
  ]);
  await world.advance("2m");
  expect(world.webhookResponses).not.toContain(200);
  expect(await messageEvents()).toEqual([]);
});

describe("Evolution API, which its user runs", () => {
  it("sends below the instance's name; its webhooks carry a token, and the message is read back", async () => {
    world = await liveWorld("evolution-api");
    const sent = await notify("evolution-api", "Pedido 7 pago ✅");
    if (!sent.success) throw new Error(sent.error.message);
    expect(sent).toMatchObject({ provider: "evolution-api", data: { status: "queued", to } });
    await world.advance("2m");
    expect(new Set(world.webhookResponses)).toEqual(new Set([200]));
    expect(
      (await messageEvents()).map(({ type, tool_call_id }) => [type, tool_call_id]).toReversed(),
    ).toEqual([
      ["message.sent", sent.tool_call_id],
      ["message.delivered", sent.tool_call_id],
      ["message.read", sent.tool_call_id],
    ]);
    expect(world.errors).toEqual([]);
  });

  it("is not believed under another key, nor for what the message itself does not show", async () => {
    world = await liveWorld("evolution-api");
    const sent = await notify("evolution-api", "sandbox:unread");
    if (!sent.success) throw new Error(sent.error.message);
    await world.advance("2m");
    const { message_id: keyId } = sent.data as { message_id: string };
    const body = JSON.stringify({
      event: "messages.update",
      instance: "EMULATED",
      data: { keyId, status: "READ" },
    });
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const post = async (key: string) => {
      const exp = Math.floor(world.sandbox.clock.now() / 1000) + 600;
      const content = `${part({ alg: "HS256", typ: "JWT" })}.${part({ app: "evolution", action: "webhook", exp })}`;
      const signature = createHmac("sha256", key).update(content).digest("base64url");
      const response = await fetch(`${world.url}/v1/webhooks/evolution-api/endpoint-token`, {
        method: "POST",
        headers: { authorization: `Bearer ${content}.${signature}` },
        body,
      });
      await world.work();
      return [response.status, (await messageEvents()).some(({ type }) => type === "message.read")];
    };
    expect(await post("forged")).toEqual([401, false]);
    expect(await post(webhookSecret)).toEqual([200, false]);
  });

  it("gets an error of its own form for a wrong key and a wrong number", async () => {
    world = await liveWorld("evolution-api");
    const post = async (apikey: string, args: object) => {
      const response = await fetch(`${world.providerUrl}/message/sendText/loja`, {
        method: "POST",
        headers: { apikey, "content-type": "application/json" },
        body: JSON.stringify(args),
      });
      return [response.status, await response.json()];
    };
    expect(await post("?", { number: "5511987654321", text: "Oi" })).toEqual([
      401,
      { status: 401, error: "Unauthorized", response: { message: "Unauthorized" } },
    ]);
    expect(await post(world.credential, { number: "5511999990404", text: "Oi" })).toEqual([
      400,
      {
        status: 400,
        error: "Bad Request",
        response: {
          message: [{ jid: "5511999990404@s.whatsapp.net", exists: false, number: "5511999990404" }],
        },
      },
    ]);
  });

  it("is connected only at a host with a name, over https; what the name stands for is looked at by the sender", async () => {
    const definition = connectors.get("evolution-api");
    if (definition === undefined) throw new Error("It cannot be connected.");
    const provider = connect(definition, { environment: "live" });
    const credentials = {
      base_url: "https://evolution.example.com",
      api_key: "0123456789",
      instance: "loja",
    };
    expect(provider.checkCredentials(credentials)).toBeUndefined();
    for (const base_url of [
      "http://evolution.example.com",
      "https://10.0.0.7",
      "https://localhost",
      "https://a@b.example.com",
    ])
      expect(provider.checkCredentials({ ...credentials, base_url })).toContain("base_url");
  });
});

it.each([
  ["whatsapp-cloud", "sandbox:undeliverable"],
  ["evolution-api", "sandbox:undeliverable"],
  ["z-api", "sandbox:undeliverable"],
])("%s says that nobody can be reached, and the message is refused", async (server, message) => {
  world = await liveWorld(server);
  expect(await notify(server, message)).toMatchObject({
    success: false,
    error: { code: "message_undeliverable" },
  });
});
