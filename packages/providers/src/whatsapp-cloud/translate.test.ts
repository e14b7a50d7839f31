import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject, NotifyInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryNotify } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateFixtures, translateWith } from "../testing/translate-with.ts";
import { whatsappCloudTools } from "./tools.ts";
import { whatsappCloudTranslator } from "./translate.ts";

const { notify } = whatsappCloudTranslator;
const to = "+5511999999999";
const hello: NotifyInput = { channel: "whatsapp", to, message: "Olá" };
const sending = (response: JsonObject | Error) =>
  translateWith({ whatsapp_cloud_send_text: response }).translate(notify, hello);

describe("what leaves for WhatsApp Cloud API (provider-wire.md, whatsapp-cloud)", () => {
  it.each<[string, string, NotifyInput, JsonObject]>([
    ["a text", "whatsapp_cloud_send_text", hello, { to: "5511999999999", text: { body: "Olá" } }],
    [
      "a template in Portuguese to Brazil, without variables",
      "whatsapp_cloud_send_template",
      { channel: "whatsapp", to, template: "order_paid" },
      {
        to: "5511999999999",
        template: {
          name: "order_paid",
          language: { policy: "deterministic", code: "pt_BR" },
          components: [],
        },
      },
    ],
    [
      "a template in Spanish elsewhere, its variables by position",
      "whatsapp_cloud_send_template",
      { channel: "whatsapp", to: "+525512345678", template: "order_paid", variables: ["Maria", "1042"] },
      {
        to: "525512345678",
        template: {
          name: "order_paid",
          language: { policy: "deterministic", code: "es" },
          components: [
            {
              type: "body",
              parameters: [
                { type: "text", text: "Maria" },
                { type: "text", text: "1042" },
              ],
            },
          ],
        },
      },
    ],
  ])("%s", async (_name, tool, input, args) => {
    expect(await nativeCallsOf(notify, input)).toEqual([{ kind: "effect", tool, arguments: args }]);
  });

  it.each<NotifyInput>([
    { channel: "sms", to, message: "Olá" },
    { channel: "email", to: "ana@example.com", message: "Olá" },
  ])("nothing by another channel: %j", async (input) => {
    await expect(nativeCallsOf(notify, input)).rejects.toMatchObject({ code: "channel_not_supported" });
  });

  it("obeys Meta's own schemas, or is refused, whatever the contract lets through", async () => {
    await expectNativeOrRefusal(notify, arbitraryNotify(), whatsappCloudTools);
  });
});

describe("what WhatsApp Cloud API returns (provider-wire.md, whatsapp-cloud: messages, message_status)", () => {
  it.each<[string, NotifyInput, string]>([
    ["text-accepted", hello, "wamid.fixture01"],
    ["template-accepted", { channel: "whatsapp", to, template: "order_paid" }, "wamid.fixture02"],
  ])("%s is a message that is sent", async (fixture, input, message_id) => {
    const { translate } = translateFixtures("whatsapp-cloud", [fixture]);
    expect(await translate(notify, input)).toEqual({ message_id, status: "sent", channel: "whatsapp", to });
  });

  it.each([
    ["accepted", "sent"],
    ["held_for_quality_assessment", "queued"],
    ["paused", "queued"],
    ["a_status_of_tomorrow", "queued"],
  ])("a message that is %s is %s", async (message_status, status) => {
    const messages = [{ id: "wamid.1", message_status }];
    expect(await sending({ messaging_product: "whatsapp", messages })).toMatchObject({ status });
  });

  it("is no message without an id", async () => {
    await expect(sending({ messaging_product: "whatsapp", messages: [{}] })).rejects.toThrow("messages.0.id");
  });

  it.each([
    ["131026", "message_undeliverable"],
    ["131047", "outside_window"],
  ])("the error %s is %s", async (providerCode, code) => {
    const refusal = new ProviderRefusal({
      code: "outside_window",
      message: "Re-engagement message",
      providerCode,
    });
    await expect(sending(refusal)).rejects.toMatchObject({ code, providerCode });
  });
});
