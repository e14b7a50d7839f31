import { expect, it } from "vitest";
import { describeMessaging } from "../testing/describe-messaging.ts";
import { simulate } from "../testing/simulate.ts";
import { zApiSimulation } from "./simulate.ts";
import { zApiTranslator } from "./translate.ts";

describeMessaging({
  server: zApiSimulation,
  translator: zApiTranslator,
  channels: ["whatsapp"],
  templates: false,
  status: "sent",
  messageId: /^[0-9A-F]{20}$/,
});

it("shows the status of a message and whether a number has WhatsApp", async () => {
  const simulation = simulate(zApiSimulation);
  const input = { channel: "whatsapp" as const, to: "+5511987654321", message: "Oi" };
  const { message_id } = await simulation.translate(zApiTranslator.notify, input);
  simulation.advance(60_000);
  const status = await simulation.call("z_api_get_message_status", { messageId: message_id });
  expect(status).toMatchObject({ ok: true, data: { status: "READ", phone: "5511987654321" } });
  const check = await simulation.call("z_api_check_number", { phone: "5511999990404" });
  expect(check).toMatchObject({ ok: true, data: { exists: false } });
});
