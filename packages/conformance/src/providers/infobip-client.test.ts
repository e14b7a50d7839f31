import { AuthType, Infobip } from "@infobip-api/sdk";
import { afterEach, beforeEach, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
let client: Infobip;
const openClient = (apiKey: string) =>
  new Infobip({ baseUrl: world.providerUrl, apiKey, authType: AuthType.ApiKey });
beforeEach(async () => {
  world = await liveWorld("infobip");
  client = openClient(world.credential);
});
afterEach(() => world.close());

const to = "5511987654321";

it("the official client sends by WhatsApp, under an id of its own", async () => {
  const message = { type: "text", from: "551130001000", to, messageId: "own-7", content: { text: "Oi" } };
  const { data } = await client.channels.whatsapp.send(message);
  expect(data).toMatchObject({ to, messageId: "own-7", messageCount: 1, status: { groupName: "PENDING" } });
  expect(world.sandbox.calls).toMatchObject([{ tool: "infobip_send_whatsapp" }]);
});

it("the official client sends by the older SMS call, and reads the report of what CodeSpar and it have sent", async () => {
  const session = await world.client.sessions.create({ servers: ["infobip"] });
  const notified = await session.execute({
    name: "codespar_notify",
    arguments: { channel: "sms", to: `+${to}`, message: "Pedido 7 pago" },
  });
  if (!notified.success) throw new Error(notified.error.message);
  const { data } = await client.channels.sms.send({
    type: "text",
    messages: [{ destinations: [{ to, messageId: "own-8" }], from: "Loja", text: "Oi" }],
  });
  expect(data.messages).toMatchObject([{ to, messageId: "own-8", status: { groupName: "PENDING" } }]);
  await world.advance("5s");
  const { message_id } = Object(notified.data);
  for (const messageId of ["own-8", message_id]) {
    const report = await client.channels.sms.reports.get({ messageId });
    expect(report.data.results).toMatchObject([{ messageId, to, status: { groupName: "DELIVERED" } }]);
  }
});

it("the official client gets a wrong key as an error of Infobip's own", async () => {
  const response = await openClient("?").channels.whatsapp.send({
    type: "text",
    from: "1",
    to,
    content: { text: "x" },
  });
  expect(response).toMatchObject({
    response: { status: 401, data: { requestError: { serviceException: { messageId: "UNAUTHORIZED" } } } },
  });
});
