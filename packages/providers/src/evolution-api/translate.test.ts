import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject, NotifyInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryNotify } from "../testing/arbitrary-input.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { evolutionApiTools } from "./tools.ts";
import { evolutionApiTranslator } from "./translate.ts";

const { notify } = evolutionApiTranslator;
const to = "+5511987654321";
const hello: NotifyInput = { channel: "whatsapp", to, message: "Seu pedido saiu 🚚" };
const sending = (response: JsonObject | Error) =>
  translateWith({ evolution_api_send_text: response }).translate(notify, hello);

describe("what leaves for Evolution API (provider-wire.md, evolution-api: number, text)", () => {
  it("a text", async () => {
    expect(await nativeCallsOf(notify, hello)).toEqual([
      {
        kind: "effect",
        tool: "evolution_api_send_text",
        arguments: { number: "5511987654321", text: "Seu pedido saiu 🚚" },
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

  it("obeys Evolution API's own schemas, or is refused, whatever the contract lets through", async () => {
    await expectNativeOrRefusal(notify, arbitraryNotify(), evolutionApiTools);
  });
});

describe("what Evolution API returns (provider-wire.md, evolution-api: key, status PENDING)", () => {
  it("is a message that waits, by the id of its key", async () => {
    const response = {
      key: { remoteJid: "5511987654321@s.whatsapp.net", fromMe: true, id: "BAE5" },
      status: "PENDING",
    };
    expect(await sending(response)).toEqual({
      message_id: "BAE5",
      status: "queued",
      channel: "whatsapp",
      to,
    });
  });

  it("is no message without the key's id", async () => {
    await expect(sending({ key: { fromMe: true }, status: "PENDING" })).rejects.toThrow("key.id");
  });

  it("is undeliverable where the number has no WhatsApp, and its own refusal otherwise", async () => {
    const message = '[{"jid":"5511987654321@s.whatsapp.net","exists":false,"number":"5511987654321"}]';
    const missing = new ProviderRefusal({ code: "bad_request", message, providerCode: "400" });
    await expect(sending(missing)).rejects.toMatchObject({
      code: "message_undeliverable",
      providerCode: "400",
    });
    const other = new ProviderRefusal({ code: "unauthorized", message: "Unauthorized" });
    await expect(sending(other)).rejects.toBe(other);
  });
});
