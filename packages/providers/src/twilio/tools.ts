import { defineTools } from "../tools/define-tools.ts";
import { listOf, nativeInput, oneOf, shortText, text, within } from "../tools/native-input.ts";

const MessagingServiceSid = text("A pool of senders in the place of From");

const From = text("The account's default sender when left out");

const StatusCallback = text("Address that is told what becomes of the message");

const MediaUrl = listOf(text("Address of a picture or file"), [0, 10]);

/** Of a message's text, whatever its channel (doc: error 21617). */
export const BODY_LENGTH = 1_600;

const Body = shortText(BODY_LENGTH, "At most 1,600 characters");

/** The native tools of Twilio. */
export const twilioTools = defineTools({
  twilio_send_sms: {
    description: "Sends an SMS.",
    input: nativeInput({ To: text("E.164"), From, MessagingServiceSid, Body, StatusCallback }, "To", "Body"),
  },
  twilio_send_whatsapp: {
    description: "Sends a WhatsApp message.",
    input: nativeInput(
      {
        To: text("whatsapp: and E.164"),
        From,
        MessagingServiceSid,
        Body,
        MediaUrl,
        ContentSid: text("A template, HX and 32 hexadecimal digits"),
        ContentVariables: text("JSON"),
        StatusCallback,
      },
      "To",
    ),
  },
  twilio_get_message: {
    description: "Gets a message with its status.",
    input: nativeInput({ Sid: text() }, "Sid"),
  },
  twilio_list_messages: {
    description: "Lists messages, newest first.",
    input: nativeInput({ To: text(), From: text(), DateSent: text("YYYY-MM-DD"), PageSize: within(1, 1000) }),
  },
  twilio_create_verification: {
    description: "Sends a one-time code (Verify).",
    input: nativeInput(
      { To: text("E.164"), Channel: oneOf("sms", "call", "whatsapp", "email") },
      "To",
      "Channel",
    ),
  },
  twilio_check_verification: {
    description: "Checks a one-time code (Verify).",
    input: nativeInput({ To: text(), Code: text() }, "To", "Code"),
  },
  twilio_lookup_number: {
    description: "Checks whether a number exists and in which country (Lookup).",
    input: nativeInput({ PhoneNumber: text("E.164"), Fields: text() }, "PhoneNumber"),
  },
});
