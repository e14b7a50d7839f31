import type { WireTable } from "../wire/wire-entry.ts";

/** Evolution API: JSON; all that is about messages stands below the name of one instance, which is one connected phone. */
export const evolutionApiWire: WireTable = {
  provider: "evolution-api",
  encoding: "json",
  source: "EvolutionAPI/evolution-api 2.3.6",
  confidence: "spec",
  account: ["instance"],
  tools: {
    evolution_api_send_text: { post: "/message/sendText/{instance}", status: 201 },
    evolution_api_send_media: { post: "/message/sendMedia/{instance}", status: 201 },
    evolution_api_send_poll: { post: "/message/sendPoll/{instance}", status: 201 },
    evolution_api_check_number: { post: "/chat/whatsappNumbers/{instance}", listAs: "data" },
    evolution_api_create_instance: { post: "/instance/create", status: 201 },
    evolution_api_get_instances: { get: "/instance/fetchInstances", listAs: "data" },
    evolution_api_get_messages: { post: "/chat/findMessages/{instance}" },
  },
};
