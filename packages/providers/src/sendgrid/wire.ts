import type { WireTable } from "../wire/wire-entry.ts";

/** SendGrid v3: JSON. A mail has no response body; its id is a header. */
export const sendgridWire: WireTable = {
  provider: "sendgrid",
  encoding: "json",
  source: "twilio/sendgrid-oai",
  confidence: "spec",
  tools: {
    sendgrid_send_email: { post: "/v3/mail/send", status: 202 },
    sendgrid_send_template: { post: "/v3/mail/send", status: 202, needs: ["template_id"] },
    sendgrid_get_message: { get: "/v3/messages/{msg_id}" },
    sendgrid_list_templates: { get: "/v3/templates" },
    sendgrid_add_suppression: { post: "/v3/asm/suppressions/global", status: 201 },
  },
};
