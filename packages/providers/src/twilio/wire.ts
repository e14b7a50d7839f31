import type { WireTable } from "../wire/wire-entry.ts";

const messages = "/2010-04-01/Accounts/{account_sid}/Messages";

/** Twilio: forms with capitals in, JSON out; Verify and Lookup have hosts of their own. */
export const twilioWire: WireTable = {
  provider: "twilio",
  encoding: "flat",
  source: "twilio/twilio-oai",
  confidence: "spec",
  account: ["account_sid", "verify_service_sid"],
  tools: {
    // of two tools on one path an emulator reads the first, which knows every field
    twilio_send_whatsapp: { post: `${messages}.json`, status: 201 },
    twilio_send_sms: { post: `${messages}.json`, status: 201 },
    twilio_get_message: { get: `${messages}/{Sid}.json` },
    twilio_list_messages: { get: `${messages}.json` },
    twilio_create_verification: {
      post: "/v2/Services/{verify_service_sid}/Verifications",
      host: "verify",
      status: 201,
    },
    twilio_check_verification: {
      post: "/v2/Services/{verify_service_sid}/VerificationCheck",
      host: "verify",
    },
    twilio_lookup_number: { get: "/v2/PhoneNumbers/{PhoneNumber}", host: "lookups" },
  },
};
