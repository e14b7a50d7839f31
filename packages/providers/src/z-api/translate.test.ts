import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject, NotifyInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryNotify } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { zApiTools } from "./tools.ts";
import { zApiTranslator } from "./translate.ts";

const { notify } = zApiTranslator;
const to = "+5511987654321";
const hello: NotifyInput = { channel: "whatsapp", to, message: "Seu pedido saiu 🚚" };
const sending = (response: JsonObject | Error, input = hello) =>
  translateWith({ z_api_send_text: response }).translate(notify, input);

describe("what leaves for Z-API (provider-wire.md, z-api: digits without plus)", () => {
  it("a text", async () => {
    expect(await nativeCallsOf(notify, hello)).toEqual([
      {
        kind: "effect",
        tool: "z_api_send_text",
        arguments: { phone: "5511987654321", message: "Seu pedido saiu 🚚" },
      },
    ]);
  });

  it.each<[NotifyInput, string]>([
    [{ channel: "sms", to, message: "Oi" }, "channel_not_supported"],
    [{ channel: "email", to: "ana@example.com", message: "Oi" }, "channel_not_supported"],
    [{ channel: "whatsapp", to, template: "pedido" }, "template_not_supported"],
  ])("nothing: %j is %s", async (input, code) => {
    await expect(nativeCallsOf(notify, input)).rejects.toMatchObject({ code });
  });

  it("obeys Z-API's own schemas, or is refused, whatever the contract lets through", async () => {
    await expectNativeOrRefusal(notify, arbitraryNotify(), zApiTools);
  });
});

describe("what Z-API returns (provider-wire.md, z-api: zaapId, messageId, id)", () => {
  it("is a message that is sent, by its messageId", async () => {
    expect(await sending({ zaapId: "z1", messageId: "m1", id: "m1" })).toEqual({
      message_id: "m1",
      status: "sent",
      channel: "whatsapp",
      to,
    });
  });

  it("is no message without messageId", async () => {
    await expect(sending({ zaapId: "z1" })).rejects.toThrow("messageId");
  });

  it("is undeliverable where the number has no WhatsApp, and its own refusal otherwise", async () => {
    const missing = new ProviderRefusal({ code: "error", message: "Phone number does not exist." });
    await expect(sending(missing)).rejects.toMatchObject({ code: "message_undeliverable" });
    const other = new ProviderRefusal({ code: "error", message: "You are not connected" });
    await expect(sending(other)).rejects.toBe(other);
  });
});
