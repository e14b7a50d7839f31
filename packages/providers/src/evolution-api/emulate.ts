import type { Json } from "@codespar/contract";
import { randomHex, unixSeconds } from "@codespar/formats";
import type {
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
  WebhookEmulation,
} from "../emulation/emulation-definition.ts";
import { readMessageChange } from "../emulation/message-change.ts";
import { putWebhookEndpoint } from "../emulation/webhook-endpoints.ts";
import { textAt, textsAt, valueAt } from "../json/read-arguments.ts";
import { Refusal } from "../simulation/provider-definition.ts";
import { flag, list, nativeInput, object, text } from "../tools/native-input.ts";
import { signJwt } from "../webhooks/jwt.ts";
import { toMessageUpdate } from "./simulate.ts";
import { evolutionApiTools } from "./tools.ts";
import { evolutionApiWire } from "./wire.ts";

const SECOND = 1_000;
const TOKEN_LIFE = 600;

const webhooks: WebhookEmulation = {
  getEvents(change, context) {
    const message = readMessageChange(change);
    if (message === undefined) return [];
    const body = { event: "messages.update", instance: "EMULATED", data: toMessageUpdate(message, context) };
    return [{ id: randomHex(context.random, 16), type: "MESSAGES_UPDATE", body }];
  },
  async sign({ url, secret }, { body }, { now }) {
    const iat = unixSeconds(now);
    const claims = { iat, exp: iat + TOKEN_LIFE, app: "evolution", action: "webhook" };
    const authorization = secret === "" ? {} : { authorization: `Bearer ${await signJwt(claims, secret)}` };
    return {
      url,
      headers: { "content-type": "application/json", ...authorization },
      body: JSON.stringify({ ...body, destination: url, date_time: new Date(now).toISOString() }),
    };
  },
  // ten attempts in all
  retryDelaysMs: [5, 10, 20, 40, 80, 160, 300, 300, 300].map((seconds) => seconds * SECOND),
};

/** Evolution API's own HTTP over its simulation. */
export const evolutionApiEmulation: EmulationDefinition = {
  id: "evolution-api",
  wire: evolutionApiWire,
  tools: evolutionApiTools,
  // each user has one of their own
  hosts: [],
  calls: {
    set_webhook: {
      post: "/webhook/set/{instance}",
      status: 201,
      input: nativeInput(
        {
          webhook: object(
            {
              enabled: flag(),
              url: text(),
              headers: object({ jwt_key: text() }),
              byEvents: flag(),
              base64: flag(),
              events: list(text()),
            },
            "enabled",
            "url",
          ),
        },
        "webhook",
      ),
      handle(args, context) {
        const url = textAt(args, "webhook.url") ?? "";
        if (!URL.canParse(url)) return new Refusal("bad_request", 'Invalid "url" property', "400");
        const events = textsAt(args, "webhook.events");
        const enabled = valueAt(args, "webhook.enabled") === true;
        const secret = textAt(args, "webhook.headers.jwt_key") ?? "";
        const all = events.length === 0 ? ["*"] : events;
        putWebhookEndpoint(context, { id: "webhook", url, secret, events: all, enabled });
        return { id: "webhook", url, enabled, events };
      },
    },
  },
  readCredential: ({ apikey }) => apikey,
  // a key shows nothing of what it is for
  classifyCredential: (credential) => (/^[\w-]{8,}$/.test(credential) ? "test" : "malformed"),
  makeCredential: (token) => token.padEnd(32, "0"),
  connection: (api_key, webhook_jwt_key) => ({
    base_url: "https://evolution.example.com",
    api_key,
    instance: "EMULATED",
    webhook_jwt_key,
  }),
  describe,
  webhooks,
};

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return error(401, "Unauthorized", "Unauthorized");
    case "path":
    case "method":
    case "not_simulated":
      return error(404, "Not Found", ["Cannot find this path"]);
    case "body":
    case "query":
      return error(400, "Bad Request", ["The body is not JSON"]);
    case "arguments":
      return error(
        400,
        "Bad Request",
        problem.issues.map(({ path }) => `${path} is missing or not valid`),
      );
    case "unavailable":
      return error(503, "Service Unavailable", "Service Unavailable");
    case "refusal": {
      const { providerCode, message } = problem.refusal;
      if (providerCode === "403") return error(403, "Forbidden", [message]);
      return error(400, "Bad Request", message.startsWith("[") ? JSON.parse(message) : [message]);
    }
    case "key_missing":
    case "key_reused":
    case "key_in_flight":
      throw new TypeError("Evolution API has no idempotency key.");
    default:
      throw new TypeError(`Unknown problem ${JSON.stringify(problem satisfies never)}.`);
  }
}

function error(status: number, name: string, message: Json): EmulatedResponse {
  return { status, body: { status, error: name, response: { message } } };
}
