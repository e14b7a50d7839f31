import type { WireTable } from "../wire/wire-entry.ts";

/** Infobip: JSON on a host of the account's own. Its e-mail is multipart and has no wire here yet. */
export const infobipWire: WireTable = {
  provider: "infobip",
  encoding: "json",
  source: "infobip/infobip-api-go-client v3",
  confidence: "spec",
  tools: {
    infobip_send_sms: { post: "/sms/3/messages" },
    infobip_send_whatsapp: { post: "/whatsapp/1/message/text" },
    infobip_get_delivery_report: { get: "/sms/3/reports" },
  },
};
