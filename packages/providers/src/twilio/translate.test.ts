import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject, NotifyInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryNotify } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { twilioTools } from "./tools.ts";
import { twilioTranslator } from "./translate.ts";

const { notify } = twilioTranslator;
const to = "+5511987654321";
const sms: NotifyInput = { channel: "sms", to, message: "Seu código é 1042" };
const sending = (response: JsonObject | Error) =>
  translateWith({ twilio_send_sms: response }).translate(notify, sms);

describe("what leaves for Twilio (provider-wire.md, twilio: E.164, PascalCase)", () => {
  it.each<[string, NotifyInput, JsonObject]>([
    ["twilio_send_sms", sms, { To: to, Body: "Seu código é 1042" }],
    [
      "twilio_send_whatsapp",
      { channel: "whatsapp", to, message: "Olá" },
      { To: `whatsapp:${to}`, Body: "Olá" },
    ],
  ])("%s", async (tool, input, args) => {
    expect(await nativeCallsOf(notify, input)).toEqual([{ kind: "effect", tool, arguments: args }]);
  });

  it.each<[NotifyInput, string]>([
    [{ channel: "email", to: "ana@example.com", message: "Oi" }, "channel_not_supported"],
    [{ channel: "whatsapp", to, template: "pedido" }, "template_not_supported"],
    [{ channel: "sms", to: "+551132654321", message: "Oi" }, "message_undeliverable"],
  ])("nothing: %j is %s", async (input, code) => {
    await expect(nativeCallsOf(notify, input)).rejects.toMatchObject({ code });
  });

  it("obeys Twilio's own schemas, or is refused, whatever the contract lets through", async () => {
    await expectNativeOrRefusal(notify, arbitraryNotify(), twilioTools);
  });
});

describe("what Twilio returns (provider-wire.md, twilio: sid, status, error_code)", () => {
  it.each(["queued", "accepted", "scheduled", "sending", "a_status_of_tomorrow"])(
    "a message that is %s waits",
    async (status) => {
      const expected = { message_id: "SM1", status: "queued", channel: "sms", to };
      expect(await sending({ sid: "SM1", status })).toEqual(expected);
    },
  );

  it.each(["failed", "undelivered"])("a message that is %s is undeliverable", async (status) => {
    const response = {
      sid: "SM1",
      status,
      error_code: 30_006,
      error_message: "Landline or unreachable carrier",
    };
    await expect(sending(response)).rejects.toMatchObject({
      code: "message_undeliverable",
      message: expect.stringContaining("Landline or unreachable carrier"),
      providerCode: "30006",
    });
  });

  it.each([
    ["21211", "message_undeliverable"],
    ["63024", "message_undeliverable"],
    ["20003", "unauthorized"],
    ["63016", "unauthorized"],
  ])("the error %s is %s", async (providerCode, code) => {
    const refusal = new ProviderRefusal({ code: "unauthorized", message: "No.", providerCode });
    await expect(sending(refusal)).rejects.toMatchObject({ code, providerCode });
  });

  it("is no message without sid", async () => {
    await expect(sending({ status: "queued" })).rejects.toThrow("sid");
  });
});
