import { expect, it } from "vitest";
import { translateFixtures } from "../testing/translate-with.ts";
import { whatsappCloudTranslator } from "./translate.ts";

const { notify } = whatsappCloudTranslator;
const to = "+5511999999999";

it("sends a text to the digits and returns the message's id", async () => {
  const { calls, translate } = translateFixtures("whatsapp-cloud", ["text-accepted"]);
  expect(await translate(notify, { channel: "whatsapp", to, message: "Olá" })).toEqual({
    message_id: "wamid.fixture01",
    status: "sent",
    channel: "whatsapp",
    to,
  });
  expect(calls).toEqual([
    {
      kind: "effect",
      tool: "whatsapp_cloud_send_text",
      arguments: { to: "5511999999999", text: { body: "Olá" } },
    },
  ]);
});

it.each([
  [to, "pt_BR"],
  ["+525512345678", "es"],
])("sends a template to %s in %s", async (number, code) => {
  const { calls, translate } = translateFixtures("whatsapp-cloud", ["template-accepted"]);
  const sent = await translate(notify, { channel: "whatsapp", to: number, template: "order_paid" });
  expect(sent.message_id).toBe("wamid.fixture02");
  expect(calls[0]?.arguments.template).toMatchObject({ name: "order_paid", language: { code } });
});

it("refuses another channel before it calls anything", async () => {
  const { calls, translate } = translateFixtures("whatsapp-cloud", []);
  await expect(translate(notify, { channel: "sms", to, message: "Olá" })).rejects.toThrow(
    "WhatsApp Cloud API",
  );
  expect(calls).toEqual([]);
});
