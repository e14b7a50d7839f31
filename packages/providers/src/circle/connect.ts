import type { ConnectorDefinition } from "../connect/connector-definition.ts";
import { numberAt, textAt } from "../json/native-json.ts";
import { circleTools } from "./tools.ts";
import { circleReads, circleWire } from "./wire.ts";

const sdk = { source: "@circle-fin/circle-sdk 2.9.0", confidence: "spec" } as const;
const remembered = { source: "remembered", confidence: "unverified" } as const;

/**
 * How long Circle keeps a key is not documented, only that a repetition returns the first result: a lost response is asked for at
 * once, and after an hour no more.
 */
const repeat = { find: { find: "repeat", keyLifeMs: 2 * 3_600_000, ...sdk } } as const;

/** Circle. Its sandbox is a host of its own; a key shows whose it is. */
export const circleConnector: ConnectorDefinition = {
  id: "circle",
  version: "circle/1",
  wire: circleWire,
  tools: circleTools,
  hosts: { live: "https://api.circle.com", test: "https://api-sandbox.circle.com", ...sdk },
  credentials: [
    {
      name: "api_key",
      label: "API key",
      prefixes: { live: ["LIVE_API_KEY:"], test: ["TEST_API_KEY:", "SAND_API_KEY:"] },
      ...sdk,
    },
  ],
  authorize: ({ api_key = "" }) => ({ authorization: `Bearer ${api_key}` }),
  readError(_status, body) {
    const code = numberAt(body, "code");
    const detail = textAt(body, "errors.0.message");
    const message = [textAt(body, "message"), detail].filter((part) => part !== undefined).join(": ");
    return message === "" ? undefined : { code: code === undefined ? undefined : String(code), message };
  },
  outcomes: [
    { status: 400, means: "refused", ...sdk },
    { status: 401, means: "unauthorized", ...sdk },
    { status: 403, means: "unauthorized", ...remembered },
    { status: 404, means: "refused", as: "not_found", ...sdk },
    { status: 429, means: "not_processed", as: "rate_limited", ...remembered },
  ],
  effects: {
    circle_create_wallet: repeat,
    circle_create_payment: repeat,
    circle_create_payout: repeat,
    circle_create_bank_payout: repeat,
    circle_create_transfer: repeat,
  },
  lookUps: circleReads,
};
