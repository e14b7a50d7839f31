import type { ConnectorDefinition } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";
import { takeBlipTools } from "./tools.ts";
import { takeBlipWire } from "./wire.ts";

const doc = { source: "takenet/blip-docs", confidence: "doc" } as const;

/** The envelope's id is ours. Threads show messages by it, and are commands, which have no wire here yet. */
const message = { reference: { path: "id" }, find: { find: "none", ...doc } } as const;

/** Blip. Each contract has a host of its own; a bot for tests is another bot. */
export const takeBlipConnector: ConnectorDefinition = {
  id: "take-blip",
  version: "take-blip/1",
  wire: takeBlipWire,
  tools: takeBlipTools,
  hosts: {
    live: "https://{contract_id}.http.msging.net",
    test: "https://{contract_id}.http.msging.net",
    ...doc,
  },
  credentials: [
    { name: "contract_id", label: "ID do contrato", secret: false, form: /^[a-z0-9-]{1,63}$/i, ...doc },
    { name: "key", label: "Chave do bot (Authorization: Key …)", ...doc },
  ],
  authorize: ({ key = "" }) => ({ authorization: `Key ${key}` }),
  // 202 without a body: a message that cannot be delivered is told later, by a notification
  readResult: (_tool, { arguments: args }) => ({ id: textAt(args, "id") ?? "", event: "accepted" }),
  readError: () => undefined,
  outcomes: [
    { status: 400, means: "refused", ...doc },
    { status: 401, means: "unauthorized", ...doc },
    { status: 403, means: "unauthorized", ...doc },
    { status: 429, means: "not_processed", as: "rate_limited", ...doc },
  ],
  effects: { take_blip_send_message: message, take_blip_send_notification: message },
};
