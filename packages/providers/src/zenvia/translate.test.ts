import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject, NotifyInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryNotify } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { zenviaTools } from "./tools.ts";
import { zenviaTranslator } from "./translate.ts";

const { notify } = zenviaTranslator;
const to = "+5511987654321";
const sms: NotifyInput = { channel: "sms", to, message: "Seu código é 1042" };
const sending = (response: JsonObject | Error) =>
  translateWith({ zenvia_send_sms: response }).translate(notify, sms);

describe("what leaves for Zenvia (provider-wire.md, zenvia: digits, contents)", () => {
  it.each<[string, NotifyInput, JsonObject]>([
    [
      "zenvia_send_sms",
      sms,
      { to: "5511987654321", contents: [{ type: "text", text: "Seu código é 1042" }] },
    ],
    [
      "zenvia_send_whatsapp",
      { channel: "whatsapp", to, message: "Olá" },
      { to: "5511987654321", contents: [{ type: "text", text: "Olá" }] },
    ],
    [
      "zenvia_send_email",
      { channel: "email", to: "ana@example.com", message: "Olá", subject: "Pedido 1042" },
      { to: "ana@example.com", contents: [{ type: "email", text: "Olá", subject: "Pedido 1042" }] },
    ],
    [
      "zenvia_send_template",
      { channel: "whatsapp", to, template: "order_paid", variables: ["Maria", "1042"] },
      {
        channel: "whatsapp",
        to: "5511987654321",
        contents: [{ type: "template", templateId: "order_paid", fields: { 1: "Maria", 2: "1042" } }],
      },
    ],
  ])("%s", async (tool, input, args) => {
    expect(await nativeCallsOf(notify, input)).toEqual([{ kind: "effect", tool, arguments: args }]);
  });

  it("nothing by SMS to a landline", async () => {
    await expect(nativeCallsOf(notify, { ...sms, to: "+551132654321" })).rejects.toMatchObject({
      code: "message_undeliverable",
    });
  });

  it("obeys Zenvia's own schemas, or is refused, whatever the contract lets through", async () => {
    await expectNativeOrRefusal(notify, arbitraryNotify(), zenviaTools);
  });
});

describe("what Zenvia returns (provider-wire.md, zenvia: the message itself)", () => {
  it("is a message that is sent, by its id", async () => {
    const response = { id: "63a1b2c3", direction: "OUT", channel: "sms", timestamp: "2026-11-20T15:00:00Z" };
    expect(await sending(response)).toEqual({ message_id: "63a1b2c3", status: "sent", channel: "sms", to });
  });

  it("is no message without id", async () => {
    await expect(sending({ direction: "OUT" })).rejects.toThrow("id");
  });

  it.each([
    ["INVALID_RECIPIENT", "message_undeliverable"],
    ["VALIDATION_ERROR", "VALIDATION_ERROR"],
  ])("the error %s is %s", async (native, code) => {
    const refusal = new ProviderRefusal({ code: native, message: "No." });
    await expect(sending(refusal)).rejects.toMatchObject({ code });
  });
});
