import type { ConnectorDefinition } from "../connect/connector-definition.ts";
import { readZApiError } from "./errors.ts";
import { zApiTools } from "./tools.ts";
import { zApiWire } from "./wire.ts";

const doc = { source: "developer.z-api.io", confidence: "doc" } as const;

/** Nothing of ours travels with a message, and no list shows what was sent. */
const lost = { find: { find: "none", ...doc } } as const;

/** Z-API. There is no sandbox of its own: an instance for tests is a phone for tests. */
export const zApiConnector: ConnectorDefinition = {
  id: "z-api",
  version: "z-api/1",
  wire: zApiWire,
  tools: zApiTools,
  hosts: { live: "https://api.z-api.io", test: "https://api.z-api.io", ...doc },
  credentials: [
    { name: "instance_id", label: "ID da instância", secret: false, ...doc },
    { name: "instance_token", label: "Token da instância", ...doc },
    { name: "client_token", label: "Token de segurança da conta (Client-Token)", ...doc },
  ],
  authorize: ({ client_token = "" }) => ({ "client-token": client_token }),
  readError: readZApiError,
  outcomes: [
    { status: 401, means: "unauthorized", ...doc },
    { status: 403, means: "unauthorized", ...doc },
    { status: 405, means: "refused", ...doc },
    { status: 415, means: "refused", ...doc },
    {
      status: 400,
      code: /not connected/i,
      means: "not_processed",
      as: "phone_not_connected",
      source: "remembered",
      confidence: "unverified",
    },
    {
      status: 400,
      code: /not exist/i,
      means: "refused",
      as: "phone_not_exists",
      source: "remembered",
      confidence: "unverified",
    },
    { status: 400, means: "refused", source: "remembered", confidence: "unverified" },
  ],
  effects: {
    z_api_send_text: lost,
    z_api_send_image: lost,
    z_api_send_document: lost,
    z_api_send_button_list: lost,
    z_api_send_location: lost,
  },
};
