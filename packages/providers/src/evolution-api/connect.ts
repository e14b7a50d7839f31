import type { ConnectorDefinition } from "../connect/connector-definition.ts";
import { readEvolutionError } from "./errors.ts";
import { evolutionApiTools } from "./tools.ts";
import { evolutionApiWire } from "./wire.ts";

const source = { source: "EvolutionAPI/evolution-api 2.3.6", confidence: "spec" } as const;

/** Nothing of ours travels with a message, so that no search can tell it from another of the same text. */
const lost = { find: { find: "none", ...source } } as const;

/** Evolution API, which its user runs: the host is a credential, and an instance for tests is a phone for tests. */
export const evolutionApiConnector: ConnectorDefinition = {
  id: "evolution-api",
  version: "evolution-api/1",
  wire: evolutionApiWire,
  tools: evolutionApiTools,
  hosts: { live: "{base_url}", test: "{base_url}", ...source },
  userHost: true,
  credentials: [
    {
      name: "base_url",
      label: "Address of the server, such as https://evolution.example.com",
      secret: false,
      form: /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}(?::\d{1,5})?$/i,
      ...source,
    },
    { name: "api_key", label: "API key, global or of the instance", ...source },
    { name: "instance", label: "Name of the instance", secret: false, ...source },
    {
      name: "webhook_jwt_key",
      label: "Key of the webhook's tokens (webhook.headers.jwt_key)",
      required: false,
      ...source,
    },
  ],
  authorize: ({ api_key = "" }) => ({ apikey: api_key }),
  readError: readEvolutionError,
  outcomes: [
    { status: 400, means: "refused", as: "bad_request", ...source },
    { status: 401, means: "unauthorized", ...source },
    { status: 403, means: "refused", source: "remembered", confidence: "unverified" },
    { status: 404, means: "refused", as: "not_found", ...source },
  ],
  effects: {
    evolution_api_send_text: lost,
    evolution_api_send_media: lost,
    evolution_api_send_poll: lost,
    evolution_api_create_instance: lost,
  },
};
