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
    { effect: leave, read: leave, prepare: leave, pause: leave },
    { operationId: "tc_1", now: 0, environment: "test" },
  );
}

describe("a WhatsApp text (Meta, Cloud API: text.body, 4,096 characters at most)", () => {
  it.each([
    ["WhatsApp Cloud API", whatsappCloudTranslator, 4_096],
    ["Z-API", zApiTranslator, 4_096],
    ["Evolution API", evolutionApiTranslator, 4_096],
    ["Take Blip", takeBlipTranslator, 4_096],
    // Twilio's own limit is the smaller one (doc: error 21617)
    ["Twilio", twilioTranslator, 1_600],
    ["Infobip", infobipTranslator, 4_096],
    ["Zenvia", zenviaTranslator, 4_096],
  ])("that is too long for %s is refused, and one that fits leaves", async (_name, translator, most) => {
    const input = { channel: "whatsapp", to: "+5511987654321" } as const;
    await expect(notify(translator, { ...input, message: "😀".repeat(most + 1) })).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringContaining(`takes at most ${most} characters of message, not ${most + 1}`),
    });
    await expect(notify(translator, { ...input, message: "😀".repeat(most) })).rejects.toBe(sent);
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
