import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject, NotifyInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryNotify } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { takeBlipTools } from "./tools.ts";
import { takeBlipTranslator } from "./translate.ts";

const { notify } = takeBlipTranslator;
const to = "+5511987654321";
const identity = "5511987654321@wa.gw.msging.net";
const hello: NotifyInput = { channel: "whatsapp", to, message: "Olá" };
const sending = (response: JsonObject | Error) =>
  translateWith({ take_blip_send_message: response }).translate(notify, hello);

describe("what leaves for Blip (provider-wire.md, take-blip: LIME envelopes to the WhatsApp gateway)", () => {
  it.each<[string, NotifyInput, JsonObject]>([
    ["take_blip_send_message", hello, { to: identity, type: "text/plain", content: "Olá" }],
    [
      "take_blip_send_notification",
      { channel: "whatsapp", to, template: "order_paid", variables: ["Maria"] },
      {
        to: identity,
        type: "application/json",
        content: {
          type: "template",
          template: {
            name: "order_paid",
            language: { code: "pt_BR" },
            components: [{ type: "body", parameters: [{ type: "text", text: "Maria" }] }],
          },
        },
      },
    ],
  ])("%s", async (tool, input, args) => {
    expect(await nativeCallsOf(notify, input)).toEqual([{ kind: "effect", tool, arguments: args }]);
  });

  it.each<NotifyInput>([
    { channel: "sms", to, message: "Olá" },
    { channel: "email", to: "ana@example.com", message: "Olá" },
  ])("nothing by another channel: %j", async (input) => {
    await expect(nativeCallsOf(notify, input)).rejects.toMatchObject({ code: "channel_not_supported" });
  });

  it("obeys Blip's own schemas, or is refused, whatever the contract lets through", async () => {
    await expectNativeOrRefusal(notify, arbitraryNotify(), takeBlipTools);
  });
});

describe("what Blip returns (provider-wire.md, take-blip)", () => {
  it("is a message that waits, by the envelope's id", async () => {
    expect(await sending({ id: "e1" })).toEqual({
      message_id: "e1",
      status: "queued",
      channel: "whatsapp",
      to,
    });
  });

  it("is no message without an id", async () => {
    await expect(sending({})).rejects.toThrow("id");
  });

  it.each([
    ["61", "message_undeliverable"],
    ["42", "failed"],
  ])("the reason %s is %s", async (providerCode, code) => {
    const refusal = new ProviderRefusal({ code: "failed", message: "No.", providerCode });
    await expect(sending(refusal)).rejects.toMatchObject({ code, providerCode });
  });
});
