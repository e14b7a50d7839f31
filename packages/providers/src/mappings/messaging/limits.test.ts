import type { Translator } from "@codespar/backend/ports";
import type { NotifyInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { evolutionApiTranslator } from "../../evolution-api/translate.ts";
import { infobipTranslator } from "../../infobip/translate.ts";
import { takeBlipTranslator } from "../../take-blip/translate.ts";
import { twilioTranslator } from "../../twilio/translate.ts";
import { whatsappCloudTranslator } from "../../whatsapp-cloud/translate.ts";
import { zApiTranslator } from "../../z-api/translate.ts";
import { zenviaTranslator } from "../../zenvia/translate.ts";

const sent = new Error("sent");

/** Rejects with `sent` when the message leaves, else with the refusal. */
async function notify(translator: Translator, input: NotifyInput): Promise<unknown> {
  const leave = () => Promise.reject(sent);
  return translator.notify?.(
    input,
    { effect: leave, read: leave, prepare: leave },
    { operationId: "tc_1", now: 0, environment: "test" },
  );
}

describe("a WhatsApp text (Meta, Cloud API: text.body, 4,096 characters at most)", () => {
  it.each([
    ["WhatsApp Cloud API", whatsappCloudTranslator],
    ["Z-API", zApiTranslator],
    ["Evolution API", evolutionApiTranslator],
    ["Take Blip", takeBlipTranslator],
    ["Twilio", twilioTranslator],
    ["Infobip", infobipTranslator],
    ["Zenvia", zenviaTranslator],
  ])("of 4,097 characters is refused at %s, and of 4,096 it leaves", async (_name, translator) => {
    const input = { channel: "whatsapp", to: "+5511987654321" } as const;
    await expect(notify(translator, { ...input, message: "😀".repeat(4_097) })).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringContaining("takes at most 4096 characters of message, not 4097"),
    });
    await expect(notify(translator, { ...input, message: "😀".repeat(4_096) })).rejects.toBe(sent);
  });
});

describe("an SMS to Brazil (Anatel: mobiles have nine digits, the first a 9)", () => {
  it.each([
    ["Twilio", twilioTranslator],
    ["Infobip", infobipTranslator],
    ["Zenvia", zenviaTranslator],
  ])("leaves %s for a mobile alone", async (_name, translator) => {
    const input = { channel: "sms", message: "Oi" } as const;
    for (const to of ["+551187654321", "+551132654321"]) {
      await expect(notify(translator, { ...input, to })).rejects.toMatchObject({
        code: "message_undeliverable",
      });
    }
    await expect(notify(translator, { ...input, to: "+5511987654321" })).rejects.toBe(sent);
    await expect(notify(translator, { ...input, to: "+525512345678" })).rejects.toBe(sent);
  });
});
