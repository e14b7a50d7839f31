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

it("knows whether a number has WhatsApp, and has no call for what became of a message", async () => {
  const simulation = simulate(zApiSimulation);
  const check = await simulation.call("z_api_check_number", { phone: "5511999990404" });
  expect(check).toMatchObject({ ok: true, data: { exists: false } });
  const status = await simulation.call("z_api_get_message_status", { messageId: "3EB0" });
  expect(status).toMatchObject({ ok: false, code: "not_simulated" });
});
