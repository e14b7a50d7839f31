import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject, NotifyInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryNotify } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { sendgridTools } from "./tools.ts";
import { sendgridTranslator } from "./translate.ts";

const { notify } = sendgridTranslator;
const to = "ana@example.com";
const mail: NotifyInput = { channel: "email", to, message: "Olá,\nseu pedido saiu." };
const sending = (response: JsonObject | Error) =>
  translateWith({ sendgrid_send_email: response }).translate(notify, mail);

describe("what leaves for SendGrid (provider-wire.md, sendgrid: personalizations, content)", () => {
  it.each<[string, string, NotifyInput, JsonObject]>([
    [
      "a mail whose first line is its subject",
      "sendgrid_send_email",
      mail,
      {
        personalizations: [{ to: [{ email: to }] }],
        subject: "Olá,",
        content: [{ type: "text/plain", value: "Olá,\nseu pedido saiu." }],
      },
    ],
    [
      "a mail with a subject",
      "sendgrid_send_email",
      { ...mail, subject: "Pedido 1042" },
      {
        personalizations: [{ to: [{ email: to }] }],
        subject: "Pedido 1042",
        content: [{ type: "text/plain", value: "Olá,\nseu pedido saiu." }],
      },
    ],
    [
      "a template with its variables by position",
      "sendgrid_send_template",
      { channel: "email", to, template: "d-1", variables: ["Maria", "1042"], subject: "Pedido 1042" },
      {
        personalizations: [
          { to: [{ email: to }], dynamic_template_data: { 1: "Maria", 2: "1042", subject: "Pedido 1042" } },
        ],
        template_id: "d-1",
      },
    ],
  ])("%s", async (_name, tool, input, args) => {
    expect(await nativeCallsOf(notify, input)).toEqual([{ kind: "effect", tool, arguments: args }]);
  });

  it.each<NotifyInput>([
    { channel: "sms", to: "+5511987654321", message: "Olá" },
    { channel: "whatsapp", to: "+5511987654321", message: "Olá" },
  ])("nothing by another channel: %j", async (input) => {
    await expect(nativeCallsOf(notify, input)).rejects.toMatchObject({ code: "channel_not_supported" });
  });

  it("obeys SendGrid's own schemas, or is refused, whatever the contract lets through", async () => {
    await expectNativeOrRefusal(notify, arbitraryNotify(), sendgridTools);
  });
});

describe("what SendGrid returns (provider-wire.md, sendgrid: 202, the id in a header)", () => {
  it("is a message that waits", async () => {
    expect(await sending({ message_id: "x1" })).toEqual({
      message_id: "x1",
      status: "queued",
      channel: "email",
      to,
    });
  });

  it("is no message without an id", async () => {
    await expect(sending({})).rejects.toThrow("message_id");
  });

  it.each([
    ["Does not contain a valid address.", "message_undeliverable"],
    ["The from address does not match a verified Sender Identity.", "bad_request"],
  ])("the error %j is %s", async (message, code) => {
    const refusal = new ProviderRefusal({ code: "bad_request", message });
    await expect(sending(refusal)).rejects.toMatchObject({ code });
  });
});
