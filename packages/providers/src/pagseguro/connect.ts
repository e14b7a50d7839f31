import type { ConnectorDefinition, LookUp } from "../connect/connector-definition.ts";
import { objectsAt, textAt } from "../json/native-json.ts";
import { readPagseguroError } from "./errors.ts";
import { pagseguroTools } from "./tools.ts";
import { pagseguroWire } from "./wire.ts";

const doc = { source: "developer.pagbank.com.br", confidence: "doc" } as const;
const plugin = { source: "pagseguro/pagbank-for-woocommerce", confidence: "spec" } as const;
const HOUR = 3_600_000;

/** The same key always gets the same response; how long is not said, so that an hour is all that is dared. */
const repeat = {
  find: "repeat",
  keyLifeMs: 2 * HOUR,
  source: "dev.pagseguro.uol.com.br/docs/chaves-publicas-e-de-idempotencia, which names no time",
  confidence: "unverified",
} as const;

/** A charge is captured once. */
const findCaptured: LookUp = async ({ arguments: args, read }) => {
  const charge = await read("pagseguro_get_charge", { charge_id: args.charge_id ?? null });
  return textAt(charge, "status") === "PAID" ? charge : undefined;
};

const none = { find: { find: "none", ...doc } } as const;

/** PagBank (PagSeguro): one token, with which it signs its webhooks as well. Orders cannot be searched by a reference. */
export const pagseguroConnector: ConnectorDefinition = {
  id: "pagseguro",
  version: "pagseguro/1",
  wire: pagseguroWire,
  tools: pagseguroTools,
  hosts: { live: "https://api.pagseguro.com", test: "https://sandbox.api.pagseguro.com", ...plugin },
  otherHosts: {
    assinaturas: {
      live: "https://api.assinaturas.pagseguro.com",
      test: "https://sandbox.api.assinaturas.pagseguro.com",
    },
  },
  credentials: [
    { name: "token", label: "Token", form: /^\S{16,}$/, ...doc },
    {
      name: "notification_url",
      label: "Endereço das notificações, que acompanha cada pedido",
      required: false,
      secret: false,
      form: /^https:\/\/\S{1,240}$/,
      ...doc,
    },
  ],
  authorize: ({ token = "" }) => ({ authorization: `Bearer ${token}` }),
  complete: (tool, args, { notification_url }) =>
    tool === "pagseguro_create_order" && notification_url !== undefined
      ? { notification_urls: [notification_url], ...args }
      : args,
  readResult(tool, { body }) {
    if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
    return tool === "pagseguro_get_pix_qrcode" ? objectsAt(body, "qr_codes")[0] : body;
  },
  idempotency: { header: "x-idempotency-key", methods: ["POST"], ...plugin },
  readError: readPagseguroError,
  outcomes: [
    { status: 400, means: "refused", ...doc },
    { status: 401, means: "unauthorized", ...doc },
    { status: 403, means: "unauthorized", ...doc },
    { status: 404, tool: /order|charge|qrcode/, means: "refused", as: "payment_not_found", ...doc },
    { status: 404, means: "refused", as: "not_found", ...doc },
  ],
  effects: {
    pagseguro_create_order: { reference: { path: "reference_id", shared: true }, find: repeat },
    pagseguro_create_charge: { find: repeat },
    // whether a capture heeds the key is not said
    pagseguro_capture_charge: { find: { find: "look up", lookUp: findCaptured, ...doc } },
    pagseguro_refund_charge: { find: repeat },
    pagseguro_cancel_charge: { find: repeat },
    pagseguro_create_customer: none,
    pagseguro_create_subscription: none,
    pagseguro_cancel_subscription: none,
  },
};
