import type { WireTable } from "../wire/wire-entry.ts";

const instance = "/instances/{instance_id}/token/{instance_token}";

/** Z-API: JSON below the path of one instance, which is one connected phone. A message's state is told by webhooks alone. */
export const zApiWire: WireTable = {
  provider: "z-api",
  encoding: "json",
  source: "codespar/mcp-dev-latam packages/messaging/z-api",
  confidence: "community",
  account: ["instance_id", "instance_token"],
  tools: {
    z_api_send_text: { post: `${instance}/send-text` },
    z_api_send_image: { post: `${instance}/send-image` },
    z_api_send_document: { post: `${instance}/send-document/{extension}`, confidence: "unverified" },
    z_api_send_button_list: { post: `${instance}/send-button-list` },
    z_api_send_location: { post: `${instance}/send-location` },
    z_api_check_number: { get: `${instance}/phone-exists/{phone}` },
    z_api_get_contacts: { get: `${instance}/contacts`, listAs: "contacts" },
    z_api_get_status: { get: `${instance}/status` },
  },
};
