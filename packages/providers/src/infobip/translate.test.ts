import type { JsonObject, NotifyInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryNotify } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { infobipTools } from "./tools.ts";
import { infobipTranslator } from "./translate.ts";

const { notify } = infobipTranslator;
const to = "+5511987654321";
const sms: NotifyInput = { channel: "sms", to, message: "Seu código é 1042" };
const status = { groupId: 1, groupName: "PENDING", id: 26, name: "PENDING_ACCEPTED", description: "Pending" };
const sending = (response: JsonObject, input = sms) =>
  translateWith({
    infobip_send_sms: response,
    infobip_send_whatsapp: response,
    infobip_send_email: response,
  }).translate(notify, input);

describe("what leaves for Infobip (provider-wire.md, infobip: SMS v3, WhatsApp v1, e-mail v3)", () => {
  it.each<[string, NotifyInput, JsonObject]>([
    [
      "infobip_send_sms",
      sms,
      { messages: [{ destinations: [{ to: "5511987654321" }], content: { text: "Seu código é 1042" } }] },
    ],
    [
      "infobip_send_whatsapp",
      { channel: "whatsapp", to, message: "Olá" },
      { to: "5511987654321", content: { text: "Olá" } },
    ],
    [
      "infobip_send_email",
      { channel: "email", to: "ana@example.com", message: "Olá,\nseu pedido saiu." },
      { to: "ana@example.com", text: "Olá,\nseu pedido saiu.", subject: "Olá," },
    ],
    [
      "infobip_send_email",
      { channel: "email", to: "ana@example.com", message: "Olá", subject: "Pedido 1042" },
      { to: "ana@example.com", text: "Olá", subject: "Pedido 1042" },
    ],
  ])("%s", async (tool, input, args) => {
    expect(await nativeCallsOf(notify, input)).toEqual([{ kind: "effect", tool, arguments: args }]);
  });

  it.each<[NotifyInput, string]>([
    [{ channel: "whatsapp", to, template: "pedido" }, "template_not_supported"],
    [{ channel: "sms", to: "+551132654321", message: "Oi" }, "message_undeliverable"],
  ])("nothing: %j is %s", async (input, code) => {
    await expect(nativeCallsOf(notify, input)).rejects.toMatchObject({ code });
  });

  it("obeys Infobip's own schemas, or is refused, whatever the contract lets through", async () => {
    await expectNativeOrRefusal(notify, arbitraryNotify(), infobipTools);
  });
});

describe("what Infobip returns (provider-wire.md, infobip: messageId and status in a list, or alone)", () => {
  it.each<[string, NotifyInput, JsonObject]>([
    ["a list of messages", sms, { bulkId: "b1", messages: [{ messageId: "m1", status }] }],
    [
      "the message alone",
      { channel: "whatsapp", to, message: "Olá" },
      { to: "5511987654321", messageCount: 1, messageId: "m1", status },
    ],
  ])("is %s, which waits", async (_what, input, response) => {
    expect(await sending(response, input)).toEqual({
      message_id: "m1",
      status: "queued",
      channel: input.channel,
      to,
    });
  });

  it.each(["REJECTED", "UNDELIVERABLE", "EXPIRED"])(
    "a message in group %s is undeliverable",
    async (groupName) => {
      const rejected = { ...status, groupName, name: "REJECTED_DESTINATION", description: "Not a mobile." };
      await expect(sending({ messages: [{ messageId: "m1", status: rejected }] })).rejects.toMatchObject({
        code: "message_undeliverable",
        message: expect.stringContaining("Not a mobile"),
        providerCode: "REJECTED_DESTINATION",
      });
    },
  );

  it.each(["PENDING", "DELIVERED", "GROUP_OF_TOMORROW"])("a message in group %s waits", async (groupName) => {
    const messages = [{ messageId: "m1", status: { ...status, groupName } }];
    expect(await sending({ messages })).toMatchObject({ status: "queued" });
  });

  it.each<[string, JsonObject]>([
    ["messageId", { messages: [{ status }] }],
    ["status.groupName", { messages: [{ messageId: "m1" }] }],
  ])("is no message without %s", async (field, response) => {
    await expect(sending(response)).rejects.toThrow(field);
  });
});
