import type { RandomSource } from "@codespar/formats";
import {
  ALPHANUMERICS,
  generateUuid,
  randomDigits,
  randomHex,
  randomNumberText,
  randomText,
  randomUpperAlphanumerics,
  randomUpperHex,
} from "@codespar/formats";

const SHAPES = {
  /** Thirty-two hexadecimal digits behind `SM`, the same for WhatsApp. */
  twilio: (random: RandomSource) => `SM${randomHex(random, 32)}`,
  zenvia: generateUuid,
  "take-blip": generateUuid,
  /** The `x-message-id` header: sixteen bytes in base64url. */
  sendgrid: (random: RandomSource) => randomText(random, `${ALPHANUMERICS}-_`, 22),
  infobip: (random: RandomSource) => `${randomNumberText(random, 19)}${randomDigits(random, 3)}`,
  /** What WhatsApp Web gives a message that it sends, as Evolution API passes it on. */
  "evolution-api": (random: RandomSource) => `3EB0${randomUpperHex(random, 18)}`,
  "z-api": (random: RandomSource) => randomUpperHex(random, 20),
} as const;

export type MessageProvider = keyof typeof SHAPES;

/** The id that a messaging provider gives a message. WhatsApp Cloud's is a wamid. */
export function generateMessageId(random: RandomSource, provider: MessageProvider): string {
  return SHAPES[provider](random);
}

/** Z-API's own id beside the message id (`zaapId`): thirty-two upper-case letters and digits. */
export function generateZaapId(random: RandomSource): string {
  return randomUpperAlphanumerics(random, 32);
}

/** A Twilio account: `AC` and thirty-two hexadecimal digits. */
export function generateTwilioAccountSid(random: RandomSource): string {
  return `AC${randomHex(random, 32)}`;
}
