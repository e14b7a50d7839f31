import type { ConnectorDefinition } from "../connect/connector-definition.ts";
import { textAt } from "../json/native-json.ts";
import { frenetTools } from "./tools.ts";
import { frenetWire } from "./wire.ts";

const spec = { source: "FrenetGatewaydeFretes/frenet-php", confidence: "spec" } as const;
const remembered = { source: "remembered", confidence: "unverified" } as const;

/**
 * Frenet. It has no sandbox that is known: a test account is a token of its own on the same host. Nothing is bought, so that
 * nothing can be lost, and no webhook of it is known.
 */
export const frenetConnector: ConnectorDefinition = {
  id: "frenet",
  version: "frenet/1",
  wire: frenetWire,
  tools: frenetTools,
  hosts: { live: "https://api.frenet.com.br", test: "https://api.frenet.com.br", ...spec },
  credentials: [
    { name: "token", label: "Token", ...spec },
    {
      name: "partner_token",
      label: "Token de parceiro (x-partner-token)",
      required: false,
      ...remembered,
    },
  ],
  authorize: ({ token = "", partner_token }) => ({
    token,
    ...(partner_token === undefined ? {} : { "x-partner-token": partner_token }),
  }),
  // the services' own errors come with status 200, each in its entry; how others look is unverified
  readError(_status, body) {
    const message = textAt(body, "Message") ?? textAt(body, "Msg");
    return message === undefined ? undefined : { message };
  },
  outcomes: [
    { status: 400, means: "refused", ...remembered },
    { status: 401, means: "unauthorized", ...remembered },
    { status: 403, means: "unauthorized", ...remembered },
    { status: 404, means: "refused", as: "not_found", ...remembered },
    { status: 429, means: "not_processed", as: "rate_limited", ...remembered },
  ],
  effects: {},
};
