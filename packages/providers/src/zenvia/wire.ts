import type { WireTable } from "../wire/wire-entry.ts";

/** Zenvia v2: JSON, one path for each channel. There is no call for one message's state and none that lists channels. */
export const zenviaWire: WireTable = {
  provider: "zenvia",
  encoding: "json",
  source: "zenvia/zenvia-openapi-spec",
  confidence: "spec",
  tools: {
    zenvia_send_sms: { post: "/v2/channels/sms/messages" },
    zenvia_send_whatsapp: { post: "/v2/channels/whatsapp/messages" },
    zenvia_send_email: { post: "/v2/channels/email/messages" },
    zenvia_send_template: { post: "/v2/channels/{channel}/messages" },
  },
};
