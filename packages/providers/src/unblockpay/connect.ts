import type { ConnectorDefinition } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";
import { unblockpayTools } from "./tools.ts";
import { unblockpayWire } from "./wire.ts";

const doc = { source: "docs.unblockpay.com", confidence: "doc" } as const;
const remembered = { source: "remembered", confidence: "unverified" } as const;

/** No key, no reference of ours and no list to search: what was lost stays unknown until a person has looked. */
const lost = { find: { find: "none", ...doc } } as const;

/** UnblockPay. Its sandbox is a host of its own, and a token does not show whose it is. */
export const unblockpayConnector: ConnectorDefinition = {
  id: "unblockpay",
  version: "unblockpay/1",
  wire: unblockpayWire,
  tools: unblockpayTools,
  hosts: { live: "https://api.unblockpay.com", test: "https://api.sandbox.unblockpay.com", ...doc },
  credentials: [{ name: "api_key", label: "Secret token", ...doc }],
  // without a scheme in front
  authorize: ({ api_key = "" }) => ({ authorization: api_key }),
  readError(_status, body) {
    const message = textAt(body, "message");
    return message === undefined ? undefined : { code: textAt(body, "code"), message };
  },
  outcomes: [
    { status: 400, means: "refused", ...remembered },
    { status: 401, means: "unauthorized", ...remembered },
    { status: 403, means: "unauthorized", ...remembered },
    { status: 404, means: "refused", as: "not_found", ...remembered },
  ],
  effects: {
    unblockpay_create_wallet: lost,
    unblockpay_create_onramp: lost,
    unblockpay_create_offramp: lost,
  },
};
