import type { JsonObject } from "@codespar/contract";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readMessageChange } from "../emulation/message-change.ts";
import { phoneDigits } from "../engines/messaging/phone-number.ts";
import { takeBlipTools } from "./tools.ts";
import { takeBlipWire } from "./wire.ts";

const events = {
  queued: undefined,
  sent: "dispatched",
  delivered: "received",
  read: "consumed",
  failed: "failed",
} as const;

/** Blip's notifications, unsigned: `received` is delivered, `consumed` is read. */
const webhooks: WebhookEmulation = {
  getEvents(change) {
    const message = readMessageChange(change);
    const event = message === undefined ? undefined : events[message.status];
    if (message === undefined || event === undefined) return [];
    const body: JsonObject = {
      id: message.id,
      from: `${phoneDigits(message.to)}@wa.gw.msging.net`,
      to: "bot@msging.net",
      event,
      ...(event === "failed"
        ? { reason: { code: 42, description: "The message could not be delivered" } }
        : {}),
    };
    return [{ id: `${message.id} ${event}`, type: event, body }];
  },
  sign: async ({ url }, { body }) => ({
    url,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }),
  // how often is not documented
  retryDelaysMs: [],
};

/** Blip's own HTTP over its simulation. */
export const takeBlipEmulation: EmulationDefinition = {
  id: "take-blip",
  wire: takeBlipWire,
  tools: takeBlipTools,
  hosts: ["http.msging.net", "msging.net"],
  alsoRequired: { take_blip_send_message: ["id"], take_blip_send_notification: ["id"] },
  readCredential: ({ authorization = "" }) => /^Key +(\S+)$/i.exec(authorization)?.[1],
  classifyCredential: (credential) => (/^[\w+/=-]{8,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => token,
  connection: (key) => ({ key, contract_id: "emulated" }),
  describe,
  describeResult: () => ({ status: 202, body: undefined }),
  webhooks,
};

/** Only the status is documented: there is no body. */
function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return { status: 401, body: undefined };
    case "path":
    case "method":
    case "not_simulated":
      return { status: 404, body: undefined };
    case "body":
    case "query":
    case "arguments":
    case "refusal":
      return { status: 400, body: undefined };
    case "unavailable":
      return { status: 503, body: undefined };
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Blip has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}
