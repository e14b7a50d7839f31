import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, oneOf, shortText, text } from "../tools/native-input.ts";

const MessagingServiceSid = text("A pool of senders in the place of From");

const From = text("The account's default sender when left out");

const StatusCallback = text("Address that is told what becomes of the message");

const MediaUrl = list(text("Address of a picture or file"));

/** The native tools of Twilio. */
export const twilioTools = defineTools({
  twilio_send_sms: {
    description: "Sends an SMS.",
    input: nativeInput(
      { To: text("E.164"), From, MessagingServiceSid, Body: shortText(1_600), StatusCallback },
      "To",
      "Body",
    ),
  },
  twilio_send_whatsapp: {
    description: "Sends a WhatsApp message.",
    input: nativeInput(
      {
        To: text("whatsapp: and E.164"),
        From,
        MessagingServiceSid,
        Body: text(),
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
    input: nativeInput({ To: text(), From: text(), DateSent: text("YYYY-MM-DD"), PageSize: integer() }),
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
    description: "Tells whether a number exists and in which country (Lookup).",
    input: nativeInput({ PhoneNumber: text("E.164"), Fields: text() }, "PhoneNumber"),
  },
});
