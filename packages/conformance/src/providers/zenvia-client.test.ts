import { Client, EmailContent, MessageStatusSubscription, TextContent } from "@zenvia/sdk";
import { HttpResponse, http, passthrough } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { startReceiver } from "../webhooks/receiver.ts";
import { liveWorld } from "./live-world.ts";

/** What goes to this machine is let through. */
const redirect = setupServer(http.all(/^http:\/\/127\.0\.0\.1/, () => passthrough()));
beforeAll(() => redirect.listen());
afterAll(() => redirect.close());

let world: Awaited<ReturnType<typeof liveWorld>>;
beforeEach(async () => {
  world = await liveWorld("zenvia");
  // the client's host is written into the package
  redirect.use(
    http.all("https://api.zenvia.com/*", async ({ request }) => {
      const { pathname, search } = new URL(request.url);
      const response = await fetch(`${world.providerUrl}${pathname}${search}`, {
        method: request.method,
        headers: {
          "x-api-token": request.headers.get("x-api-token") ?? "",
          "content-type": "application/json",
        },
        body: request.method === "GET" ? null : await request.text(),
      });
      return HttpResponse.text(await response.text(), {
        status: response.status,
        headers: { "content-type": "application/json" },
      });
    }),
  );
});
afterEach(async () => {
  redirect.resetHandlers();
  await world.close();
});

it.each([
  ["sms", "5511987654321", new TextContent("Oi")],
  ["whatsapp", "5511987654321", new TextContent("Oi")],
  ["email", "ana@example.com", new EmailContent("Pedido 7", [], "<p>Pago</p>", "Pago")],
] as const)(
  "the official client sends by %s, and gets the message as Zenvia has it",
  async (channel, to, content) => {
    const client = new Client(world.credential);
    const sent = await client.getChannel(channel).sendMessage("loja", to, content);
    expect(sent).toMatchObject({
      from: "loja",
      to,
      direction: "OUT",
      channel,
      contents: [{ type: content.type }],
    });
    expect(sent.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(world.sandbox.calls).toMatchObject([{ tool: `zenvia_send_${channel}` }]);
  },
);

it("the official client subscribes, and is told what became of a message that CodeSpar sent", async () => {
  await using receiver = await startReceiver();
  const client = new Client(world.credential);
  const webhook = { url: receiver.url, headers: { "x-webhook-token": "own" } };
  const made = await client.createSubscription(new MessageStatusSubscription(webhook, { channel: "sms" }));
  expect(made).toMatchObject({ eventType: "MESSAGE_STATUS", status: "ACTIVE" });
  expect((await client.listSubscriptions()).map(({ id }) => id)).toContain(made.id);
  const session = await world.client.sessions.create({ servers: ["zenvia"] });
  const notified = await session.execute({
    name: "codespar_notify",
    arguments: { channel: "sms", to: "+5511987654321", message: "Pedido 7 pago" },
  });
  if (!notified.success) throw new Error(notified.error.message);
  await world.advance("5s");
  const told = receiver.received.map(({ headers, body }) => [headers["x-webhook-token"], JSON.parse(body)]);
  const { message_id: messageId } = Object(notified.data);
  expect(told.map(([token, body]) => [token, body.messageId, body.messageStatus.code])).toEqual([
    ["own", messageId, "SENT"],
    ["own", messageId, "DELIVERED"],
  ]);
});

it("the official client gets a wrong token and an unreachable recipient as errors of Zenvia's own", async () => {
  const send = (token: string, to: string) =>
    new Client(token).getChannel("sms").sendMessage("loja", to, new TextContent("Oi"));
  await expect(send("?", "5511987654321")).rejects.toMatchObject({
    httpStatusCode: 401,
    body: { code: "AUTHENTICATION_ERROR" },
  });
  await expect(send(world.credential, "5511999990404")).rejects.toMatchObject({ httpStatusCode: 400 });
});
